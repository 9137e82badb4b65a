using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace Reception.Hub.Proxies;

/// <summary>A request that came through the site's own proxy is seen as the proxy got it: the limit on guesses counts the guesser, not the proxy.</summary>
internal static class ProxySetup
{
    private static readonly string[] Headers = ["X-Forwarded-For", "Forwarded", "X-Original-For"];

    public static IServiceCollection AddProxies(this IServiceCollection services)
    {
        services.AddOptions<ProxyOptions>().BindConfiguration(ProxyOptions.Section)
            .Validate(proxy => Networks.AreValid(proxy.Networks), Networks.Expected(ProxyOptions.Section)).ValidateOnStart();
        services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<ProxyOptions>>((headers, proxy) =>
        {
            headers.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            // Known by default is this machine; here nobody is who was not named.
            headers.KnownProxies.Clear();
            headers.KnownIPNetworks.Clear();
            foreach (var network in Networks.Parse(proxy.Value.Networks))
            {
                headers.KnownIPNetworks.Add(network);
            }
        });
        return services;
    }

    public static void UseProxies(this IApplicationBuilder app)
    {
        // No known proxy means "believe everybody" to the framework.
        if (app.ApplicationServices.GetRequiredService<IOptions<ProxyOptions>>().Value.Networks.Count > 0)
        {
            app.UseForwardedHeaders();
        }
    }

    /// <summary>Whether somebody stood between, known or not.</summary>
    public static bool CameThroughProxy(HttpRequest request) => Headers.Any(request.Headers.ContainsKey);
}
