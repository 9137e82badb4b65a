using System.Buffers;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Reception.Contracts;
using Reception.Hub.Realtime;
using Reception.Hub.Tests.Views;

namespace Reception.Hub.Tests.Realtime;

/// <summary>A client as PROTOCOL.md tells to write one: a WebSocket, records that end with 0x1E, and no library of ours.</summary>
internal sealed class WireClient : IAsyncDisposable
{
    private const byte End = 0x1E;

    private readonly ClientWebSocket _socket = new();
    private readonly Channel<Changes> _changes = Channel.CreateUnbounded<Changes>();
    private readonly Dictionary<string, TaskCompletionSource<JsonElement>> _waiting = [];
    private readonly TaskCompletionSource<Leave> _left = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _invocations;

    private WireClient(Session session) => Session = session;

    public Session Session { get; }

    public Mirror Mirror { get; } = new();

    /// <summary>Changes that could not be applied: something was missed.</summary>
    public int Gaps { get; private set; }

    public Task<Leave> Left => _left.Task.WaitAsync(LiveHub.Patience);

    public Task Closed => _closed.Task.WaitAsync(LiveHub.Patience);

    public ClientWebSocket Socket => _socket;

    public static async Task<WireClient> Connect(Uri hub, Session session, string? origin)
    {
        var client = new WireClient(session);
        if (origin is not null)
        {
            client._socket.Options.SetRequestHeader("Origin", origin);
        }

        var address = new UriBuilder(hub) { Scheme = "ws", Path = "/hub", Query = "access_token=" + session.Token };
        await client._socket.ConnectAsync(address.Uri, CancellationToken.None).WaitAsync(LiveHub.Patience);
        await client.Write("""{"protocol":"json","version":1}""");
        _ = Task.Run(client.Read);
        return client;
    }

    public async Task<Joined> Join(long since = 0, string mark = "", int headSeconds = 10, string reach = "sound") =>
        (await Invoke("Join", new Join(since, mark, headSeconds, reach))).Deserialize<Joined>(WireJson.Options)!;

    public async Task<Answer> Do(string kind, params (string Name, string Value)[] args) => await Do(new Command(
        Guid.NewGuid().ToString("N"), kind, DateTimeOffset.UtcNow.ToUnixTimeMilliseconds(), args.ToDictionary(arg => arg.Name, arg => arg.Value)));

    public async Task<Answer> Do(Command command) => (await Invoke("Do", command)).Deserialize<Answer>(WireJson.Options)!;

    public Task Report(Report report) => Write(JsonSerializer.Serialize(new { type = 1, target = "Report", arguments = new[] { report } }, WireJson.Options));

    public async Task<JsonElement> Invoke<T>(string target, T argument)
    {
        var id = $"{Interlocked.Increment(ref _invocations)}";
        var answer = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_waiting)
        {
            _waiting[id] = answer;
        }

        await Write(JsonSerializer.Serialize(new { type = 1, invocationId = id, target, arguments = new[] { argument } }, WireJson.Options));
        return await answer.Task.WaitAsync(LiveHub.Patience);
    }

    public async Task Write(string record) => await Send([.. Encoding.UTF8.GetBytes(record), End]);

    public async Task Send(byte[] bytes, bool last = true) =>
        await _socket.SendAsync(bytes, WebSocketMessageType.Text, last, CancellationToken.None).WaitAsync(LiveHub.Patience);

    /// <summary>The next message, whatever it is.</summary>
    public async Task<Changes> Next() => await _changes.Reader.ReadAsync().AsTask().WaitAsync(LiveHub.Patience);

    /// <summary>The next message that is as wanted.</summary>
    public async Task<Changes> Until(Func<Changes, bool> wanted)
    {
        while (true)
        {
            var changes = await Next();
            if (wanted(changes))
            {
                return changes;
            }
        }
    }

    /// <summary>Until the client's own cursor is there.</summary>
    public async Task Reach(long seq)
    {
        while (Mirror.Cursor < seq)
        {
            await Next();
        }
    }

    public async ValueTask DisposeAsync()
    {
        _socket.Abort();
        _socket.Dispose();
        await _closed.Task.WaitAsync(LiveHub.Patience);
    }

    private async Task Read()
    {
        var buffer = new byte[64 * 1024];
        var record = new ArrayBufferWriter<byte>();
        try
        {
            while (await _socket.ReceiveAsync(buffer, CancellationToken.None) is { MessageType: not WebSocketMessageType.Close } received)
            {
                foreach (var one in buffer.AsSpan(0, received.Count))
                {
                    if (one != End)
                    {
                        record.Write([one]);
                        continue;
                    }

                    Take(record.WrittenMemory);
                    record.Clear();
                }
            }

            await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        }
        catch (Exception)
        {
            // However it ended, it is over.
        }

        _changes.Writer.TryComplete();
        lock (_waiting)
        {
            foreach (var waiting in _waiting.Values)
            {
                waiting.TrySetException(new IOException("The connection was closed."));
            }
        }

        _closed.TrySetResult();
    }

    private void Take(ReadOnlyMemory<byte> record)
    {
        var message = JsonSerializer.Deserialize<JsonElement>(record.Span);
        switch (message.TryGetProperty("type", out var type) ? type.GetInt32() : 0)
        {
            case 1 when message.GetProperty("target").GetString() == "Changes":
                var changes = message.GetProperty("arguments")[0].Deserialize<Changes>(WireJson.Options)!;
                Gaps += Mirror.Apply(changes) ? 0 : 1;
                _changes.Writer.TryWrite(changes);
                break;
            case 1:
                _left.TrySetResult(message.GetProperty("arguments")[0].Deserialize<Leave>(WireJson.Options)!);
                break;
            case 3:
                lock (_waiting)
                {
                    if (!_waiting.TryGetValue(message.GetProperty("invocationId").GetString()!, out var answer))
                    {
                        break;
                    }

                    _ = message.TryGetProperty("error", out var error)
                        ? answer.TrySetException(new IOException(error.GetString()))
                        : answer.TrySetResult(message.TryGetProperty("result", out var result) ? result : default);
                }

                break;
            default:
                break;
        }
    }
}
