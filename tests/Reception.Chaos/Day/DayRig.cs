using System.CommandLine;
using System.Globalization;
using Reception.Chaos.Running;

namespace Reception.Chaos.Day;

/// <summary>
/// A simulated day during which the hub is killed again and again and starts on the same folder. Nobody may notice more than a pause:
/// the simulation counts its zeros, and the log is then read without any code of the hub.
/// </summary>
internal static class DayRig
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(15);

    /// <summary>A restart makes nobody lost before this has passed.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(30);

    public static Command Command()
    {
        var kills = new Option<int>("--kills") { Description = "How often the hub is killed.", DefaultValueFactory = _ => 10 };
        var seed = new Option<int>("--seed") { Description = "Of the day and of the moments.", DefaultValueFactory = _ => 1 };
        var guests = new Option<int>("--guests") { Description = "How many guests come.", DefaultValueFactory = _ => 40 };
        var clock = new Option<double>("--clock") { Description = "Venue seconds per second.", DefaultValueFactory = _ => 600 };
        var keep = new Option<bool>("--keep") { Description = "Keep data and logs." };
        var command = new Command("day", "Kill the hub in the middle of a simulated day.") { kills, seed, guests, clock, keep };
        command.SetAction((parsed, stop) => Run(
            parsed.GetValue(kills), parsed.GetValue(seed), parsed.GetValue(guests), parsed.GetValue(clock), parsed.GetValue(keep), stop));
        return command;
    }

    private static async Task<int> Run(int kills, int seed, int guests, double clock, bool keep, CancellationToken stop)
    {
        var tally = new Tally();
        using var scratch = new Scratch("day", keep);
        var seat = new HubSeat(scratch.Folder, Ports.Free(), clock);
        await using var killer = new Killer(seat, await seat.Start(stop), seed);
        await using var witness = await Witness.Begin(seat, stop);

        using var over = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var killing = KillAndWitness();
        var day = await Simulation.Play(seat, guests, seed, Limit, stop);
        var ended = DateTimeOffset.UtcNow;
        await over.CancelAsync();
        await killing;
        Console.WriteLine(day.Tail(2));

        tally.Check("the day went well for everybody in it", Simulation.Wrong(day));
        tally.Check($"the hub was killed {kills} times while it went on", killer.Deaths.Count == kills, $"only {killer.Deaths.Count} times: the day was over");
        var code = await killer.Hub.Stop(stop);
        tally.Check("the last process stops when it is asked to", code == 0, $"it ended with {code?.ToString(CultureInfo.InvariantCulture) ?? "nothing"}:{Environment.NewLine}{killer.Hub.Tail()}");

        var logs = StoredLog.Read(seat.Data);
        tally.Check("P2 numbers without a gap", string.Join("; ", logs.Select(log => log.Gap()).OfType<string>()));
        tally.Check("every mark is that of its history", string.Join("; ", logs.Select(log => log.BrokenChain()).OfType<string>()));
        tally.Check("P1 what was answered is there", Missing(witness, logs));
        tally.Check("P5 the same id has the same answer", witness.Differing == 0, $"{witness.Differing} answers differ");
        tally.Check("P6 every step was taken in time", Lateness.Wrong(seat, killer.Deaths, logs));
        tally.Check("no restart made a position unmanned", Lost(seat, killer.Deaths, logs, ended));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{logs.Sum(log => log.Rows.Count)} entries, {witness.Answered.Count} answers witnessed, {killer.Deaths.Count} kills, seed {seed}"));
        return tally.Close();

        // Afterwards it is quiet but for the day itself: what a witness asks for moves the log on without changing a view.
        async Task KillAndWitness()
        {
            await killer.Kill(kills, over.Token, stop);
            await witness.Finish();
        }
    }

    private static string? Missing(Witness witness, IReadOnlyList<StoredLog> logs)
    {
        var entries = logs.SelectMany(log => log.Rows).Where(row => row.CommandId is not null).ToDictionary(row => row.CommandId!);
        var missing = witness.Answered.Values.Where(answer => entries.GetValueOrDefault(answer.CommandId)?.Seq != answer.Seq).ToList();
        return witness.Answered.Count == 0 ? "nothing was witnessed"
            : missing.Count > 0 ? $"{missing.Count} of {witness.Answered.Count}, first {missing[0]}"
            : null;
    }

    private static string? Lost(HubSeat seat, IReadOnlyList<Death> deaths, IReadOnlyList<StoredLog> logs, DateTimeOffset ended)
    {
        var hostTime = StoredLog.HostTime(seat.Data);
        var lost = logs.SelectMany(log => log.Rows)
            .Where(row => row.Events.Contains("device-lost"))
            .Select(row => (row.Seq, At: hostTime(row.At)))
            .Where(row => row.At < ended && deaths.Any(death => row.At >= death.Killed && row.At < death.Ready + Grace))
            .ToList();
        return lost.Count == 0 ? null : $"{lost.Count} devices were declared lost within {Grace.TotalSeconds} s of a restart, first by entry {lost[0].Seq}";
    }
}
