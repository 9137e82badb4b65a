using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Reception.Web.Tests.Infrastructure;

/// <summary>
/// The line between a device and the hub, with an address of its own. Cut, it says nothing any more and closes nothing, as in a garage: neither side is told.
/// </summary>
internal sealed class Line : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _over = new();
    private readonly ConcurrentBag<TcpClient> _ends = [];
    private readonly Uri _hub;
    private readonly Task _accepting;
    private TaskCompletionSource _open = Opened();

    public Line(Uri hub)
    {
        _hub = hub;
        _listener.Start();
        Address = new UriBuilder(hub) { Port = ((IPEndPoint)_listener.LocalEndpoint).Port }.Uri;
        _accepting = Accept();
    }

    public Uri Address { get; }

    public void Cut() => _open = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What was under way when it was cut is lost with its connection; new ones go through.</summary>
    public void Mend()
    {
        while (_ends.TryTake(out var end))
        {
            end.Dispose();
        }

        _open.TrySetResult();
    }

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        _listener.Dispose();
        Mend();
        await _accepting;
        _over.Dispose();
    }

    private static TaskCompletionSource Opened()
    {
        var open = new TaskCompletionSource();
        open.SetResult();
        return open;
    }

    private async Task Accept()
    {
        try
        {
            while (true)
            {
                var device = await _listener.AcceptTcpClientAsync(_over.Token);
                _ends.Add(device);
                _ = Serve(device);
            }
        }
        catch (Exception end) when (end is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // The test is over.
        }
    }

    private async Task Serve(TcpClient device)
    {
        using var hub = new TcpClient();
        try
        {
            await _open.Task.WaitAsync(_over.Token);
            await hub.ConnectAsync(_hub.Host, _hub.Port, _over.Token);
            _ends.Add(hub);
            await Task.WhenAny(Carry(device, hub), Carry(hub, device));
            // That one side has hung up is not told through a line that is cut.
            await _open.Task.WaitAsync(_over.Token);
        }
        catch (Exception end) when (end is OperationCanceledException or IOException or SocketException or ObjectDisposedException)
        {
            // One of the two has left.
        }
        finally
        {
            device.Dispose();
        }
    }

    private async Task Carry(TcpClient from, TcpClient to)
    {
        var buffer = new byte[16 * 1024];
        while (true)
        {
            var read = await from.GetStream().ReadAsync(buffer, _over.Token);
            if (read == 0)
            {
                return;
            }

            await _open.Task.WaitAsync(_over.Token);
            await to.GetStream().WriteAsync(buffer.AsMemory(0, read), _over.Token);
        }
    }
}
