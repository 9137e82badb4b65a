using Reception.Hub.Identity;
using Reception.Hub.Proxies;

namespace Reception.Hub.Diagnostics;

/// <summary>What an operator sees of a hub from outside, and the auditor.</summary>
internal static class DiagnosticsSetup
{
    public static IServiceCollection AddDiagnostics(this IServiceCollection services)
    {
        services.AddHealth();
        services.AddOptions<MetricsOptions>().BindConfiguration(MetricsOptions.Section)
            .Validate(metrics => Networks.AreValid(metrics.Networks), Networks.Expected(MetricsOptions.Section)).ValidateOnStart();
        services.AddSingleton<Gauges>();
        services.AddSingleton<MetricsPage>();
        services.AddHostedService<TraceExport>();
        services.AddSingleton<Auditor>();
        services.AddHostedService(all => all.GetRequiredService<Auditor>());
        return services;
    }

    public static void MapDiagnostics(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealth();
        endpoints.MapWithRight("GET", "/metrics", (HttpContext context, MetricsPage page) => page.Answer(context));
    }
}
