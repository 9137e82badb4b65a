using System.CommandLine;
using System.Diagnostics;
using System.Globalization;

namespace Reception.Chaos.Worlds;

/// <summary>
/// Several nodes in one process, in virtual time, out of one source of chance. Each seed is a world of its own; one that failed is kept in <c>seeds.txt</c> and
/// run again for ever. The first seed is run twice: a world that does not come out the same proves nothing.
/// </summary>
internal static class WorldsRig
{
    private const string Kept = "tests/Reception.Chaos/Worlds/seeds.txt";
    private const int Shown = 60;

    /// <summary>More of them tell nothing new.</summary>
    private const int MostBroken = 5;

    public static Command Command()
    {
        var seeds = new Option<int>("--seeds") { Description = "How many worlds.", DefaultValueFactory = _ => 40 };
        var seed = new Option<int?>("--seed") { Description = "The first seed; without it the kept ones come first, then 1, 2, 3 …" };
        var story = new Option<bool>("--story") { Description = "Tell all that happens." };
        var command = new Command("worlds", "Nodes, a store that fails, phones that come and go, in virtual time; every promise is held against the log.") { seeds, seed, story };
        command.SetAction((parsed, _) => Run(parsed.GetValue(seed), parsed.GetValue(seeds), parsed.GetValue(story)));
        return command;
    }

    private static async Task<int> Run(int? first, int count, bool story)
    {
        OneThread.Take();
        var tally = new Tally();
        var clock = Stopwatch.StartNew();
        var all = (first is null ? KeptSeeds() : []).Concat(Enumerable.Range(first ?? 1, count)).ToList();
        World? once = null;
        var broken = 0;
        foreach (var seed in all.TakeWhile(_ => broken < MostBroken))
        {
            var world = await One(seed, story);
            once ??= world;
            tally.Check($"seed {seed}: {world.Summary}, {world.Hash}", world.Failure);
            broken += world.Failure is null ? 0 : 1;
            if (world.Failure is not null && !story)
            {
                Tell(world.Story.TakeLast(Shown));
            }
        }

        tally.Check($"seed {all[0]} is the same world again", Difference(once!, await One(all[0], story: false)));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{all.Count} worlds in {clock.Elapsed.TotalSeconds:0} s, {(all.Count + 1) / clock.Elapsed.TotalMinutes:0} a minute"));
        return tally.Close();
    }

    private static string? Difference(World once, World again)
    {
        var at = once.Story.Zip(again.Story).TakeWhile(lines => lines.First == lines.Second).Count();
        return once.Hash == again.Hash ? null : $"the first time {once.Story.ElementAtOrDefault(at)}, then {again.Story.ElementAtOrDefault(at)}";
    }

    private static async Task<World> One(int seed, bool story)
    {
        // Onto the pool's one thread.
        await Task.Yield();
        var world = new World(seed);
        await world.Run();
        if (story)
        {
            Tell(world.Story);
        }

        return world;
    }

    private static void Tell(IEnumerable<string> story)
    {
        foreach (var line in story)
        {
            Console.WriteLine($"    {line}");
        }
    }

    /// <summary>One a line, with what it found.</summary>
    private static IEnumerable<int> KeptSeeds() => File.ReadAllLines(Path.Combine(Repository.Root, Kept))
        .Select(line => line.Split('#')[0].Trim()).Where(line => line.Length > 0).Select(line => int.Parse(line, CultureInfo.InvariantCulture));
}
