using Reception.Chaos.Processes;

namespace Reception.Chaos.Mutations;

/// <summary>Builds the copy and runs checks in it.</summary>
internal sealed class Bench(SourceCopy copy)
{
    private static readonly TimeSpan BuildLimit = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan CheckLimit = TimeSpan.FromMinutes(4);

    // A planted fault may leave something unused; that is not what should catch it.
    private static readonly string[] Loose = ["-p:RunAnalyzers=false", "-p:TreatWarningsAsErrors=false"];

    private readonly HashSet<string> _restored = [];

    /// <summary>Null when it was built, else what the compiler said.</summary>
    public async Task<(TimeSpan Took, string? Failure)> Build(Check check, CancellationToken stop)
    {
        if (check.IsWeb)
        {
            return await Packages(stop);
        }

        string[] restored = _restored.Contains(check.Builds) ? ["--no-restore"] : [];
        var outcome = await Child.Run(
            "dotnet", ["build", $"tests/{check.Builds}", "-v", "quiet", "-nologo", $"-p:BuildClient={check.NeedsPages}", .. Loose, .. restored], copy.Folder, BuildLimit, stop);
        _restored.Add(check.Builds);
        return (outcome.Took, outcome.Good ? null : outcome.Tail(12));
    }

    public Task<CheckResult> Run(Check check, CancellationToken stop) =>
        check.IsWeb ? RunWeb(check, stop) : check.IsRig ? RunRig(check, stop) : RunDotnet(check, stop);

    /// <summary>Those of the working tree are used when it has them.</summary>
    private async Task<(TimeSpan Took, string? Failure)> Packages(CancellationToken stop)
    {
        var web = Path.Combine(copy.Folder, "clients", "web");
        if (Directory.Exists(Path.Combine(web, "node_modules")))
        {
            return (TimeSpan.Zero, null);
        }

        var outcome = await Child.Run("npm", ["ci", "--no-audit", "--no-fund"], web, BuildLimit, stop);
        return (outcome.Took, outcome.Good ? null : outcome.Tail(12));
    }

    private async Task<CheckResult> RunDotnet(Check check, CancellationToken stop)
    {
        var results = Path.Combine(copy.Folder, "results.tsv");
        File.Delete(results);
        var assembly = Path.Combine("artifacts", "bin", check.Project, "debug", check.Project + ".dll");
        var outcome = await Child.Run(
            "dotnet", ["test", assembly, "--filter", check.Filter, "--logger", $"rules;path={results}", "--blame-hang-timeout", "120s", "--blame-hang-dump-type", "none"],
            copy.Folder, CheckLimit, stop);
        var lines = File.Exists(results) ? await File.ReadAllLinesAsync(results, stop) : [];
        return Verdict(outcome, lines);
    }

    private async Task<CheckResult> RunWeb(Check check, CancellationToken stop)
    {
        var web = Path.Combine(copy.Folder, "clients", "web");
        var results = Path.Combine(copy.Folder, "results.json");
        var outcome = await Child.Run(
            "npx", ["--no-install", "vitest", "run", check.Filter, "--reporter=json", $"--outputFile={results}"], web, CheckLimit, stop);
        var table = await Child.Run("node", [Path.Combine(copy.Folder, "tests", "Rules", "vitest.mjs"), results], web, CheckLimit, stop);
        return Verdict(outcome, table.Good ? table.Output.Split('\n') : []);
    }

    private async Task<CheckResult> RunRig(Check check, CancellationToken stop)
    {
        var assembly = Path.Combine("artifacts", "bin", check.Builds, "debug", check.Builds + ".dll");
        var outcome = await Child.Run("dotnet", [assembly, .. check.Filter.Split(' ')], copy.Folder, CheckLimit, stop);
        return Verdict(outcome, [.. outcome.Output.Split('\n').Select(Tally.ToResult).OfType<string>()]);
    }

    /// <summary>Lines are <c>outcome TAB rules TAB name</c>.</summary>
    private static CheckResult Verdict(Outcome outcome, IReadOnlyList<string> lines)
    {
        var passed = lines.Count(line => line.StartsWith("Passed\t", StringComparison.Ordinal));
        var failed = lines.Where(line => line.StartsWith("Failed\t", StringComparison.Ordinal)).Select(line => line.Split('\t')[^1].Trim()).ToList();
        var note = outcome.TimedOut ? "it hung"
            : passed + failed.Count == 0 ? "no test of that name ran"
            : outcome.ExitCode != 0 && failed.Count == 0 ? $"the runner ended with {outcome.ExitCode} though no test failed"
            : null;
        return new(passed, failed, outcome.Took, note, outcome.Output);
    }
}
