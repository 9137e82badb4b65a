using System.Collections.Immutable;

namespace Reception.Hub.Venues;

/// <summary>Who is told of commits, in commit order.</summary>
internal sealed partial class Subscribers(string venue, ILogger<Subscribers> log)
{
    private ImmutableList<Subscription> _all = [];

    public int Count => _all.Count;

    public IDisposable Add(Action<VenueMoment, VenueMoment> committed)
    {
        var subscription = new Subscription(this, committed);
        ImmutableInterlocked.Update(ref _all, all => all.Add(subscription));
        return subscription;
    }

    /// <summary>A subscriber that throws is at fault, and its neighbours are told all the same.</summary>
    public void Tell(VenueMoment before, VenueMoment after)
    {
        foreach (var subscription in _all)
        {
#pragma warning disable CA1031 // Whatever it is, the venue's writer must go on; it is logged as an error.
            try
            {
                subscription.Committed(before, after);
            }
            catch (Exception cause)
            {
                Log.Threw(log, cause, venue, after.Seq);
            }
#pragma warning restore CA1031
        }
    }

    private sealed class Subscription(Subscribers owner, Action<VenueMoment, VenueMoment> committed) : IDisposable
    {
        public Action<VenueMoment, VenueMoment> Committed { get; } = committed;

        public void Dispose() => ImmutableInterlocked.Update(ref owner._all, all => all.Remove(this));
    }

    private static partial class Log
    {
        [LoggerMessage(1101, LogLevel.Error, "A subscriber of venue {Venue} threw at {Seq}")]
        public static partial void Threw(ILogger log, Exception cause, string venue, long seq);
    }
}
