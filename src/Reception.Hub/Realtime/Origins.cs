using Microsoft.Extensions.Options;
using Reception.Contracts;

namespace Reception.Hub.Realtime;

/// <summary>A page of another web address may not open a socket: browsers ask nobody before they do. Programs send no Origin and are let through.</summary>
internal static class Origins
{
    public static void CheckOrigin(this IEndpointConventionBuilder endpoints) => endpoints.Add(endpoint =>
    {
        var next = endpoint.RequestDelegate!;
        endpoint.RequestDelegate = http => IsAllowed(http) ? next(http) : Refuse(http);
    });

    private static bool IsAllowed(HttpContext http)
    {
        var origin = http.Request.Headers.Origin.ToString();
        return origin.Length == 0
            || IsOwn(origin, http.Request.Host)
            || http.RequestServices.GetRequiredService<IOptions<RealtimeOptions>>().Value.AllowedOrigins.Contains(origin.TrimEnd('/'), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The scheme is left out: a proxy in front may have taken the TLS off.</summary>
    private static bool IsOwn(string origin, HostString host) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var address)
        && string.Equals(address.Host, host.Host, StringComparison.OrdinalIgnoreCase)
        && (host.Port is null || address.Port == host.Port);

    private static Task Refuse(HttpContext http)
    {
        http.Response.StatusCode = ErrorCodes.BadOrigin.Status;
        return http.Response.WriteAsJsonAsync(Refusals.Problem(ErrorCodes.BadOrigin), WireJson.Options, "application/problem+json", http.RequestAborted);
    }
}
