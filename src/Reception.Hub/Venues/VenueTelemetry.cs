using System.Diagnostics;
using System.Diagnostics.Metrics;
using Reception.Contracts;
using Reception.Hub.Commands;
using Reception.Hub.Diagnostics;
using Reception.Hub.Storage;

namespace Reception.Hub.Venues;

/// <summary>What is counted and traced on the write path.</summary>
internal static class VenueTelemetry
{
    private static readonly Counter<long> Commands = HubMeter.Meter.CreateCounter<long>("reception.commands", "{command}", "Commands of people, by kind and outcome");
    private static readonly Histogram<double> Commits = HubMeter.Meter.CreateHistogram("reception.commit.duration", "s", "Of one append, to the flush", advice: HubMeter.Latencies);
    private static readonly Histogram<long> AppendLength = HubMeter.Meter.CreateHistogram<long>("reception.append.entries", "{entry}", "Entries of one append");
    private static readonly Histogram<long> AppendSize = HubMeter.Meter.CreateHistogram<long>("reception.append.size", "By", "Bytes of the entries of one append");
    private static readonly Counter<long> Climbs = HubMeter.Meter.CreateCounter<long>("reception.ladder.climbs", "{step}", "Rungs that calls went on to");

    public static Activity? Tapped(string venue, Command command) =>
        CommandTrace.Begin("reception.command", venue, command.CommandId, ActivityKind.Server)?.SetTag("reception.command.kind", command.Kind);

    public static Answer Answered(Activity? trace, string? kind, Answer answer)
    {
        var outcome = answer.Ok ? "ok" : answer.Code;
        // What a client invents is no attribute.
        var known = kind is not null && CommandKinds.All.ContainsKey(kind) ? kind : "unknown";
        Commands.Add(1, new("reception.command.kind", known), new("reception.outcome", outcome));
        trace?.SetTag("reception.outcome", outcome).SetTag("reception.seq", answer.Seq);
        return answer;
    }

    /// <summary>To be put away when the store has answered.</summary>
    public static TraceSteps? Appending(Plan plan) => CommandTrace.IsOn
        ? new(plan.Entries.Where(entry => entry.CommandId is not null)
            .Select(entry => CommandTrace.Begin("reception.commit", plan.State.Venue, entry.CommandId!)?.SetTag("reception.seq", entry.Seq)))
        : null;

    public static void Appended(IReadOnlyList<StoredEntry> entries, TimeSpan took)
    {
        Commits.Record(took.TotalSeconds);
        AppendLength.Record(entries.Count);
        if (AppendSize.Enabled)
        {
            AppendSize.Record(entries.Sum(entry => (long)entry.Body.Length));
        }
    }

    /// <summary>Only of what this node committed: another node counts its own.</summary>
    public static void Committed(VenueMoment before, VenueMoment after)
    {
        if (!Climbs.Enabled && !CommandTrace.IsOn)
        {
            return;
        }

        foreach (var alert in after.State.Alerts.Values.Where(alert => alert.Seq > before.Seq))
        {
            if (alert.Step - (before.State.Alerts.GetValueOrDefault(alert.Id)?.Step ?? 0) is > 0 and var steps)
            {
                Climbs.Add(steps);
                CommandTrace.Begin("reception.alert.step", after.State.Venue, alert.Id)?.SetTag("reception.alert.step", alert.Step).Dispose();
            }
        }
    }
}
