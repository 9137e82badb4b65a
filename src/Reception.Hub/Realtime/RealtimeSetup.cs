using MessagePack;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;
using Reception.Hub.Identity;

namespace Reception.Hub.Realtime;

/// <summary>Sockets, long polls, signs of life.</summary>
internal static class RealtimeSetup
{
    public static IServiceCollection AddRealtime(this IServiceCollection services)
    {
        services.AddOptions<RealtimeOptions>().BindConfiguration(RealtimeOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<HubOptions>().Configure<IOptions<RealtimeOptions>>((hub, realtime) =>
        {
            hub.MaximumReceiveMessageSize = realtime.Value.MaximumMessage;
            hub.HandshakeTimeout = realtime.Value.HandshakeTimeout;
            hub.ClientTimeoutInterval = realtime.Value.SilentAfter;
            // One after the other, so that commands of one connection are judged in order.
            hub.MaximumParallelInvocationsPerClient = 1;
            hub.AddFilter<HubErrors>();
            hub.AddFilter<HubRights>();
        });
        services.AddOptions<Microsoft.AspNetCore.Builder.WebSocketOptions>().Configure<IOptions<RealtimeOptions>>((sockets, realtime) =>
        {
            sockets.KeepAliveInterval = realtime.Value.PingInterval;
            sockets.KeepAliveTimeout = realtime.Value.PongTimeout;
        });
        services.AddSignalR()
            .AddJsonProtocol(json => WireJson.Configure(json.PayloadSerializerOptions))
            .AddMessagePackProtocol(pack => pack.SerializerOptions =
                pack.SerializerOptions.WithSecurity(MessagePackSecurity.UntrustedData.WithMaximumObjectGraphDepth(16)));
        services.AddSingleton<HubLifetimeManager<ReceptionHub>, Switchboard>();
        services.AddSingleton<HubErrors>();
        services.AddSingleton<HubRights>();
        services.AddSingleton<Crowding>();
        services.AddSingleton<Feeds>();
        services.AddSingleton<Contacts>();
        services.AddSingleton<SyncEndpoint>();
        services.AddHostedService<Vouching>();
        services.AddHostedService<Draining>();
        return services;
    }

    public static IEndpointRouteBuilder MapRealtime(this IEndpointRouteBuilder endpoints)
    {
        var options = endpoints.ServiceProvider.GetRequiredService<IOptions<RealtimeOptions>>().Value;
        endpoints.MapHub<ReceptionHub>(ReceptionHub.Path, socket =>
        {
            socket.Transports = HttpTransportType.WebSockets;
            socket.TransportSendTimeout = options.SendTimeout;
        }).WithRight(ReceptionHub.Path);

        var sync = endpoints.ServiceProvider.GetRequiredService<SyncEndpoint>();
        endpoints.MapWithRight("GET", SyncEndpoint.Path, sync.Get).RequireRateLimiting(IdentitySetup.SyncLimit);
        endpoints.MapWithRight("POST", SyncEndpoint.ReportPath, sync.Report).RequireRateLimiting(IdentitySetup.ReportLimit);
        return endpoints;
    }
}
