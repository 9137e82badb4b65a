using System.Collections.Concurrent;
using Reception.Hub.Storage;

namespace Reception.Hub.Venues;

/// <summary>
/// Fires what falls due in the venues of this node at its time, looks each half second for venues that nobody seems to hold,
/// follows the store's clock and what other nodes write, and puts idle venues down. A race with another node is a lost append, nothing else.
/// </summary>
internal sealed partial class VenuePump(LiveVenues venues, VenueClock clock, IVenueStore store, TimeProvider host, ILogger<VenuePump> log) : BackgroundService
{
    private static readonly TimeSpan SweepEvery = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan PutDownEvery = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan AskParkedAgain = TimeSpan.FromMinutes(1);

    /// <summary>After a tick that came to nothing: not again at once.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan PutBack = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<string, Task> _firing = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _parked = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _signal = new(0);
    private long _plannedTicks;
    private int _signalled;

    public override void Dispose()
    {
        _signal.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        venues.Committed += OnCommitted;
        clock.Moved += Signal;
        try
        {
            await Run(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops.
        }
        finally
        {
            venues.Committed -= OnCommitted;
            clock.Moved -= Signal;
        }

        await Task.WhenAll(_firing.Values);
    }

    private async Task Run(CancellationToken stop)
    {
        var (swept, looked, putDown) = (host.GetTimestamp(), host.GetTimestamp(), host.GetTimestamp());
        while (!stop.IsCancellationRequested)
        {
            try
            {
                if (host.GetElapsedTime(looked) >= LookEvery)
                {
                    looked = host.GetTimestamp();
                    await clock.Look(stop);
                    await venues.LookAtHeads(stop);
                }

                if (host.GetElapsedTime(swept) >= SweepEvery)
                {
                    swept = host.GetTimestamp();
                    await Sweep(stop);
                }

                if (host.GetElapsedTime(putDown) >= PutDownEvery)
                {
                    putDown = host.GetTimestamp();
                    await venues.PutDownIdle();
                }
            }
            catch (StoreException cause)
            {
                Log.StoreAway(log, cause, cause.Failure);
            }

            await Wait(Fire(), stop);
        }
    }

    /// <summary>Begins what is due; says how long nothing else will be.</summary>
    private TimeSpan Fire()
    {
        var wait = SweepEvery;
        foreach (var venue in venues.Awake)
        {
            if (_firing.ContainsKey(venue.Id))
            {
                continue;
            }

            var state = venue.Current.State;
            if (state.NextDue <= clock.Now || (state.At - clock.Now) / clock.Pace > PutBack)
            {
                // Listed before it begins: it takes itself off the list.
                var over = new TaskCompletionSource();
                _firing[venue.Id] = over.Task;
                _ = Fire(venue, over);
            }
            else if (state.NextDue is { } next && clock.Until(next) < wait)
            {
                wait = clock.Until(next);
            }
        }

        return wait;
    }

    private async Task Fire(LiveVenue venue, TaskCompletionSource over)
    {
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        try
        {
            // A clock that went back is seen by the writer itself, before this is decided.
            await venue.Do(new Domain.Command.FallDue());
            if (venue.Current.State.NextDue <= clock.Now)
            {
                await Task.Delay(Rest, host);
            }
        }
        finally
        {
            _firing.TryRemove(venue.Id, out _);
            over.SetResult();
            Signal();
        }
    }

    private async Task Sweep(CancellationToken stop)
    {
        foreach (var head in await store.Overdue(clock.Now - (SweepEvery * clock.Pace), stop))
        {
            if (_parked.TryGetValue(head.Venue, out var since) && host.GetElapsedTime(since) < AskParkedAgain)
            {
                continue;
            }

            try
            {
                // Awake is enough: what is due then fires.
                await venues.Get(head.Venue, stop);
            }
            catch (VenueParkedException cause)
            {
                _parked[head.Venue] = host.GetTimestamp();
                Log.Parked(log, cause, head.Venue);
            }
            catch (StoreException cause)
            {
                // Its neighbours are overdue as well.
                Log.NotWoken(log, cause, head.Venue, cause.Failure);
            }
        }
    }

    private async Task Wait(TimeSpan time, CancellationToken stop)
    {
        Volatile.Write(ref _plannedTicks, (clock.Now + (time * clock.Pace)).UtcTicks);
        using var timer = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var signal = _signal.WaitAsync(timer.Token);
        await Task.WhenAny(signal, Task.Delay(time, host, timer.Token));
        await timer.CancelAsync();
        stop.ThrowIfCancellationRequested();
        Volatile.Write(ref _signalled, 0);
    }

    // Only what is due earlier than the pump has planned to wake.
    private void OnCommitted(LiveVenue venue)
    {
        if (venue.Current.State.NextDue is { } next && next.UtcTicks < Volatile.Read(ref _plannedTicks))
        {
            Signal();
        }
    }

    private void Signal()
    {
        if (Interlocked.Exchange(ref _signalled, 1) == 0)
        {
            _signal.Release();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1112, LogLevel.Warning, "The store does not answer ({Failure}); what falls due waits")]
        public static partial void StoreAway(ILogger log, Exception cause, StoreFailure failure);

        [LoggerMessage(1115, LogLevel.Warning, "Venue {Venue} is overdue and could not be woken ({Failure}); tried again")]
        public static partial void NotWoken(ILogger log, Exception cause, string venue, StoreFailure failure);

        [LoggerMessage(1113, LogLevel.Warning, "Venue {Venue} is overdue but parked")]
        public static partial void Parked(ILogger log, Exception cause, string venue);
    }
}
