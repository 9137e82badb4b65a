namespace Reception.Crew.Ledgers;

/// <summary>
/// Notes when no device at all reached the hub: then it was down, and what fell due was taken after its start. Watches until the log has been read:
/// a hub may be killed while a day is judged, too. Host time, since what a device knows of the venue's is of no use before its first contact.
/// </summary>
internal sealed class Outages(Func<bool> reached, TimeProvider time)
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(50);

    private readonly List<(long Down, long Up)> all = [];
    private long lastSeen = time.GetTimestamp();
    private bool down;

    public async Task Watch(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            Look();
            await Task.Delay(Glance, time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>It went some time after it was last seen.</summary>
    public void Look()
    {
        var now = time.GetTimestamp();
        if (!reached())
        {
            down = true;
            return;
        }

        if (down)
        {
            all.Add((lastSeen, now));
        }

        (lastSeen, down) = (now, false);
    }

    /// <summary>In venue time.</summary>
    /// <param name="venueNow">What a device in contact says now.</param>
    public IReadOnlyList<Outage> Until(long venueNow, double pace)
    {
        var now = time.GetTimestamp();
        long Venue(long then) => venueNow - (long)(time.GetElapsedTime(then, now).TotalMilliseconds * pace);
        return [.. all.Select(outage => new Outage(Venue(outage.Down), Venue(outage.Up))), .. down ? [new Outage(Venue(lastSeen), venueNow)] : Array.Empty<Outage>()];
    }
}
