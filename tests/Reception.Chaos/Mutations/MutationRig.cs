using System.CommandLine;
using System.Diagnostics;

namespace Reception.Chaos.Mutations;

/// <summary>
/// Does each check bite? Plants one fault after the other into a copy of the sources and expects the check it names to fail. The copy
/// without a fault must pass the same check first, or the check would prove nothing. A patch that no longer applies is red.
/// </summary>
internal sealed class MutationRig(SourceCopy copy, Bench bench)
{
    private readonly Dictionary<Check, string?> _sound = [];

    public static Command Command()
    {
        var only = new Option<string?>("--only") { Description = "Only patches whose name or promise contains this." };
        var keep = new Option<bool>("--keep") { Description = "Keep the copy of the sources." };
        var command = new Command("mutations", "Plant each fault of tests/faults and see it caught.") { only, keep };
        command.SetAction((parsed, stop) => Run(parsed.GetValue(only), parsed.GetValue(keep), stop));
        return command;
    }

    private static async Task<int> Run(string? only, bool keep, CancellationToken stop)
    {
        var patches = Patch.All(Repository.Root)
            .Where(patch => only is null || patch.Name.Contains(only, StringComparison.OrdinalIgnoreCase) || patch.Promise == only)
            .ToList();
        using var scratch = new Scratch("mutations", keep);
        var copy = new SourceCopy(Repository.Root, scratch.Folder);
        await copy.Fill(stop);
        var rig = new MutationRig(copy, new Bench(copy));
        var clock = Stopwatch.StartNew();
        await rig.ProveSound(patches, stop);
        var caught = 0;
        foreach (var patch in patches)
        {
            caught += await rig.Try(patch, stop) ? 1 : 0;
        }

        Console.WriteLine($"in {clock.Elapsed.TotalSeconds:0} s: {caught} passed, {patches.Count - caught} failed");
        Console.WriteLine($"{caught} of {patches.Count} caught");
        return caught == patches.Count && caught > 0 ? 0 : 1;
    }

    /// <summary>Every check passes where no fault is planted.</summary>
    private async Task ProveSound(IReadOnlyList<Patch> patches, CancellationToken stop)
    {
        var built = new Dictionary<string, (TimeSpan Took, string? Failure)>();
        foreach (var check in patches.Select(patch => patch.Check).Distinct())
        {
            built[check.Builds] = built.TryGetValue(check.Builds, out var before) ? before with { Took = TimeSpan.Zero } : await bench.Build(check, stop);
            var (took, failure) = built[check.Builds];
            var result = failure is null ? await bench.Run(check, stop) : null;
            _sound[check] = result switch
            {
                null => $"it is not built without the fault either:{Environment.NewLine}{failure}",
                { AllPassed: true } => null,
                _ => $"its check does not pass without the fault ({Why(result)}):{Environment.NewLine}{result.Output.TrimEnd()}",
            };
            Console.WriteLine($"without a fault  {check}: {(_sound[check] is null ? $"{result!.Passed} passed" : "NOT SOUND")}, build {Seconds(took)}, check {Seconds(result?.Took ?? default)}");
        }
    }

    private async Task<bool> Try(Patch patch, CancellationToken stop)
    {
        if (_sound[patch.Check] is { } unsound)
        {
            return Red(patch, unsound);
        }

        if (await copy.Apply(patch, stop) is { } refused)
        {
            return Red(patch, $"it no longer applies:{Environment.NewLine}{refused}");
        }

        try
        {
            var (took, failure) = await bench.Build(patch.Check, stop);
            if (failure is not null)
            {
                return Red(patch, $"it does not compile any more:{Environment.NewLine}{failure}");
            }

            var result = await bench.Run(patch.Check, stop);
            if (!result.Caught)
            {
                return Red(patch, $"{patch.Check} did not bite ({Why(result)})");
            }

            var more = result.Failed.Count > 1 ? $" and {result.Failed.Count - 1} more" : "";
            Console.WriteLine($"caught   {patch.Promise,-4}{patch.Name,-36} build {Seconds(took)}, check {Seconds(result.Took)}: {result.Failed[0]}{more}");
            return true;
        }
        finally
        {
            await copy.Revert(patch, CancellationToken.None);
        }
    }

    private static bool Red(Patch patch, string words)
    {
        Console.WriteLine($"MISSED   {patch.Promise,-4}{patch.Name}: {words}");
        return false;
    }

    private static string Why(CheckResult result) => result.Note ?? $"{result.Passed} passed, {result.Failed.Count} failed";

    private static string Seconds(TimeSpan time) => $"{time.TotalSeconds:0.0} s";
}
