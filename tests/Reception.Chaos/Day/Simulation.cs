using System.Globalization;
using System.Text.RegularExpressions;
using Reception.Chaos.Processes;
using Reception.Chaos.Running;

namespace Reception.Chaos.Day;

/// <summary>A day of guests played by the command line's <c>simulate</c>, a process of its own that outlives the hub's deaths.</summary>
internal static partial class Simulation
{
    public static Task<Outcome> Play(HubSeat seat, int guests, int seed, TimeSpan limit, CancellationToken stop) => Child.Run(
        "dotnet",
        [
            Built.Cli, "simulate", "--url", seat.Url.ToString(),
            "--guests", guests.ToString(CultureInfo.InvariantCulture), "--seed", seed.ToString(CultureInfo.InvariantCulture),
        ],
        seat.Folder, limit, stop);

    /// <summary>
    /// Null when it ended with its line of zeros. What else it wants of a day (that everything happened at least once) is not asked for here:
    /// a day that is interrupted again and again may well miss something.
    /// </summary>
    public static string? Wrong(Outcome outcome) =>
        outcome.TimedOut ? $"it did not end within its time:{Environment.NewLine}{outcome.Tail(12)}"
        : !Zeros().IsMatch(outcome.Output.TrimEnd().Split('\n')[^1]) ? $"it ended with {outcome.ExitCode}:{Environment.NewLine}{outcome.Tail(20)}"
        : null;

    [GeneratedRegex(@"^guests \d+, .*\blost 0, duplicated 0, out of order 0, late escalations 0, illegal paths 0\b")]
    private static partial Regex Zeros();
}
