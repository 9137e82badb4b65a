using Reception.Contracts;

namespace Reception.Client;

/// <summary>
/// Where commands wait until they are answered. What waits belongs to the session that made it: an outbox may hold that of several, and
/// gives back all of it; a client sends only its own. Calls come one at a time.
/// </summary>
public interface IOutbox
{
    /// <summary>All that waits, oldest first.</summary>
    Task<IReadOnlyList<Waiting>> Read(CancellationToken stop);

    /// <summary>Stores it, or replaces it in place (same owner and command id). Completed = on disk, if the outbox has one.</summary>
    Task Write(Waiting waiting, CancellationToken stop);

    /// <summary>It was answered. Unknown ids are ignored.</summary>
    Task Remove(string owner, string commandId, CancellationToken stop);
}

/// <summary>A command that waits.</summary>
/// <param name="Owner">Which session made it: a hash of its token.</param>
/// <param name="Broke">How often the connection ended while it was under way.</param>
/// <param name="SetAside">It is not sent any more, because it ended its connection twice; kept until somebody has read it.</param>
public sealed record Waiting(string Owner, Command Command, int Broke = 0, bool SetAside = false);
