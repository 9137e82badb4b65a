using Reception.Hub.Storage;

namespace Reception.Hub.Venues;

/// <summary>
/// Venue time: the store's clock through the anchor (store time, venue time, pace), carried on between two looks at the store
/// by this node's monotonic clock, so that a step of the machine's clock does not matter.
/// </summary>
internal sealed class VenueClock(IVenueStore store, TimeProvider host)
{
    private static readonly TimeSpan Sure = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LookedWithin = TimeSpan.FromSeconds(10);

    private Reading _reading = new(DateTimeOffset.UnixEpoch, 0, TimeSpan.MaxValue, new(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, 1));

    /// <summary>The store's clock was looked at and is not where it was expected.</summary>
    public event Action? Moved;

    /// <summary>Venue seconds per second: 1, more only in a demo.</summary>
    public double Pace => Volatile.Read(ref _reading).Anchor.Pace;

    public DateTimeOffset Now
    {
        get
        {
            var reading = Volatile.Read(ref _reading);
            return VenueTime(reading.Anchor, StoreTime(reading));
        }
    }

    /// <summary>Null while it is known to a second; else a sentence for readiness.</summary>
    public string? Unsure
    {
        get
        {
            var reading = Volatile.Read(ref _reading);
            return reading.Doubt > Sure ? "the store's clock is not known to a second"
                : host.GetElapsedTime(reading.At) > LookedWithin ? "the store has not said its time for ten seconds"
                : null;
        }
    }

    /// <summary>How long in host time until a moment of venue time; never negative.</summary>
    public TimeSpan Until(DateTimeOffset venueTime)
    {
        var left = (venueTime - Now) / Pace;
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    /// <summary>Writes the anchor, or takes the one that is there; then looks at the store's clock.</summary>
    /// <param name="venueTime">Where venue time begins if nobody has said so before; null = with the store's own time.</param>
    /// <returns>The anchor in force, ours or an earlier one.</returns>
    public async Task<ClockAnchor> Start(DateTimeOffset? venueTime, double pace, CancellationToken stop)
    {
        var now = await store.Now(stop);
        var anchor = await store.Anchor(new(now, venueTime ?? now, pace), stop);
        Volatile.Write(ref _reading, Volatile.Read(ref _reading) with { Anchor = anchor });
        await Look(stop);
        return anchor;
    }

    /// <summary>
    /// Looks at the store's clock. Doubt is half the time the question took; an answer that leaves more of it than what is known, carried on, is put aside:
    /// a node that was held up between question and answer would date its entries seconds before or after the others.
    /// </summary>
    public async Task Look(CancellationToken stop)
    {
        var before = host.GetTimestamp();
        var storeTime = await store.Now(stop);
        var took = host.GetElapsedTime(before);
        var old = Volatile.Read(ref _reading);
        if (took / 2 > Sure && old.Doubt <= Sure)
        {
            return;
        }

        var expected = StoreTime(old);
        Volatile.Write(ref _reading, old with { Store = storeTime + (took / 2), At = host.GetTimestamp(), Doubt = took / 2 });
        if ((storeTime - expected).Duration() > Sure)
        {
            Moved?.Invoke();
        }
    }

    private static DateTimeOffset VenueTime(ClockAnchor anchor, DateTimeOffset storeTime) =>
        anchor.VenueTime + ((storeTime - anchor.StoreTime) * anchor.Pace);

    private DateTimeOffset StoreTime(Reading reading) => reading.Store + host.GetElapsedTime(reading.At);

    private sealed record Reading(DateTimeOffset Store, long At, TimeSpan Doubt, ClockAnchor Anchor);
}
