using System.CommandLine;
using System.Globalization;
using Reception.Crew;

namespace Reception.Chaos.Run;

/// <summary>
/// A day on several nodes, PostgreSQL and Redis while all of it breaks. Real processes, real lines; the crew plays through the SDK and keeps
/// ledgers on disk; afterwards ledgers and store are compared, and every device with its venue.
/// </summary>
internal static class RunRig
{
    // The plan of a day: so many an hour, and its last guest needs some time to go.
    private const int FewestGuests = 30;
    private const int MostGuests = 96;
    private const double GuestMinutes = 5;
    private const double TailMinutes = 40;
    private const double ShortestDay = 150;

    private static readonly TimeSpan Afterwards = TimeSpan.FromMinutes(5);

    public static Command Command()
    {
        var seconds = new Option<int>("--seconds") { Description = "How long things break; the day then comes to its end in peace.", DefaultValueFactory = _ => 60 };
        var seed = new Option<int>("--seed") { Description = "Of the day and of the faults.", DefaultValueFactory = _ => 1 };
        var nodes = new Option<int>("--nodes") { Description = "How many hubs.", DefaultValueFactory = _ => 3 };
        var store = new Option<string>("--store") { Description = "postgres, or sqlite: one hub.", DefaultValueFactory = _ => "postgres" };
        var only = new Option<string?>("--only") { Description = "Only faults whose name or place contains this." };
        var keep = new Option<bool>("--keep") { Description = "Keep logs and ledgers also when all is well." };
        store.AcceptOnlyFromAmong("postgres", "sqlite");
        var command = new Command("run", "Break everything while a day is played on several nodes.") { seconds, seed, nodes, store, only, keep };
        command.SetAction((parsed, stop) =>
        {
            var postgres = parsed.GetValue(store) == "postgres";
            return Run(parsed.GetValue(seconds), parsed.GetValue(seed), postgres ? parsed.GetValue(nodes) : 1, postgres, parsed.GetValue(only), parsed.GetValue(keep), stop);
        });
        return command;
    }

    private static async Task<int> Run(int seconds, int seed, int nodes, bool postgres, string? only, bool keep, CancellationToken stop)
    {
        var folder = Directory.CreateTempSubdirectory("reception-chaos-").FullName;
        var guests = Math.Clamp(seconds / 12, FewestGuests, MostGuests);
        var clock = Math.Clamp((Math.Max(ShortestDay, guests * GuestMinutes) + TailMinutes) * 60 / seconds, 1, 600);
        Wrongs wrongs = new([], [], [], []);
        Misfortune misfortune;
        int commands;
        await using (var site = await Site.Build(folder, nodes, postgres, clock, stop))
        {
            using var ledgers = new LedgerFiles(Path.Combine(folder, "ledgers"));
            await using var day = await Simulation.Prepare(Options(site, guests, seed, ledgers), stop);
            misfortune = new(Chosen(site, only), seed, Path.Combine(folder, "faults.log"));
            using var over = CancellationTokenSource.CreateLinkedTokenSource(stop);
            over.CancelAfter(TimeSpan.FromSeconds(seconds));
            var breaking = misfortune.Run(over.Token, stop);
            await Play(day, TimeSpan.FromSeconds(seconds) + Afterwards, wrongs, stop);
            await over.CancelAsync();
            await breaking;

            var notes = ledgers.Read();
            commands = notes.Count(note => note.What == "intent");
            StoreCheck.Run(notes, await site.Logs(), wrongs);
            Console.WriteLine(string.Join(", ", notes.GroupBy(note => note.What).Select(of => $"{of.Key} {of.Count()}")));
        }

        return Close(folder, keep, seed, commands, misfortune, wrongs);
    }

    private static SimulationOptions Options(Site site, int guests, int seed, LedgerFiles ledgers)
    {
        var next = -1;
        return new()
        {
            Hub = site.Nodes[0].Url, Guests = guests, Seed = seed, Noted = ledgers.Note, Serves = () => site.Serves,
            // In turn: whoever works together hangs on different nodes.
            NodeOf = _ => site.Nodes[(int)((uint)Interlocked.Increment(ref next) % site.Nodes.Count)].Url,
        };
    }

    private static async Task Play(Simulation day, TimeSpan limit, Wrongs wrongs, CancellationToken stop)
    {
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(stop);
        bound.CancelAfter(limit);
        try
        {
            var verdict = await day.Run(bound.Token);
            Console.WriteLine(verdict.Counts);
            Console.WriteLine(verdict.Result);
            wrongs.Lost.AddRange(verdict.Findings.Where(finding => finding.StartsWith("lost", StringComparison.Ordinal) || finding.StartsWith("illegal", StringComparison.Ordinal)));
            wrongs.Duplicated.AddRange(verdict.Findings.Where(finding => finding.StartsWith("duplicated", StringComparison.Ordinal)));
            wrongs.Gaps.AddRange(verdict.Findings.Where(finding => finding.StartsWith("out of order", StringComparison.Ordinal)));
            wrongs.Late.AddRange(verdict.Findings.Where(finding => finding.StartsWith("late", StringComparison.Ordinal)));
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            wrongs.Lost.Add($"the day did not come to its end within {limit.TotalSeconds:0} s");
        }
    }

    private static IReadOnlyList<Fault> Chosen(Site site, string? only)
    {
        IReadOnlyList<Fault> chosen = [.. Faults.Of(site).Where(fault => only is null || $"{fault.On} {fault.Name}".Contains(only, StringComparison.OrdinalIgnoreCase))];
        return chosen.Count > 0 ? chosen : throw new ArgumentException($"No fault is called “{only}”.");
    }

    private static int Close(string folder, bool keep, int seed, int commands, Misfortune misfortune, Wrongs wrongs)
    {
        foreach (var wrong in wrongs.All)
        {
            Console.WriteLine(wrong);
        }

        Console.WriteLine(string.Join(", ", misfortune.Kinds.OrderBy(kind => kind.Key, StringComparer.Ordinal).Select(kind => $"{kind.Key} {kind.Value}")));
        var good = wrongs.None && commands > 0 && misfortune.Happened > 0;
        if (!good || keep)
        {
            Console.WriteLine($"kept: {folder}");
        }
        else
        {
            Directory.Delete(folder, recursive: true);
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"lost {wrongs.Lost.Count}, duplicated {wrongs.Duplicated.Count}, gaps {wrongs.Gaps.Count}, late escalations {wrongs.Late.Count}, commands {commands}, faults {misfortune.Happened}, seed {seed}"));
        return good ? 0 : 1;
    }
}
