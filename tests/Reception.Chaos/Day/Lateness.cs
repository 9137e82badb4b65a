using System.Globalization;
using Reception.Chaos.Running;

namespace Reception.Chaos.Day;

/// <summary>P6: a step is at most 2 s late while the hub runs, and taken at most 5 s after it is there again. Host time; the rig knows when it was dead.</summary>
internal static class Lateness
{
    private static readonly TimeSpan Running = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan AfterAStart = TimeSpan.FromSeconds(5);

    public static string? Wrong(HubSeat seat, IReadOnlyList<Death> deaths, IReadOnlyList<StoredLog> logs)
    {
        var hostTime = StoredLog.HostTime(seat.Data);
        var steps = logs.SelectMany(log => log.Rows).SelectMany(row => row.Steps.Select(step => (row.Seq, step.Alert, step.Step, Due: hostTime(step.Due), Taken: hostTime(step.Taken)))).ToList();
        var late = steps.Where(step => step.Taken > Latest(step.Due, deaths)).OrderByDescending(step => step.Taken - step.Due).ToList();
        return steps.Count == 0 ? "no call climbed"
            : late.Count == 0 ? null
            : string.Create(CultureInfo.InvariantCulture,
                $"{late.Count} of {steps.Count} steps were late, the worst {late[0].Alert}/{late[0].Step} of entry {late[0].Seq}: due {late[0].Due:HH:mm:ss.fff}, {(late[0].Taken - late[0].Due).TotalSeconds:0.0} s late");
    }

    /// <param name="deaths">One after the other.</param>
    private static DateTimeOffset Latest(DateTimeOffset due, IReadOnlyList<Death> deaths)
    {
        var latest = due + Running;
        foreach (var death in deaths.Where(death => due <= death.Ready + AfterAStart))
        {
            var again = death.Ready + AfterAStart;
            latest = death.Killed <= latest && again > latest ? again : latest;
        }

        return latest;
    }
}
