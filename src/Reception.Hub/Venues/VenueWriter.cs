using System.Threading.Channels;
using Reception.Contracts;
using Reception.Hub.Storage;

namespace Reception.Hub.Venues;

/// <summary>
/// The one writer of a venue on this node. Drains what waits, decides it on the state in memory, appends once, and answers after the commit.
/// </summary>
internal sealed partial class VenueWriter : IAsyncDisposable
{
    public const int QueueLength = 1024;
    private const int BatchLength = 256;

    /// <summary>Rounds of losing to another node before the waiting are sent away; each round reads what the other has written.</summary>
    private const int Rounds = 32;

    /// <summary>Rounds lost before the venue's row is locked first, so that the next one cannot be lost.</summary>
    private const int LostInARow = 2;

    /// <summary>A clock that is behind the last entry by less keeps the last time (host time, before pace).</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    // Null: nothing to decide, only to look whether the log has gone on.
    private readonly Channel<Waiting?> _queue = Channel.CreateBounded<Waiting?>(new BoundedChannelOptions(QueueLength) { SingleReader = true });
    private readonly CancellationTokenSource _stop = new();
    private readonly FirstAnswers _answers = new();
    private readonly MarkRing _marks;
    private readonly VenueParts _parts;
    private readonly Action<VenueMoment, VenueMoment> _committed;
    private readonly Action<IReadOnlyList<StoredEntry>> _wrote;
    private readonly SureAppend _append;
    private readonly ILogger _log;
    private readonly Task _work;
    private VenueMoment _current;
    private Task _snapshot = Task.CompletedTask;
    private long _lastSnapshot;
    private VenueParkedException? _parked;
    private bool _behind;
    private IReadOnlyList<StoredEntry>? _tail;

    public VenueWriter(VenueReader.Found found, VenueParts parts, MarkRing marks, Action<VenueMoment, VenueMoment> committed, Action<IReadOnlyList<StoredEntry>> wrote)
    {
        _parts = parts;
        _marks = marks;
        _committed = committed;
        _wrote = wrote;
        _log = parts.Logs.CreateLogger<VenueWriter>();
        _append = new(parts.Store, parts.Health, parts.Host, _log);
        _current = found.Moment;
        _lastSnapshot = found.Moment.Seq;
        Remember(found);
        _work = Task.Run(Run);
    }

    public VenueMoment Current => Volatile.Read(ref _current);

    /// <summary>It met something that it does not know, and writes nothing any more.</summary>
    public bool IsParked => Volatile.Read(ref _parked) is not null;

    /// <summary>False when too much waits already.</summary>
    public bool Offer(Waiting command) => _queue.Writer.TryWrite(command);

    /// <summary>The log ends elsewhere than here: another node has written, or the store was restored. Read on before anything else is decided.</summary>
    public void CatchUpSoon(IReadOnlyList<StoredEntry>? tail)
    {
        Volatile.Write(ref _tail, tail);
        Volatile.Write(ref _behind, true);
        _queue.Writer.TryWrite(null);
    }

