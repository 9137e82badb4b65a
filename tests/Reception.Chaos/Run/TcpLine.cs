using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Reception.Chaos.Run;

/// <summary>How a line is at the moment.</summary>
/// <param name="Delay">Of every piece, each way.</param>
/// <param name="NothingThere">What the near end sends does not arrive while it is so; TCP keeps it.</param>
/// <param name="NothingBack">The other way.</param>
internal sealed record LineState(TimeSpan Delay, bool NothingThere, bool NothingBack)
{
    public static readonly LineState Good = new(TimeSpan.Zero, false, false);
}

/// <summary>A cable between two processes: it can be slow, cut one way, half open, or torn out.</summary>
internal sealed class TcpLine : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<Pair, bool> _pairs = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly int _far;
    private readonly Task _accepting;
    private LineState _state = LineState.Good;
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TcpLine(int far)
    {
        _far = far;
        _listener.Start();
        _accepting = Accept();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public void Be(LineState state)
    {
        Volatile.Write(ref _state, state);
        Interlocked.Exchange(ref _changed, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
    }

    /// <summary>Every connection ends at once with a reset, on both sides.</summary>
    public void Reset()
    {
        foreach (var pair in _pairs.Keys)
        {
            pair.Reset();
        }
    }

    /// <summary>The connections of this moment never carry a byte again, and nobody is told; new ones are good.</summary>
    public void HalfOpen()
    {
        foreach (var pair in _pairs.Keys)
        {
            pair.Dead = true;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        Reset();
        await _accepting;
        _stop.Dispose();
    }

    private async Task Accept()
    {
        try
        {
            while (true)
            {
                var near = await _listener.AcceptSocketAsync(_stop.Token);
                _ = Serve(near);
            }
        }
        catch (Exception over) when (over is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The line is taken away.
        }
    }

    private async Task Serve(Socket near)
    {
        using var pair = new Pair(near);
        _pairs[pair] = true;
        try
        {
            await pair.Far.ConnectAsync(IPAddress.Loopback, _far, _stop.Token);
            await Task.WhenAny(Carry(pair, pair.Near, pair.Far, state => state.NothingThere), Carry(pair, pair.Far, pair.Near, state => state.NothingBack));
        }
        catch (Exception gone) when (gone is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // Nobody at the far end: the near one is reset, as a closed port would.
            pair.Reset();
        }
        finally
        {
            _pairs.TryRemove(pair, out _);
        }
    }

    private async Task Carry(Pair pair, Socket from, Socket to, Func<LineState, bool> cut)
    {
        var buffer = new byte[16 * 1024];
        try
        {
            while (await from.ReceiveAsync(buffer, _stop.Token) is > 0 and var length)
            {
                await Clear(cut);
                // A dead pair swallows: whoever waits for an answer must notice by itself.
                for (var sent = 0; sent < length && !pair.Dead;)
                {
                    sent += await to.SendAsync(buffer.AsMemory(sent, length - sent), _stop.Token);
                }
            }
        }
        catch (Exception gone) when (gone is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // One side went; the other follows.
        }
    }

    private async Task Clear(Func<LineState, bool> cut)
    {
        while (true)
        {
            var changed = Volatile.Read(ref _changed).Task;
            var state = Volatile.Read(ref _state);
            if (!cut(state))
            {
                if (state.Delay > TimeSpan.Zero)
                {
                    await Task.Delay(state.Delay, _stop.Token);
                }

                return;
            }

            await changed.WaitAsync(_stop.Token);
        }
    }

    private sealed class Pair(Socket near) : IDisposable
    {
        public Socket Near { get; } = near;

        public Socket Far { get; } = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };

        public volatile bool Dead;

        public void Reset()
        {
            Near.Close(0);
            Far.Close(0);
        }

        public void Dispose()
        {
            Near.Dispose();
            Far.Dispose();
        }
    }
}
