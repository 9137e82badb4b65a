using Reception.Contracts;

namespace Reception.Client;

/// <summary>Venue time as the hub last said it, carried on by the host's monotonic clock at the venue's pace.</summary>
public sealed class VenueTime
{
    private readonly TimeProvider host;
    private Anchor anchor;

    internal VenueTime(TimeProvider host)
    {
        this.host = host;
        anchor = new(host.GetUtcNow().ToUnixTimeMilliseconds(), 1, host.GetTimestamp());
    }

    /// <summary>Venue time, milliseconds since 1970 UTC. Before the first contact: the host's.</summary>
    public long Now
    {
        get
        {
            var (said, pace, at) = Volatile.Read(ref anchor);
            return said + (long)(host.GetElapsedTime(at).TotalMilliseconds * pace);
        }
    }

    /// <summary>Venue seconds per second of the host.</summary>
    public double Pace => Volatile.Read(ref anchor).Pace;

    /// <summary>How long the host waits for so much venue time to pass.</summary>
    public TimeSpan Host(TimeSpan venue) => venue / Pace;

    internal void Heard(long now, double pace) => Volatile.Write(ref anchor, new(now, pace > 0 ? pace : 1, host.GetTimestamp()));

    internal void Heard(Changes changes) => Heard(changes.Now, changes.Pace);

    private sealed record Anchor(long Said, double Pace, long At);
}
