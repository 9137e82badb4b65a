using System.Globalization;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using Reception.Chaos.Running;
using Reception.Contracts;

namespace Reception.Benchmarks.Load;

/// <summary>The hub of ten lines.</summary>
internal sealed class PlainContender(HubProcess process, Uri url) : IContender
{
    public string Name => "plain";

    public TimeSpan TookToStart => process.TookToStart;

    public static async Task<PlainContender> Start(string folder, CancellationToken stop)
    {
        var port = Ports.Free();
        var url = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/"));
        var process = HubProcess.Begin(
            ["dotnet", typeof(PlainContender).Assembly.Location, "plain", "--port", port.ToString(CultureInfo.InvariantCulture)],
            folder, Path.Combine(folder, "plain.log"));
        await process.Ready(url, stop);
        return new(process, url);
    }

    public async Task<ISeat> Connect(CancellationToken stop)
    {
        var seat = new Seat(Socket.To(new Uri(url, "hub"), null));
        await seat.Start(stop);
        return seat;
    }

    public ValueTask DisposeAsync() => process.DisposeAsync();

    private sealed class Seat : ISeat
    {
        private static readonly Dictionary<string, string> Args = new() { ["phrase"] = "guest-asks", ["to"] = "some-position" };

        private readonly HubConnection _connection;
        private long _delivered;
        private int _number;

        public Seat(HubConnection connection)
        {
            _connection = connection;
            connection.On<long, Command>("Changes", (_, _) => Interlocked.Increment(ref _delivered));
        }

        public long Delivered => Volatile.Read(ref _delivered);

        public Task Start(CancellationToken stop) => _connection.StartAsync(stop);

        // As long on the wire as what our hub is sent.
        public Task Send(CancellationToken stop) => _connection.InvokeAsync<long>(
            "Do", new Command(string.Create(CultureInfo.InvariantCulture, $"command-{++_number:000000000}"), Kinds.AlertRaise, 1764309600000, Args), stop);

        public ValueTask DisposeAsync() => _connection.DisposeAsync();
    }
}

/// <summary>A connection as both contenders get it: WebSocket at once, MessagePack.</summary>
internal static class Socket
{
    public static HubConnection To(Uri hub, string? token) => new HubConnectionBuilder()
        .WithUrl(hub, HttpTransportType.WebSockets, http =>
        {
            http.SkipNegotiation = true;
            if (token is not null)
            {
                http.AccessTokenProvider = () => Task.FromResult<string?>(token);
            }
        })
        .AddMessagePackProtocol()
        .Build();
}
