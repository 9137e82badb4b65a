using Microsoft.Extensions.Options;
using Reception.Hub.Diagnostics;
using Reception.Hub.Venues;

namespace Reception.Hub.Realtime;

/// <summary>The feeds of the venues that somebody here watches.</summary>
internal sealed class Feeds(LiveVenues venues, VenueClock clock, AmberLight amber, TimeProvider host, IOptions<RealtimeOptions> options, ILogger<Feeds> log)
{
    private readonly Dictionary<string, Feed> _feeds = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();

    public IReadOnlyList<Feed> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _feeds.Values];
            }
        }
    }

    /// <summary>The venue's feed, to be given back with <see cref="Close"/>.</summary>
    public async ValueTask<Feed> Open(string venue, CancellationToken stop)
    {
        var live = await venues.Get(venue, stop);
        lock (_gate)
        {
            if (!_feeds.TryGetValue(venue, out var feed) || feed.Venue != live || feed.Failed)
            {
                _feeds[venue] = feed = new(live, clock, amber, host, options.Value, log);
            }

            feed.Users++;
            return feed;
        }
    }

    public void Close(Feed feed)
    {
        lock (_gate)
        {
            if (--feed.Users > 0)
            {
                return;
            }

            if (_feeds.GetValueOrDefault(feed.Venue.Id) == feed)
            {
                _feeds.Remove(feed.Venue.Id);
            }
        }

        feed.Dispose();
    }
}
