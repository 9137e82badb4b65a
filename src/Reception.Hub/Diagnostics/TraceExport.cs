using OpenTelemetry;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Reception.Hub.Diagnostics;

/// <summary>Traces go to where the standard setting <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> (or the one for traces alone) says; without it there are none.</summary>
internal sealed class TraceExport(IConfiguration settings) : IHostedService, IDisposable
{
    private static readonly string[] Endpoints = ["OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT"];

    private TracerProvider? _provider;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (Endpoints.Any(name => !string.IsNullOrWhiteSpace(settings[name])))
        {
            Begin();
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _provider?.Dispose();

    // Apart, so that a hub that exports nothing does not even load what it would take.
    private void Begin() => _provider = Sdk.CreateTracerProviderBuilder()
        .ConfigureServices(services => services.AddSingleton(settings))
        .ConfigureResource(resource => resource.AddService("reception-hub", serviceInstanceId: Environment.MachineName))
        .AddSource(CommandTrace.Source)
        .AddOtlpExporter()
        .Build();
}
