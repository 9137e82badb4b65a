using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Reception.Servers;

/// <summary>
/// A server as a child of ours, in a folder of its own. A shell between us holds its end of a pipe: when we end, however that happens,
/// the server is stopped by its id and the folder goes.
/// </summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private const string Shell = """
        folder=$1; shift
        "$@" >>"$folder/log" 2>&1 </dev/null &
        pid=$!
        echo $pid
        read -r how
        kill -CONT $pid 2>/dev/null; kill -INT $pid 2>/dev/null
        wait $pid
        [ "$how" = keep ] || rm -rf -- "$folder"
        """;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan AskAgain = TimeSpan.FromMilliseconds(20);

    private readonly Process _shell;

    private ServerProcess(Process shell, int id) => (_shell, Id) = (shell, id);

    /// <summary>Of the server itself: for a rig that kills or pauses it.</summary>
    public int Id { get; }

    /// <param name="folder">Of the server alone; its log goes there.</param>
    public static async Task<ServerProcess> Begin(string folder, IReadOnlyList<string> line)
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", Shell, "sh", folder, .. line]) { RedirectStandardInput = true, RedirectStandardOutput = true, WorkingDirectory = folder };
        var shell = Process.Start(start)!;
        var id = await shell.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException($"{line[0]} could not be started.");
        return new(shell, int.Parse(id, CultureInfo.InvariantCulture));
    }

    /// <summary>Until it answers as <paramref name="asked"/> wants; its log is in the message when it never does.</summary>
    public async Task Until(Func<Task<bool>> asked, string folder)
    {
        var begun = Stopwatch.GetTimestamp();
        while (!await asked())
        {
            if (HasEnded || Stopwatch.GetElapsedTime(begun) > Limit)
            {
                throw new InvalidOperationException($"The server in {folder} does not answer:{Environment.NewLine}{await File.ReadAllTextAsync(Path.Combine(folder, "log"))}");
            }

            await Task.Delay(AskAgain);
        }
    }

    // Its shell has not looked after it yet.
    private bool HasEnded => !File.Exists($"/proc/{Id}/stat") || File.ReadAllText($"/proc/{Id}/stat").Contains(") Z", StringComparison.Ordinal);

    /// <summary>Ends it; the folder goes too, unless it is to be started again there.</summary>
    public async Task Stop(bool keep)
    {
        if (!_shell.HasExited)
        {
            await _shell.StandardInput.WriteLineAsync(keep ? "keep" : "");
            _shell.StandardInput.Close();
            await _shell.WaitForExitAsync().WaitAsync(Limit);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Stop(keep: false);
        _shell.Dispose();
    }

    /// <summary>Sends the server a signal: KILL, STOP, CONT.</summary>
    public async Task Signal(string name) => await Run("kill", [$"-{name}", Id.ToString(CultureInfo.InvariantCulture)]);

    /// <summary>Runs a program to its end; what it said is in the message when it fails.</summary>
    public static async Task Run(string file, IReadOnlyList<string> args)
    {
        using var process = Process.Start(new ProcessStartInfo(file, args) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/" })!;
        var said = process.StandardOutput.ReadToEndAsync();
        var wrong = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(Limit);
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{file} {string.Join(' ', args)} ended with {process.ExitCode}: {wrong}{await said}");
        }
    }

    /// <summary>A port that nobody on loopback has at the moment.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
