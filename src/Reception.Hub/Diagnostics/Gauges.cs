using System.Diagnostics.Metrics;
using Reception.Contracts;
using Reception.Hub.Realtime;
using Reception.Hub.Venues;

namespace Reception.Hub.Diagnostics;

/// <summary>How this node and the venues on it stand at the moment; asked anew at each scrape. Ages are host time.</summary>
internal sealed class Gauges : IDisposable
{
    private readonly Meter _meter = new(HubMeter.Name);
    private readonly LiveVenues _venues;
    private readonly Feeds _feeds;
    private readonly VenueClock _clock;
    private readonly AmberLight _light;

    public Gauges(LiveVenues venues, Feeds feeds, VenueClock clock, Readiness readiness, AmberLight light, StoreHealth store)
    {
        (_venues, _feeds, _clock, _light) = (venues, feeds, clock, light);
        Gauge("reception.ready", "1", "1 when this node wants traffic", () => readiness.Reasons().Count == 0 ? 1 : 0);
        Gauge("reception.store.healthy", "1", "1 while writes to the store go well and take less than a second", () => store.Failure is null && !store.IsSlow ? 1 : 0);
        _meter.CreateObservableGauge("reception.amber", Amber, "{venue}", "Venues here for which the amber light is on, by reason");
        Gauge("reception.connections", "{connection}", "Open sockets", () => feeds.All.Sum(feed => feed.Lines.Count()));
        Gauge("reception.venues.awake", "{venue}", "Venues in memory", () => venues.Awake.Count);
        PerVenue("reception.cursor.lag", "{entry}", "From the head to the slowest joined connection", Lag);
        PerVenue("reception.alert.unanswered.age", "s", "Age of the oldest call that still rings", Unanswered);
        PerVenue("reception.step.overdue", "s", "How late what falls due next is", Overdue);
        PerVenue("reception.alerts.exhausted", "{alert}", "Open calls that nobody is left to be asked for", venue => venue.Current.State.Alerts.Values.Count(alert => alert is { Open: true, Exhausted: true }));
    }

    public void Dispose() => _meter.Dispose();

    private IEnumerable<Measurement<int>> Amber()
    {
        var on = _venues.Awake.SelectMany(venue => _light.Of(venue) ?? []).CountBy(reason => reason.Code).ToDictionary();
        return AmberReasons.All.Select(reason => new Measurement<int>(on.GetValueOrDefault(reason.Code), new KeyValuePair<string, object?>("reception.reason", reason.Code)));
    }

    private double Lag(LiveVenue venue) =>
        _feeds.All.Where(feed => feed.Venue == venue).SelectMany(feed => feed.Lines).Select(line => line.Cursor).OfType<long>()
            .Select(cursor => (double)Math.Max(0, venue.Current.Seq - cursor)).DefaultIfEmpty().Max();

    private double Unanswered(LiveVenue venue) =>
        venue.Current.State.Alerts.Values.Where(alert => alert is { Open: true, Ringing: true }).Select(alert => Since(alert.Raised)).DefaultIfEmpty().Max();

    private double Overdue(LiveVenue venue) => venue.Current.State.NextDue is { } due ? Since(due) : 0;

    private double Since(DateTimeOffset venueTime) => Math.Max(0, ((_clock.Now - venueTime) / _clock.Pace).TotalSeconds);

    private void Gauge(string name, string unit, string description, Func<double> value) => _meter.CreateObservableGauge(name, value, unit, description);

    private void PerVenue(string name, string unit, string description, Func<LiveVenue, double> value) =>
        _meter.CreateObservableGauge(name, () => _venues.Awake.Select(venue => new Measurement<double>(value(venue), new KeyValuePair<string, object?>("reception.venue", venue.Id))), unit, description);
}
