using Reception.Chaos.Running;

namespace Reception.Chaos.Run;

/// <summary>A hub on its seat, started again whenever it ends, and the lines to whatever it talks to.</summary>
internal sealed class Node(HubSeat seat, IReadOnlyList<TcpLine> behind) : IAsyncDisposable
{
    private HubProcess? _hub;

    /// <summary>Between devices and the hub.</summary>
    public TcpLine Front { get; } = new(seat.Port);

    /// <summary>To PostgreSQL; null with a store of its own.</summary>
    public TcpLine? ToStore => behind.Count > 0 ? behind[0] : null;

    public TcpLine? ToRedis => behind.Count > 1 ? behind[1] : null;

    public string Name => Path.GetFileName(seat.Folder);

    public HubSeat Seat => seat;

    /// <summary>Where devices reach it.</summary>
    public Uri Url => new($"http://127.0.0.1:{Front.Port}/");

    /// <summary>It runs, and its line to the store is whole.</summary>
    public bool Fit => Running && LineWhole;

    /// <summary>A process that was ready once and is not paused.</summary>
    public bool Running { get; private set; }

    public bool LineWhole { get; set; } = true;

    /// <summary>As a service manager does: tried again when it ends before it was ready.</summary>
    public async Task Start(CancellationToken stop)
    {
        while (true)
        {
            try
            {
                _hub = await seat.Start(stop);
                Running = true;
                return;
            }
            catch (Exception again) when (again is InvalidOperationException or TimeoutException && !stop.IsCancellationRequested)
            {
                Console.WriteLine($"  {Name} did not start and is started again: {again.Message.Split('\n')[0].TrimEnd()}");
                await Task.Delay(TimeSpan.FromSeconds(0.5), stop);
            }
        }
    }

    public async Task Kill()
    {
        Running = false;
        if (_hub is not null)
        {
            await _hub.Kill();
            await _hub.DisposeAsync();
            _hub = null;
        }
    }

    public async Task Pause(CancellationToken stop)
    {
        Running = false;
        await (_hub?.Signal("STOP", stop) ?? Task.CompletedTask);
    }

    public async Task GoOn(CancellationToken stop)
    {
        await (_hub?.Signal("CONT", stop) ?? Task.CompletedTask);
        Running = _hub is not null;
    }

    /// <summary>The exit code of an orderly end.</summary>
    public async Task<int?> Stop(CancellationToken stop)
    {
        Running = false;
        return _hub is null ? null : await _hub.Stop(stop);
    }

    public async ValueTask DisposeAsync()
    {
        await Kill();
        await Front.DisposeAsync();
        foreach (var line in behind)
        {
            await line.DisposeAsync();
        }
    }
}
