using System.Diagnostics;
using System.Text;

namespace Reception.Chaos.Processes;

/// <summary>What became of a process.</summary>
internal sealed record Outcome(int ExitCode, bool TimedOut, TimeSpan Took, string Output)
{
    public bool Good => ExitCode == 0 && !TimedOut;

    /// <summary>The end of what it printed, indented, for a report.</summary>
    public string Tail(int lines) => string.Join(
        Environment.NewLine, Output.TrimEnd().Split('\n').TakeLast(lines).Select(line => "    " + line.TrimEnd()));
}

/// <summary>Runs a process to its end within a bounded time; it and what it started are ended by id when the time is over.</summary>
internal static class Child
{
    private static readonly TimeSpan LastBreath = TimeSpan.FromSeconds(10);

    public static async Task<Outcome> Run(string file, IReadOnlyList<string> args, string folder, TimeSpan limit, CancellationToken stop)
    {
        var output = new StringBuilder();
        using var process = new Process { StartInfo = Start(file, args, folder) };
        process.OutputDataReceived += (_, line) => Add(output, line.Data);
        process.ErrorDataReceived += (_, line) => Add(output, line.Data);
        var clock = Stopwatch.StartNew();
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();

        using var bound = CancellationTokenSource.CreateLinkedTokenSource(stop);
        bound.CancelAfter(limit);
        try
        {
            await process.WaitForExitAsync(bound.Token);
            return new(process.ExitCode, false, clock.Elapsed, Text(output));
        }
        catch (OperationCanceledException)
        {
            await End(process);
            stop.ThrowIfCancellationRequested();
            return new(-1, true, clock.Elapsed, Text(output));
        }
    }

    /// <summary>What a process of ours starts with: English, no telemetry, no build servers that outlive it.</summary>
    public static ProcessStartInfo Start(string file, IReadOnlyList<string> args, string folder)
    {
        var start = new ProcessStartInfo(file, args)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        // Set by `dotnet run` and `dotnet test` for themselves; a child that inherits them builds and loads the wrong things.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBuild", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        return start;
    }

    public static async Task End(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
            using var bound = new CancellationTokenSource(LastBreath);
            await process.WaitForExitAsync(bound.Token);
        }
        catch (Exception gone) when (gone is InvalidOperationException or OperationCanceledException)
        {
            // It had ended by itself, or the kernel will end it when its disk answers.
        }
    }

    private static void Add(StringBuilder output, string? line)
    {
        if (line is not null)
        {
            lock (output)
            {
                output.AppendLine(line);
            }
        }
    }

    private static string Text(StringBuilder output)
    {
        lock (output)
        {
            return output.ToString();
        }
    }
}
