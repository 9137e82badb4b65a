using Reception.Contracts;
using Reception.Hub.Problems;

namespace Reception.Hub.Identity;

/// <summary>
/// A page of another site may neither change anything here nor open a socket, whatever token it got hold of. Who sends no <c>Origin</c> is no browser.
/// </summary>
internal static class OriginCheck
{
    /// <param name="allowed">Other addresses under which the pages are served, <c>https://example.cn</c>.</param>
    public static IApplicationBuilder UseOriginCheck(this IApplicationBuilder app, ICollection<string> allowed) => app.Use(async (context, next) =>
    {
        if (Changes(context.Request) && !Fits(context.Request, allowed))
        {
            await new ProblemAnswer(ErrorCodes.BadOrigin).ExecuteAsync(context);
            return;
        }

        await next(context);
    });

    private static bool Changes(HttpRequest request) =>
        !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method))
        || request.Path.StartsWithSegments(SessionAuthentication.SocketPath, StringComparison.OrdinalIgnoreCase);

    private static bool Fits(HttpRequest request, ICollection<string> allowed)
    {
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0
            || allowed.Contains(origin, StringComparer.OrdinalIgnoreCase)
            || (Uri.TryCreate(origin, UriKind.Absolute, out var page) && string.Equals(page.Authority, Authority(request), StringComparison.OrdinalIgnoreCase));
    }

    // As a browser writes it: without the scheme's own port.
    private static string Authority(HttpRequest request) =>
        Uri.TryCreate($"{request.Scheme}://{request.Host}", UriKind.Absolute, out var here) ? here.Authority : "";
}
