using System.Globalization;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using Reception.Contracts;

namespace Reception.Client;

/// <summary>
/// A WebSocket without negotiation. SignalR's automatic reconnect is not used: it gives up after four tries and never retries a failed
/// first start; <see cref="Connector"/> opens a new link instead.
/// </summary>
internal sealed class SocketLink : ILink
{
    private static readonly TimeSpan OpensWithin = TimeSpan.FromSeconds(5);

    /// <summary>The hub ends a connection that is silent for 20 s; two pings may be lost.</summary>
    private static readonly TimeSpan Ping = TimeSpan.FromSeconds(8);

    private readonly TaskCompletionSource<LinkEnd> ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly HubConnection connection;
    private readonly ITimer silence;
    private readonly TimeSpan silentAfter;
    private ClientWebSocket? socket;
    private Leave? leave;

    private SocketLink(ReceptionClientOptions options, Action<Changes> take)
    {
        // A head every HeadSeconds: more silence than one head and five seconds is a dead line.
        silentAfter = TimeSpan.FromSeconds(options.HeadSeconds + 5);
        silence = options.Time.CreateTimer(_ => End(byHub: true), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        var builder = new HubConnectionBuilder().WithUrl(new Uri(HubApi.Root(options.Hub), "hub"), HttpTransportType.WebSockets, http =>
        {
            http.SkipNegotiation = true;
            http.WebSocketFactory = (context, stop) => Dial(options, context.Uri, stop);
        });
        connection = (options.Format == WireFormat.MessagePack ? builder.AddMessagePackProtocol() : builder).Build();
        connection.KeepAliveInterval = Ping;
        connection.Closed += _ =>
        {
            End(byHub: true);
            return Task.CompletedTask;
        };
        connection.On<Changes>(nameof(IReceptionClient.Changes), changes =>
        {
            silence.Change(silentAfter, Timeout.InfiniteTimeSpan);
            take(changes);
        });
        connection.On<Leave>(nameof(IReceptionClient.Leave), said =>
        {
            leave = said;
            End(byHub: true);
        });
    }

    public bool IsSocket => true;

    public Task<LinkEnd> Ended => ended.Task;

    /// <summary>Opens and joins. Throws whatever went wrong; nothing is left behind.</summary>
    public static async Task<(SocketLink Link, Joined Joined)> Open(ReceptionClientOptions options, Cursor cursor, Action<Changes> take, CancellationToken stop)
    {
        var link = new SocketLink(options, take);
        using var limit = new CancellationTokenSource(OpensWithin, options.Time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stop);
        try
        {
            await link.connection.StartAsync(both.Token).ConfigureAwait(false);
            link.silence.Change(link.silentAfter, Timeout.InfiniteTimeSpan);
            var join = new Join(cursor.Seq, cursor.Mark, options.HeadSeconds, options.Reach);
            return (link, await link.connection.InvokeAsync<Joined>(nameof(IReceptionHub.Join), join, both.Token).ConfigureAwait(false));
        }
        catch
        {
            link.Cut();
            await link.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public Task<Answer> Do(Command command, CancellationToken stop) => connection.InvokeAsync<Answer>(nameof(IReceptionHub.Do), command, stop);

    public Task Report(Report report, CancellationToken stop) => connection.SendAsync(nameof(IReceptionHub.Report), report, stop);

    public Task RoundTrip(long cursor, CancellationToken stop) =>
        connection.InvokeAsync(nameof(IReceptionHub.Report), new Report(cursor, [], [], "screen"), stop);

    public void Cut()
    {
        End(byHub: false);
        socket?.Abort();
    }

    public async ValueTask DisposeAsync()
    {
        End(byHub: false);
        await silence.DisposeAsync().ConfigureAwait(false);
        // Its goodbye may hang on a dead line: the socket is cut after it had a moment.
        var goodbye = connection.DisposeAsync().AsTask();
        if (await Task.WhenAny(goodbye, Task.Delay(TimeSpan.FromMilliseconds(500), TimeProvider.System)).ConfigureAwait(false) != goodbye)
        {
            socket?.Abort();
            await goodbye.ConfigureAwait(false);
        }

        socket?.Dispose();
    }

    private void End(bool byHub)
    {
        ended.TrySetResult(new(byHub, leave));
        silence.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    private async ValueTask<WebSocket> Dial(ReceptionClientOptions options, Uri address, CancellationToken stop)
    {
        // Our own, so that it can be cut without a goodbye.
        var dialled = new ClientWebSocket();
        dialled.Options.SetRequestHeader("Authorization", string.Create(CultureInfo.InvariantCulture, $"Bearer {options.Token}"));
        dialled.Options.RemoteCertificateValidationCallback = options.Certificate;
        socket = dialled;
        await dialled.ConnectAsync(address, stop).ConfigureAwait(false);
        return dialled;
    }
}
