using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;
using Reception.Hub.Backplane;
using Reception.Hub.Commands;
using Reception.Hub.Demo;
using Reception.Hub.Diagnostics;
using Reception.Hub.History;
using Reception.Hub.Identity;
using Reception.Hub.Lan;
using Reception.Hub.Logs;
using Reception.Hub.Pages;
using Reception.Hub.Playbooks;
using Reception.Hub.Problems;
using Reception.Hub.Proxies;
using Reception.Hub.Realtime;
using Reception.Hub.Storage;
using Reception.Hub.Venues;
using Reception.Hub.Venues.Stored;

namespace Reception.Hub;

/// <summary>The composition root: who is there, and in which order a request passes them.</summary>
internal static class HubHost
{
    /// <summary>A browser's request with its token and cookies is well below.</summary>
    private const int LargestHead = 16 * 1024;
    private const long LargestBody = 64 * 1024;
    private static readonly TimeSpan HeadersWithin = TimeSpan.FromSeconds(5);

    /// <param name="change">For tests: what is registered last wins.</param>
    public static WebApplication Build(StartOptions options, Action<WebApplicationBuilder>? change = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, ApplicationName = typeof(HubHost).Assembly.GetName().Name });
        builder.WebHost.UseUrls(options.Urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(Limit);
        if (options is { Lan: true, Data: { } folder })
        {
            builder.WebHost.ConfigureKestrel(kestrel => kestrel.ConfigureHttpsDefaults(https => https.ServerCertificate = LanCertificate.In(folder, TimeProvider.System)));
        }

        builder.Host.UseSystemd();
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(10));
        builder.Services.AddHubLogging();
        builder.Services.AddStore();
        builder.Services.Configure<StoreOptions>(options.Place);
        builder.Services.AddIdentity();
        builder.Services.AddVenues();
        builder.Services.AddCommands();
        builder.Services.AddRealtime();
        builder.Services.AddDiagnostics();
        builder.Services.AddProxies();
        builder.Services.AddBackplane(options.Redis);
        builder.Services.AddDemo();
        builder.Services.AddSingleton(_ => VenueFiles.Read(options));
        builder.Services.AddSingleton(all => new LibrarySource((state, stop) =>
            all.GetRequiredService<Books>().Complete(all.GetRequiredService<VenueStart>().Library, state, stop)));
        change?.Invoke(builder);
        return Compose(builder.Build());
    }

    private static WebApplication Compose(WebApplication app)
    {
        // Before anything opens the store: with an error in the venue's files there is nothing to begin.
        _ = app.Services.GetRequiredService<VenueStart>();
        app.UseProxies();
        app.UseProblems();
        app.UseOriginCheck(app.Services.GetRequiredService<IOptions<RealtimeOptions>>().Value.AllowedOrigins);
        app.Use(next => context => app.Services.GetRequiredService<Crowding>().Pass(context, next));
        app.UsePages();
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseRateLimiter();
        app.MapDiagnostics();
        app.MapIdentity();
        app.MapCommands();
        app.MapRealtime();
        app.MapHistory();
        app.MapNext();
        app.MapPlaybooks();
        app.MapDemo();
        app.MapPages();
        return app;
    }

    private static void Limit(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestHeadersTotalSize = LargestHead;
        kestrel.Limits.MaxRequestBodySize = LargestBody;
        kestrel.Limits.RequestHeadersTimeout = HeadersWithin;
    }
}
