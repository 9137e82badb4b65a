using System.Net;
using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using Reception.Hub.Proxies;

namespace Reception.Hub.Diagnostics;

/// <summary>
/// <c>GET /metrics</c> for Prometheus, for this machine and for the networks named in the settings; for everybody else there is no such page.
/// Nothing is collected before somebody asks for the first time: a hub that nobody watches pays nothing for it.
/// </summary>
internal sealed class MetricsPage(IServiceProvider services, IOptions<MetricsOptions> options) : IDisposable
{
    private readonly IReadOnlyList<IPNetwork> _networks = Networks.Parse(options.Value.Networks);
    private readonly Lock _gate = new();
    private Collected? _collected;

    public Task Answer(HttpContext context)
    {
        if (!IsNear(context))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        return Open().Page(context);
    }

    public void Dispose() => _collected?.Provider.Dispose();

    private bool IsNear(HttpContext context) =>
        !ProxySetup.CameThroughProxy(context.Request)
        && context.Connection.RemoteIpAddress is { } peer
        && (IPAddress.IsLoopback(peer) || _networks.Contain(peer));

    private Collected Open()
    {
        lock (_gate)
        {
            return _collected ??= Begin();
        }
    }

    private Collected Begin()
    {
        // They exist from here on.
        services.GetRequiredService<Gauges>();
        var provider = Sdk.CreateMeterProviderBuilder()
            .AddMeter(HubMeter.Name, "System.Runtime", "Microsoft.AspNetCore.Server.Kestrel")
            .ConfigureResource(resource => resource.AddService("reception-hub"))
            .AddPrometheusExporter(page => page.ScrapeResponseCacheDurationMilliseconds = 0)
            .Build();
        var page = new ApplicationBuilder(services);
        page.UseOpenTelemetryPrometheusScrapingEndpoint(provider, _ => true, path: null, configureBranchedPipeline: null, optionsName: null);
        return new(provider, page.Build());
    }

    private sealed record Collected(MeterProvider Provider, RequestDelegate Page);
}
