using Reception.Client;
using Reception.Contracts;

namespace Reception.Crew.Ledgers;

/// <summary>What happened, counted from the log, the ledgers and what the devices went through.</summary>
internal static class Counting
{
    public static Happened Count(IReadOnlyList<Ledger> ledgers, IReadOnlyList<LogRow> log, IEnumerable<ClientCounters> devices, Archive archive, WordBook words)
    {
        var events = log.SelectMany(row => row.Events).GroupBy(one => one, StringComparer.Ordinal).ToDictionary(one => one.Key, one => one.Count(), StringComparer.Ordinal);
        var lines = ledgers.SelectMany(ledger => ledger.Lines).ToList();
        var through = devices.ToList();
        return new(
            events.GetValueOrDefault("alert-acknowledged"), events.GetValueOrDefault("alert-stepped"), events.GetValueOrDefault("alert-declined"),
            events.GetValueOrDefault("alert-delayed"), through.Sum(one => one.Resumed), through.Sum(one => one.Reset), lines.Sum(line => Math.Max(0, line.Sends - 1)),
            lines.Count(line => line.Answer?.Code == ErrorCodes.Stale.Id), events.GetValueOrDefault("trigger-undone"),
            archive.Journeys.Count(journey => Last(journey, words) is "no-show" || journey.End == "no-show"),
            archive.Journeys.Sum(journey => journey.Steps.Count(step => words.Of(journey)?.UseOfTrigger(step.Trigger) == "stay")));
    }

    public static int Alerts(IReadOnlyList<LogRow> log) => log.Sum(row => row.Events.Count(one => one == "alert-raised"));

    /// <summary>Of the calls that somebody took, how many were taken before anybody else was asked.</summary>
    public static double FirstRung(Archive archive)
    {
        var taken = archive.Alerts.Where(alert => alert.Answer != "none" && alert.Answers.Any(Taken)).ToList();
        return taken.Count == 0 ? 0 : (double)taken.Count(alert => alert.Ladder.Skip(1).FirstOrDefault()?.Fired is not { } next || alert.Answers.First(Taken).At <= next) / taken.Count;
    }

    /// <summary>Percentile of the time to an answer, ms, of commands that were answered at all.</summary>
    public static double Percentile(IReadOnlyList<Ledger> ledgers, double share)
    {
        var times = ledgers.SelectMany(ledger => ledger.Lines).Where(line => line.Answer is { Seq: > 0 }).Select(line => line.Took.TotalMilliseconds).Order().ToList();
        return times.Count == 0 ? 0 : times[Math.Min(times.Count - 1, (int)(share * times.Count))];
    }

    private static bool Taken(AlertAnswer answer) => answer.Kind is "ack" or "done";

    private static string? Last(JourneyView journey, WordBook words) =>
        journey is { Ended: not null, Steps: [.., var last] } ? words.Of(journey)?.UseOfTrigger(last.Trigger) : null;
}