    /// <summary>Takes nothing more, finishes what waits, and writes a snapshot.</summary>
    public async Task Finish()
    {
        _queue.Writer.TryComplete();
        await _work;
        await _snapshot;
        if (_parked is null && Current.Seq > _lastSnapshot)
        {
            await _parts.Snapshots.Write(Current);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _stop.CancelAsync();
        await _work;
        _stop.Dispose();
    }

    private async Task Run()
    {
        await foreach (var first in _queue.Reader.ReadAllAsync())
        {
            List<Waiting?> batch = [first];
            while (batch.Count < BatchLength && _queue.Reader.TryRead(out var next))
            {
                batch.Add(next);
            }

            await Answer([.. batch.OfType<Waiting>()]);
        }
    }

    private async Task Answer(List<Waiting> batch)
    {
#pragma warning disable CA1031 // The writer outlives whatever goes wrong; it is logged, and those who wait are told.
        try
        {
            await Write(batch);
        }
        catch (StoreException cause)
        {
            Log.NotStored(_log, cause, Current.State.Venue, cause.Failure, batch.Count);
            TellAll(batch, cause.Failure switch
            {
                StoreFailure.Full => ErrorCodes.StoreFull,
                StoreFailure.Newer => ErrorCodes.VenueParked,
                _ => ErrorCodes.Busy,
            });
        }
        catch (VenueParkedException cause)
        {
            _parked ??= cause;
            Log.Parked(_log, cause, Current.State.Venue);
            TellAll(batch, ErrorCodes.VenueParked);
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            TellAll(batch, ErrorCodes.Busy);
        }
        catch (Exception) when (batch.Count > 1)
        {
            // Something in the batch cannot be stored: each by itself, so that the others go on.
            foreach (var one in batch)
            {
                await Answer([one]);
            }
        }
        catch (Exception cause)
        {
            Log.Rejected(_log, cause, Current.State.Venue, batch.FirstOrDefault()?.Id, batch.FirstOrDefault()?.Intent.Command.GetType().Name ?? "");
            TellAll(batch, ErrorCodes.Fault);
            // A look whether the log has gone on is nobody's command.
            batch.ForEach(one => TellManager(one.Intent));
        }
#pragma warning restore CA1031
    }

    private async Task Write(List<Waiting> batch)
    {
        if (_parked is { } parked)
        {
            throw parked;
        }

        if (Interlocked.Exchange(ref _behind, false))
        {
            await CatchUp();
        }

        for (var round = 0; round < Rounds; round++)
        {
            await using var hold = round < LostInARow ? null : await _parts.Store.Hold(Current.State.Venue, _stop.Token);
            if (hold is not null)
            {
                await CatchUp();
            }

            var (open, again) = Sort(batch);
            if (open.Count == 0)
            {
                Repeat(again);
                return;
            }

            var plan = Plan.Make(Current, open, _parts.Clock.Now, Patience * _parts.Clock.Pace, _log);
            if (plan.Entries.Count == 0)
            {
                plan.Tell(Current);
                Repeat(again);
                return;
            }

            var pages = await _parts.Cards.Write(plan, _stop.Token);
            var begun = _parts.Host.GetTimestamp();
            using var steps = VenueTelemetry.Appending(plan);
            switch (await _append.Append(plan.ToRequest(pages.Writes), hold, _stop.Token))
            {
                case Committed:
                    VenueTelemetry.Appended(plan.Entries, _parts.Host.GetElapsedTime(begun));
                    await Commit(plan, pages);
                    Repeat(again);
                    return;
                case Repeated repeated:
                    await Recall(repeated);
                    break;
                default:
                    await CatchUp();
                    break;
            }
        }

        TellAll(batch, ErrorCodes.Busy);
    }

    private async Task Commit(Plan plan, CardBook.Pages pages)
    {
        var before = Current;
        var after = new VenueMoment(plan.State, plan.Mark, pages.Cards, plan.Library);
        foreach (var entry in plan.Entries)
        {
            _marks.Add(entry.Seq, Mark.Of(entry.Mark));
        }

        foreach (var answer in plan.Answers)
        {
            _answers.Add(answer);
        }

        Volatile.Write(ref _current, after);
        plan.Tell(after);
        VenueTelemetry.Committed(before, after);
        _committed(before, after);
        _wrote(plan.Entries);
        await _parts.Cards.Forget(after.State.Venue, pages.Erased);
        if (plan.TurnsDay || after.Seq - _lastSnapshot >= Snapshots.Every)
        {
            SnapshotSoon(after);
        }
    }

    private void SnapshotSoon(VenueMoment moment)
    {
        if (_snapshot.IsCompleted)
        {
            _lastSnapshot = moment.Seq;
            _snapshot = _parts.Snapshots.Write(moment);
        }
    }

    /// <summary>Another node was first, or this memory belongs to another history.</summary>
    private async Task CatchUp()
    {
        var before = Current;
        var found = await _parts.Reader.GoOn(before, Interlocked.Exchange(ref _tail, null), _stop.Token);
        if (found is null)
        {
            Log.OtherHistory(_log, before.State.Venue, before.Seq);
            found = await _parts.Reader.Wake(before.State.Venue, _parts.Libraries.For, _stop.Token);
            _marks.Clear();
            _answers.Clear();
        }

        Remember(found);
        if (found.Moment.Mark != before.Mark)
        {
            Volatile.Write(ref _current, found.Moment);
            _committed(before, found.Moment);
        }
    }

    private void Remember(VenueReader.Found found)
    {
        foreach (var mark in found.Marks)
        {
            _marks.Add(mark.Seq, Mark.Of(mark.Mark));
        }

        foreach (var answer in found.Answers)
        {
            _answers.Add(answer);
        }
    }

    private static void TellAll(IEnumerable<Waiting> waiting, ErrorCode code)
    {
        foreach (var command in waiting)
        {
            command.Tell(new Outcome.Failed(code));
        }
    }
}
