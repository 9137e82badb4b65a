using Reception.Contracts;
using Reception.Domain;
using Reception.Hub.Commands;
using Reception.Hub.Identity;
using Reception.Hub.Storage;

namespace Reception.Hub.Venues;

/// <summary>A venue that this node holds in memory.</summary>
internal sealed class LiveVenue : IAsyncDisposable
{
    /// <summary>How long a command may take (host time) before its sender is sent away.</summary>
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(5);

    private readonly Subscribers _subscribers;
    private readonly MarkRing _marks = new();
    private readonly VenueWriter _writer;
    private readonly VenueParts _parts;
    private readonly CommandDesk _desk;

    /// <param name="committed">Told before the subscribers, after each commit.</param>
    /// <param name="wrote">Told after the subscribers, of what this node itself has written.</param>
    public LiveVenue(VenueReader.Found found, VenueParts parts, CommandDesk desk, Action<LiveVenue> committed, Action<IReadOnlyList<StoredEntry>> wrote)
    {
        Id = found.Moment.State.Venue;
        _parts = parts;
        _desk = desk;
        _subscribers = new(Id, parts.Logs.CreateLogger<Subscribers>());
        _writer = new(found, parts, _marks, (before, after) =>
        {
            committed(this);
            _subscribers.Tell(before, after);
        }, wrote);
    }

    public string Id { get; }

    /// <summary>The venue as last committed. Read it once and work on what was read.</summary>
    public VenueMoment Current => _writer.Current;

    /// <summary>This node met something of the venue that it does not know, and changes nothing any more.</summary>
    public bool IsParked => _writer.IsParked;

    public bool HasSubscribers => _subscribers.Count > 0;

    /// <summary>
    /// A command of a person. Answered after its entry is committed, never before; the same id again gives the first answer.
    /// After five seconds the answer is <c>busy</c>, and the entry may still come: the client sends the same id again.
    /// </summary>
    public async ValueTask<Answer> Do(SessionIdentity who, Contracts.Command command, CancellationToken stop)
    {
        var read = _desk.Read(who, command, Current);
        if (read.Intent is not { } intent)
        {
            return VenueTelemetry.Answered(null, command?.Kind, read.Refused!);
        }

        using var trace = VenueTelemetry.Tapped(Id, command);
        var waiting = new Waiting(intent, read.Digest);
        return VenueTelemetry.Answered(trace, command.Kind, _desk.Answer(command, await Enter(waiting, stop), Current));
    }

    /// <summary>The hub's own work: receipts, a lost device, what falls due.</summary>
    /// <returns>True once it is committed, or when there was nothing to do; false when the store did not take it: try again later.</returns>
    public async Task<bool> Do(Domain.Command work)
    {
        var waiting = new Waiting(new Intent(null, null, null, work, _parts.Clock.Now), digest: null);
        return await Enter(waiting, CancellationToken.None) is not Outcome.Failed;
    }

    /// <summary>
    /// Called by the writer after each commit, in commit order, with the moment before and after (one or several entries apart).
    /// It must neither wait nor throw. A venue with subscribers stays in memory.
    /// When the mark of <c>before</c> is not known any more (<see cref="KnowsMark"/>), the store's history is another one than this node remembered.
    /// </summary>
    public IDisposable Subscribe(Action<VenueMoment, VenueMoment> committed) => _subscribers.Add(committed);

    /// <summary>Whether the log had this mark at this number; only the last 4 096 are known. 0 is never known.</summary>
    public bool KnowsMark(long seq, string mark) => _marks.Knows(seq, mark);

    /// <summary>Where the log ends, as the store or another node says. What this node lacks is read and told like a commit; an end that is known is nothing.</summary>
    /// <param name="tail">The last entries, if they were told too: then the store need not be asked.</param>
    public void EndsAt(long seq, Mark mark, IReadOnlyList<StoredEntry>? tail = null)
    {
        if (!_marks.Knows(seq, mark.Value))
        {
            _writer.CatchUpSoon(tail);
        }
    }

    /// <summary>The store has less than it had when it was asked: an older backup was put back, and its end is well known here.</summary>
    public void IsShorter() => _writer.CatchUpSoon(null);

    /// <summary>
    /// A device stands where the log, as far as this node remembers, is not. It was away for very long; or the store is an older copy than it was: then a
    /// supervisor is told.
    /// </summary>
    public async Task Doubt(long seq, string mark)
    {
        if (seq <= 0 || !Mark.Fits(mark) || Current.State is { Restored: { } told, Day: var today } && told == today)
        {
            return;
        }

        try
        {
            var there = await _parts.Store.Entries(Id, seq - 1, 1);
            if (there is not [{ } entry] || entry.Seq != seq || Mark.Of(entry.Mark).Value != mark)
            {
                await Do(new Domain.Command.TellOfRestore());
            }
        }
        catch (StoreException)
        {
            // It cannot say now; the next device that comes asks again.
        }
    }

    /// <summary>Reads on to where the store says that the log ends now: for who speaks of something that another node has seen.</summary>
    public async Task CatchUp(CancellationToken stop)
    {
        if (await _parts.Store.Head(Id, stop) is not { } head)
        {
            return;
        }

        var there = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var subscription = Subscribe((_, after) =>
        {
            if (after.Seq >= head.Head)
            {
                there.TrySetResult();
            }
        });
        EndsAt(head.Head, Mark.Of(head.Mark));
        if (Current.Seq < head.Head)
        {
            // A node that cannot read on answers with what it has.
            await there.Task.WaitAsync(Deadline, _parts.Host, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Takes nothing more, finishes what waits, writes a snapshot.</summary>
    public Task PutDown() => _writer.Finish();

    public ValueTask DisposeAsync() => _writer.DisposeAsync();

    private async Task<Outcome> Enter(Waiting waiting, CancellationToken stop)
    {
        if (!_writer.Offer(waiting))
        {
            return new Outcome.Failed(ErrorCodes.Busy);
        }

        try
        {
            return await waiting.Outcome.WaitAsync(Deadline, _parts.Host, stop);
        }
        catch (TimeoutException)
        {
            waiting.Abandon();
            return new Outcome.Failed(ErrorCodes.Busy);
        }
        catch (OperationCanceledException)
        {
            waiting.Abandon();
            throw;
        }
    }
}
