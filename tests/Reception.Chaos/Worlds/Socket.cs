using System.Diagnostics.CodeAnalysis;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.Options;
using Reception.Contracts;
using Reception.Hub.Realtime;

namespace Reception.Chaos.Worlds;

/// <summary>A connection without a network: the hub's own line at one end, a phone at the other, and between them bytes that take their time.</summary>
[SuppressMessage("Reliability", "CA1001", Justification = "What it holds is memory.")]
internal sealed class Socket : IInvocationBinder
{
    // As every hub speaks it; one for all, since to learn the types takes longer than a world.
    private static readonly JsonHubProtocol Json = new(Options.Create(WithWireJson(new())));

    private readonly Pipe _out = new();
    private readonly DefaultConnectionContext _context;
    private readonly HubConnectionContext _connection;
    private TimeSpan _last;
    private bool _left;

    public Socket(Node node, Phone phone)
    {
        (Node, Phone) = (node, phone);
        var never = new Pipe();
        _context = new($"{phone.Who.Device}-{node.World.NextId()}", new Ends(never.Reader, _out.Writer), new Ends(_out.Reader, never.Writer))
        {
            User = phone.Who.ToPrincipal("world"),
        };
        _connection = new(_context, new HubConnectionContextOptions { KeepAliveInterval = TimeSpan.FromDays(1), ClientTimeoutInterval = TimeSpan.FromDays(1) }, node.Logs)
        {
            Protocol = Json,
        };
        _connection.ConnectionAborted.Register(() => _ = Leave());
    }

    public Node Node { get; }

    public Phone Phone { get; }

    /// <summary>Nothing passes any more; neither end knows it yet.</summary>
    public bool IsCut { get; private set; }

    /// <summary>The client does not read.</summary>
    public bool IsDeaf { get; set; }

    public Line? Line { get; private set; }

    /// <summary>The phone's side of joining; what comes back arrives later. False: not now.</summary>
    public async Task<bool> Open(Join join)
    {
        await Node.Switchboard.OnConnectedAsync(_connection);
        Line = Switchboard.LineOf(_connection.Items);
        _ = Read();
        await Line.Join(join);
        return !IsCut;
    }

    /// <summary>The network between them goes. The phone notices by itself; the node after a while, by its pings.</summary>
    public void Cut(TimeSpan nodeNotices)
    {
        if (!IsCut)
        {
            IsCut = true;
            Node.Time.Enter(nodeNotices, _connection.Abort);
        }
    }

    IReadOnlyList<Type> IInvocationBinder.GetParameterTypes(string methodName) =>
        [methodName == nameof(IReceptionClient.Changes) ? typeof(Changes) : typeof(Leave)];

    Type IInvocationBinder.GetReturnType(string invocationId) => typeof(object);

    Type IInvocationBinder.GetStreamItemType(string streamId) => typeof(object);

    private async Task Leave()
    {
        if (!_left)
        {
            _left = true;
            await _out.Writer.CompleteAsync();
            _context.Abort();
            await Node.Switchboard.OnDisconnectedAsync(_connection);
            Phone.Hear(Node.World.Chance.Within(TimeSpan.Zero, TimeSpan.FromSeconds(2)), () => Phone.Lost(this));
        }
    }

    private async Task Read()
    {
        for (; ; )
        {
            var read = await _out.Reader.ReadAsync();
            var bytes = read.Buffer;
            while (Json.TryParseMessage(ref bytes, this, out var message))
            {
                Deliver((InvocationMessage)message);
            }

            _out.Reader.AdvanceTo(bytes.Start, bytes.End);
            if (read.IsCompleted || IsCut)
            {
                return;
            }

            while (IsDeaf && !IsCut)
            {
                await Node.World.Line.Wait(TimeSpan.FromMilliseconds(500));
            }
        }
    }

    // In order, as a stream of bytes has it.
    private void Deliver(InvocationMessage message)
    {
        var world = Node.World;
        var at = world.Line.Now + world.Chance.Within(TimeSpan.FromMilliseconds(1), world.Network);
        _last = at > _last ? at : _last + TimeSpan.FromTicks(1);
        Phone.Hear(_last - world.Line.Now, () =>
        {
            if (!IsCut)
            {
                Phone.Take(this, message.Arguments[0]!);
            }
        });
    }

    private static JsonHubProtocolOptions WithWireJson(JsonHubProtocolOptions options)
    {
        WireJson.Configure(options.PayloadSerializerOptions);
        return options;
    }

    private sealed class Ends(PipeReader input, PipeWriter output) : IDuplexPipe
    {
        public PipeReader Input => input;

        public PipeWriter Output => output;
    }
}
