using System.Diagnostics.Metrics;
using Reception.Contracts;
using Reception.Domain;
using Reception.Domain.Alerts;
using Reception.Hub.Diagnostics;
using Reception.Hub.Venues;

namespace Reception.Hub.Realtime;

/// <summary>What is counted and traced between a commit and the devices.</summary>
internal static class RealtimeTelemetry
{
    private const string Kind = "reception.receipt";

    private static readonly Counter<long> Receipts = HubMeter.Meter.CreateCounter<long>("reception.receipts", "{receipt}", "Receipts of calls that were entered, by what they say");

    /// <summary>From a new moment to the last connection that was not busy. To be put away then.</summary>
    public static TraceSteps? FanOut(VenueMoment before, VenueMoment after, int connections) => CommandTrace.IsOn
        ? new(after.State.Alerts.Values.Where(alert => alert.Seq > before.Seq)
            .Select(alert => CommandTrace.Begin("reception.fan-out", after.State.Venue, alert.Id)?.SetTag("reception.seq", alert.Seq).SetTag("reception.connections", connections)))
        : null;

    /// <summary>A device says that a call has arrived, or was heard.</summary>
    public static void Reported(LiveVenue venue, DeviceId device, Report report)
    {
        if (CommandTrace.IsOn)
        {
            Trace(venue, device, report.Delivered, "delivered");
            Trace(venue, device, report.Heard, "heard");
        }
    }

    public static void Entered(IEnumerable<Receiving> receipts)
    {
        foreach (var receipt in receipts)
        {
            Receipts.Add(1, new KeyValuePair<string, object?>(Kind, receipt.Heard is null ? "delivered" : "heard"));
        }
    }

    private static void Trace(LiveVenue venue, DeviceId device, IReadOnlyList<string>? alerts, string said)
    {
        var state = venue.Current.State;
        foreach (var alert in (alerts ?? []).Where(id => id is not null).Select(id => new AlertId(id)).Where(state.Alerts.ContainsKey))
        {
            CommandTrace.Begin("reception.receipt", venue.Id, alert)?.SetTag(Kind, said).SetTag("reception.device.id", device.Value).Dispose();
        }
    }
}
