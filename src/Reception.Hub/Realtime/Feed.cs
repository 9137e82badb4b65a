using System.Collections.Concurrent;
using System.Threading.Channels;
using Reception.Hub.Diagnostics;
using Reception.Hub.Identity;
using Reception.Hub.Venues;
using Reception.Hub.Views;

namespace Reception.Hub.Realtime;

/// <summary>
/// One venue's stream on this node. The venue's writer only leaves the newest moment here; what is sent of it is made beside, so that a command is never
/// slowed down by those who watch. Under load moments run together: nobody needs what is over before it was sent.
/// </summary>
internal sealed partial class Feed : IDisposable
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    // Two pages of one session that both come back at once would throw each other out for ever.
    private const int ReplacedForMs = 30_000;

    private readonly ConcurrentDictionary<string, Line> _lines = new(StringComparer.Ordinal);
    private readonly Channel<bool> _news = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Lock _gate = new();
    private readonly Editions _editions;
    private readonly VenueClock _clock;
    private readonly AmberLight _amber;
    private readonly IDisposable _subscription;
    private readonly ITimer _heads;
    private readonly ILogger _log;

    private VenueMoment _newest;
    private bool _replaced;
    private Edition _current;
    private IReadOnlyList<Contracts.Amber> _shown = [];

    public Feed(LiveVenue venue, VenueClock clock, AmberLight amber, TimeProvider host, RealtimeOptions options, ILogger log)
    {
        Venue = venue;
        _amber = amber;
        Receipts = new(venue, clock, host, options.ReceiptWindow);
        _clock = clock;
        _log = log;
        _editions = new(() => Time);
        _newest = venue.Current;
        _current = _editions.First(_newest);
        _subscription = venue.Subscribe(Committed);
        // What was committed between the two lines above.
        Committed(_newest, venue.Current);
        _heads = host.CreateTimer(_ => Tick(), null, Second, Second);
        _ = Task.Run(Publish);
    }

    public LiveVenue Venue { get; }

    public ReceiptGatherer Receipts { get; }

    public Edition Current => Volatile.Read(ref _current);

    public ViewTime Time => new(_clock.Now, _clock.Pace, _amber.Of(Venue));

    /// <summary>Who uses it: connections and polls. Kept by <see cref="Feeds"/>.</summary>
    public int Users { get; set; }

    /// <summary>It could not make what it should send. Who uses it lets go of it, and the next one begins anew.</summary>
    public bool Failed { get; private set; }

    public IEnumerable<Line> Lines => _lines.Values;

    /// <summary>The session's only connection from now on; a former one ends.</summary>
    public void Add(Line line)
    {
        if (_lines.TryGetValue(line.Who.Session, out var former))
        {
            _ = former.End(new("replaced", ReplacedForMs));
        }

        _lines[line.Who.Session] = line;
    }

    public void Remove(Line line) => _lines.TryRemove(new(line.Who.Session, line));

    /// <summary>Whether the log says that a session is over.</summary>
    public static bool IsOver(SessionIdentity who, VenueMoment moment) =>
        moment.State.Sessions.TryGetValue(who.Session, out var session) && session.Closed is not null;

    public void Dispose()
    {
        _subscription.Dispose();
        _heads.Dispose();
        _news.Writer.TryComplete();
        Receipts.Dispose();
    }

    private void Committed(VenueMoment before, VenueMoment after)
    {
        lock (_gate)
        {
            // Another history may be shorter than the one before, or longer.
            _replaced |= !Venue.KnowsMark(before.Seq, before.Mark.Value);
            _newest = after;
        }

        _news.Writer.TryWrite(true);
    }

    private async Task Publish()
    {
        try
        {
            await foreach (var _ in _news.Reader.ReadAllAsync())
            {
                Advance();
            }
        }
        catch (Exception cause) when (cause is not OutOfMemoryException)
        {
            // Whoever is connected comes back, to a feed that begins anew; nobody takes a head of this one for a sign of life.
            Log.Failed(_log, cause, Venue.Id);
            Failed = true;
            _heads.Dispose();
            Current.Supersede();
            foreach (var line in Lines)
            {
                _ = line.End(new("moving", 1000));
            }
        }
    }

    private void Advance()
    {
        VenueMoment newest;
        bool replaced;
        lock (_gate)
        {
            (newest, replaced, _replaced) = (_newest, _replaced, false);
        }

        var last = Current;
        if (newest == last.Moment && !replaced)
        {
            return;
        }

        Volatile.Write(ref _current, _editions.Next(last, newest, replaced));
        last.Supersede();
        using var steps = RealtimeTelemetry.FanOut(last.Moment, newest, _lines.Count);
        var sessions = !ReferenceEquals(last.Moment.State.Sessions, newest.State.Sessions);
        foreach (var line in Lines)
        {
            if (sessions && IsOver(line.Who, newest))
            {
                _ = line.End(new("revoked", 0));
            }
            else
            {
                line.Wake();
            }
        }
    }

    private void Tick()
    {
        // The light goes on and out at once, not with the next head.
        var amber = _amber.Of(Venue) ?? [];
        var changed = !amber.SequenceEqual(_shown);
        _shown = amber;
        foreach (var line in Lines)
        {
            line.Tick(changed);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1202, LogLevel.Error, "Venue {Venue}: its stream failed; its clients are asked to come back")]
        public static partial void Failed(ILogger log, Exception cause, string venue);
    }
}
