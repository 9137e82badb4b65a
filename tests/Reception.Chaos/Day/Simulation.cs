using System.Globalization;
using Reception.Chaos.Processes;
using Reception.Chaos.Running;

namespace Reception.Chaos.Day;

/// <summary>A day of guests played by the command line's <c>simulate</c>, a process of its own that outlives the hub's deaths.</summary>
internal static class Simulation
{
    public static Task<Outcome> Play(HubSeat seat, int guests, int seed, TimeSpan limit, CancellationToken stop) => Child.Run(
        "dotnet",
        [
            Built.Cli, "simulate", "--url", seat.Url.ToString(),
            "--guests", guests.ToString(CultureInfo.InvariantCulture), "--seed", seed.ToString(CultureInfo.InvariantCulture),
        ],
        seat.Folder, limit, stop);

    /// <summary>Null when it ended with its line of zeros.</summary>
    public static string? Wrong(Outcome outcome) =>
        outcome.TimedOut ? $"it did not end within its time:{Environment.NewLine}{outcome.Tail(12)}"
        : outcome.ExitCode != 0 ? $"it ended with {outcome.ExitCode}:{Environment.NewLine}{outcome.Tail(12)}"
        : null;
}
