using Reception.Contracts;

namespace Reception.Client;

/// <summary>One way to the hub while it lasts: a socket, or long polling. Messages arrive at whoever opened it.</summary>
internal interface ILink : IAsyncDisposable
{
    /// <summary>False: the hub is polled.</summary>
    bool IsSocket { get; }

    /// <summary>Completes, never faults, when the link is over.</summary>
    Task<LinkEnd> Ended { get; }

    /// <summary>Sends once. Throws when no answer came; the command may have had its effect.</summary>
    Task<Answer> Do(Command command, CancellationToken stop);

    /// <summary>Sends once and waits for nothing.</summary>
    Task Report(Report report, CancellationToken stop);

    /// <summary>There and back: completes when the hub has answered.</summary>
    Task RoundTrip(long cursor, CancellationToken stop);

    /// <summary>Ends it at once, without a goodbye, as when contact is lost.</summary>
    void Cut();
}

/// <summary>Why a link ended. <paramref name="ByHub"/>: the other side closed it, or it broke; else we did.</summary>
internal sealed record LinkEnd(bool ByHub, Leave? Leave = null);
