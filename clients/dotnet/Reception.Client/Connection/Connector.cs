using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Reception.Contracts;

namespace Reception.Client;

/// <summary>
/// Keeps a link open and never gives up: socket; where none opens, long polling while a socket is tried now and then; where nothing answers,
/// again after a random delay. Stops only when the session is over.
/// </summary>
internal sealed class Connector(ReceptionClientOptions options, HubApi api, Counters counters, Func<Cursor> cursor, Func<Changes, Taken> take)
{
    // Long enough that a hub that takes every socket and drops it is not stormed.
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan[] SocketAgain = [.. new[] { 2, 5, 15, 30, 60 }.Select(seconds => TimeSpan.FromSeconds(seconds))];

    private readonly Signal wake = new();
    private readonly Signal online = new();
    private volatile bool offline;
    private volatile bool coming;
    private volatile bool started;

    public LinkSlot Slot { get; } = new();

    /// <summary>Who the session is; null before the first contact.</summary>
    public Joined? Joined { get; private set; }

    /// <summary>Why the last try failed.</summary>
    public Exception? LastError { get; private set; }

    /// <summary>Told of the link in use, and of none.</summary>
    public Action<ILink?> Used { get; init; } = _ => { };

    public Action<Leave> Over { get; init; } = _ => { };

    /// <summary>The network is known to be gone: cut, and no try until <see cref="Online"/>.</summary>
    public void Offline()
    {
        offline = true;
        var link = Slot.Current;
        Slot.Empty();
        link?.Cut();
        wake.Set();
    }

    public void Online()
    {
        offline = false;
        online.Set();
        wake.Set();
    }

    public async Task Run(CancellationToken stop)
    {
        var backoff = new Backoff();
        while (true)
        {
            while (offline)
            {
                await online.Wait(stop).ConfigureAwait(false);
            }

            var began = options.Time.GetTimestamp();
            var end = await Once(stop).ConfigureAwait(false);
            if (end is { Leave.Code: "revoked" })
            {
                Over(end.Leave);
                return;
            }

            if (end is { Leave.Code: "replaced" })
            {
                // Another program has the same session: not to take turns by the second.
                backoff.Longest();
            }
            else if (end is not null && options.Time.GetElapsedTime(began) > Settled)
            {
                backoff.Reset();
            }

            await wake.Wait(backoff.Next() + TimeSpan.FromMilliseconds(end?.Leave?.AfterMs ?? 0), options.Time, stop).ConfigureAwait(false);
        }
    }

    /// <summary>Counts how a client came back: with a snapshot, or with what it lacked.</summary>
    public void Seen(Changes changes, Taken taken)
    {
        if (changes.Reset && started)
        {
            Interlocked.Increment(ref counters.Reset);
            coming = false;
        }
        else if (coming && taken != Taken.Fetch)
        {
            Interlocked.Increment(ref counters.Resumed);
            coming = false;
        }

        started = true;
    }

    private async Task<LinkEnd?> Once(CancellationToken stop)
    {
        coming = cursor() != Cursor.Start;
        try
        {
            return await OpenSocket(stop).ConfigureAwait(false) is { } socket
                ? await Serve(socket, stop).ConfigureAwait(false)
                : await Serve(await OpenPoll(stop).ConfigureAwait(false), stop).ConfigureAwait(false);
        }
        catch (HubProblemException problem) when (problem.Code == ErrorCodes.NotSignedIn.Id)
        {
            return new(ByHub: true, new("revoked", 0));
        }
        catch (Exception failed) when (Unreachable(failed, stop))
        {
            LastError = failed;
            return null;
        }
    }

    private async Task<LinkEnd> Serve(ILink link, CancellationToken stop)
    {
        try
        {
            Use(link);
            if (!link.IsSocket && await Better(link, stop).ConfigureAwait(false) is { } socket)
            {
                await link.DisposeAsync().ConfigureAwait(false);
                Use(link = socket);
            }

            return await link.Ended.WaitAsync(stop).ConfigureAwait(false);
        }
        finally
        {
            Slot.Empty();
            Used(null);
            await link.DisposeAsync().ConfigureAwait(false);
        }
    }

    private void Use(ILink link)
    {
        Interlocked.Increment(ref counters.Opened);
        Slot.Put(link);
        Used(link);
        if (offline)
        {
            // Went offline while it was opened.
            Slot.Empty();
            link.Cut();
        }
    }

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "Whatever keeps a socket from opening, polling is tried next and the loop goes on.")]
    private async Task<ILink?> OpenSocket(CancellationToken stop)
    {
        if (!options.Sockets)
        {
            return null;
        }

        try
        {
            (var link, Joined) = await SocketLink.Open(options, cursor(), changes => take(changes), stop).ConfigureAwait(false);
            return link;
        }
        catch (Exception failed) when (!stop.IsCancellationRequested)
        {
            LastError = failed;
            return null;
        }
    }

    private async Task<ILink> OpenPoll(CancellationToken stop)
    {
        Joined ??= await api.Me(stop).ConfigureAwait(false);
        take(await api.Sync(cursor(), TimeSpan.Zero, options.Reach, stop).ConfigureAwait(false));
        return new PollLink(api, options.Reach, cursor, changes => take(changes));
    }

    private async Task<ILink?> Better(ILink poll, CancellationToken stop)
    {
        for (var tries = 0; options.Sockets; tries++)
        {
            var pause = Task.Delay(SocketAgain[Math.Min(tries, SocketAgain.Length - 1)], options.Time, stop);
            if (await Task.WhenAny(poll.Ended, pause).ConfigureAwait(false) == poll.Ended)
            {
                return null;
            }

            if (await OpenSocket(stop).ConfigureAwait(false) is { } socket)
            {
                return socket;
            }

            stop.ThrowIfCancellationRequested();
        }

        return null;
    }

    private static bool Unreachable(Exception failed, CancellationToken stop) =>
        failed is HttpRequestException or HubProblemException or JsonException || (failed is OperationCanceledException && !stop.IsCancellationRequested);
}
