using System.Diagnostics;
using System.Net;
using Reception.Chaos.Processes;

namespace Reception.Chaos.Running;

/// <summary>A hub as a process of its own. What it prints goes to a file.</summary>
internal sealed class HubProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan AskAgain = TimeSpan.FromMilliseconds(20);

    private readonly Process _process;
    private readonly StreamWriter _log;
    private readonly Lock _writing = new();
    private readonly Stopwatch _sinceStart = Stopwatch.StartNew();

    private HubProcess(Process process, StreamWriter log, string logFile) => (_process, _log, LogFile) = (process, log, logFile);

    public string LogFile { get; }

    /// <summary>From exec to the first ready answer.</summary>
    public TimeSpan TookToStart { get; private set; }

    public static HubProcess Begin(IReadOnlyList<string> line, string folder, string logFile)
    {
        var log = new StreamWriter(logFile) { AutoFlush = true };
        var process = new Process { StartInfo = Child.Start(line[0], [.. line.Skip(1)], folder) };
        var hub = new HubProcess(process, log, logFile);
        process.OutputDataReceived += (_, said) => hub.Write(said.Data);
        process.ErrorDataReceived += (_, said) => hub.Write(said.Data);
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return hub;
    }

    public async Task Ready(Uri url, CancellationToken stop)
    {
        using var http = new HttpClient { BaseAddress = url, Timeout = TimeSpan.FromSeconds(5) };
        while (true)
        {
            if (_process.HasExited)
            {
                throw new InvalidOperationException($"The hub ended with {_process.ExitCode} before it was ready:{Environment.NewLine}{Tail()}");
            }

            if (_sinceStart.Elapsed > StartLimit)
            {
                throw new TimeoutException($"The hub was not ready within {StartLimit.TotalSeconds} s:{Environment.NewLine}{Tail()}");
            }

            try
            {
                using var answer = await http.GetAsync(new Uri("healthz/ready", UriKind.Relative), stop);
                if (answer.StatusCode == HttpStatusCode.OK)
                {
                    TookToStart = _sinceStart.Elapsed;
                    return;
                }
            }
            catch (Exception notYet) when (notYet is HttpRequestException or TaskCanceledException && !stop.IsCancellationRequested)
            {
                // It does not listen yet.
            }

            await Task.Delay(AskAgain, stop);
        }
    }

    /// <summary>kill −9: no goodbye, nothing flushed that was not flushed before.</summary>
    public Task Kill() => Child.End(_process);

    /// <summary>STOP or CONT.</summary>
    public Task Signal(string name, CancellationToken stop) =>
        Child.Run("kill", ["-" + name, _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)], ".", StopLimit, stop);

    /// <summary>SIGTERM. The exit code; null when it did not end in time.</summary>
    public async Task<int?> Stop(CancellationToken stop)
    {
        await Signal("TERM", stop);
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(stop);
        bound.CancelAfter(StopLimit);
        try
        {
            await _process.WaitForExitAsync(bound.Token);
            return _process.ExitCode;
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return null;
        }
    }

    public string Tail() => string.Join(Environment.NewLine, Lines().TakeLast(12).Select(line => "    " + line));

    /// <summary>What it has printed so far.</summary>
    public IReadOnlyList<string> Lines()
    {
        using var reader = new StreamReader(new FileStream(LogFile, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    public async ValueTask DisposeAsync()
    {
        await Child.End(_process);
        _process.Dispose();
        lock (_writing)
        {
            _log.Dispose();
        }
    }

    private void Write(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_writing)
        {
            if (_log.BaseStream is { CanWrite: true })
            {
                _log.WriteLine(line);
            }
        }
    }
}
