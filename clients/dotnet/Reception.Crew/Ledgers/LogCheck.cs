using Reception.Contracts;

namespace Reception.Crew.Ledgers;

/// <summary>A time during which no device reached the hub: it was down. Venue time, ms.</summary>
public sealed record Outage(long From, long To);

/// <summary>The log in itself: gapless, one entry per command, escalations in time.</summary>
internal static class LogCheck
{
    private static readonly TimeSpan LateFrom = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LateAfterStart = TimeSpan.FromSeconds(5);

    public static void Run(IReadOnlyList<LogRow> log, double pace, IReadOnlyList<Outage> outages, Findings findings)
    {
        for (var at = 1; at < log.Count; at++)
        {
            if (log[at].Seq != log[at - 1].Seq + 1)
            {
                findings.IsOutOfOrder($"entry {log[at].Seq} follows entry {log[at - 1].Seq}");
            }
        }

        foreach (var twice in log.Where(row => row.CommandId is not null).GroupBy(row => row.CommandId, StringComparer.Ordinal).Where(rows => rows.Skip(1).Any()))
        {
            findings.IsDouble($"command {twice.Key} is entries {string.Join(", ", twice.Select(row => row.Seq))}");
        }

        foreach (var row in log.Where(row => row is { Step: not null, Due: not null, Fired: not null }))
        {
            var (due, fired) = (Allowed(row.Due!.Value, pace, outages), row.Fired!.Value);
            if (fired > due)
            {
                findings.IsLate($"{row.Step} of entry {row.Seq} was taken {(fired - row.Due.Value) / pace / 1000:0.0} s late");
            }
        }
    }

    /// <summary>Open calls at the end whose next step should have been taken long ago.</summary>
    /// <param name="end">The venue as the hub had it then.</param>
    public static void Open(Changes end, IReadOnlyList<Outage> outages, Findings findings)
    {
        foreach (var alert in end.Alerts ?? [])
        {
            if (alert is { Closed: null, Next: { } next } && end.Now > Math.Max(Allowed(next, end.Pace, outages), next + (LateAfterStart.TotalMilliseconds * end.Pace)))
            {
                findings.IsLate($"{alert.Id} is open and its next step was due {(end.Now - next) / end.Pace / 1000:0.0} s ago");
            }
        }
    }

    private static double Allowed(long due, double pace, IReadOnlyList<Outage> outages)
    {
        var allowed = due + (LateFrom.TotalMilliseconds * pace);
        // While the hub was down nothing is taken; after a start within 5 s. It was seen down a little after it went.
        foreach (var outage in outages.Where(outage => due <= outage.To + (LateFrom.TotalMilliseconds * pace) && outage.From - (LateFrom.TotalMilliseconds * pace) <= allowed))
        {
            allowed = Math.Max(allowed, outage.To + (LateAfterStart.TotalMilliseconds * pace));
        }

        return allowed;
    }
}
