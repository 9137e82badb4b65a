using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Reception.Hub.Identity;

namespace Reception.Hub.Pages;

/// <summary>The web client: files with a hash in their name are kept for ever, the rest is asked for each time; every other address
/// is the page to whoever asks for one.</summary>
internal static class PagesSetup
{
    private const string Html = "text/html; charset=utf-8";
    private const string Page = "index.html";

    private const string NotBuilt = """
        <!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>Reception Hub</title>
        <body style="font: 18px system-ui; max-width: 40em; margin: 3em auto; padding: 0 1em">
        <h1>Reception Hub</h1>
        <p>系统正在运行，但网页没有随它一起构建。请安装 Node.js 20.19 以上版本后重新构建。</p>
        <p>The hub is running, but it was built without its web pages. Install Node.js 20.19 or newer and build again; other clients work meanwhile.</p>
        </body></html>
        """;

    public static void UsePages(this IApplicationBuilder app)
    {
        app.UsePackedFiles();
        app.UseStaticFiles(new StaticFileOptions
        {
            OnPrepareResponse = answer =>
            {
                Cache(answer);
                PackedFiles.Describe(answer);
            },
        });
    }

    public static void MapPages(this IEndpointRouteBuilder endpoints) => endpoints.MapWithRight("GET", "/{**page}", Send);

    private static IResult Send(string? page, HttpRequest request, IWebHostEnvironment host)
    {
        if (Path.HasExtension(page) || (page is not null && !AsksForPage(request)))
        {
            return TypedResults.NotFound();
        }

        IFileInfo index = host.WebRootFileProvider.GetFileInfo(Page);
        return index.Exists
            ? TypedResults.Stream(index.CreateReadStream(), Html)
            : TypedResults.Text(NotBuilt, Html);
    }

    // Who mistypes an endpoint must not read a page as its answer.
    private static bool AsksForPage(HttpRequest request) => request.Headers.Accept.Any(accept => accept?.Contains("text/html", StringComparison.OrdinalIgnoreCase) == true);

    private static void Cache(StaticFileResponseContext context) =>
        context.Context.Response.Headers.CacheControl = context.Context.Request.Path.StartsWithSegments("/assets", StringComparison.Ordinal)
            ? "public, max-age=31536000, immutable"
            : "no-cache";
}
