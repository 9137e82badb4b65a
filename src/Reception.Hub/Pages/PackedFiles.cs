using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;

namespace Reception.Hub.Pages;

/// <summary>
/// The build leaves a packed copy (<c>.gz</c>) beside what is fetched most: whoever can unpack gets that, nothing is packed while somebody waits.
/// These files hold no word about anybody, so packing them over TLS gives nothing away.
/// </summary>
internal static class PackedFiles
{
    private const string Suffix = ".gz";
    private const string Packing = "gzip";

    private static readonly FileExtensionContentTypeProvider Types = new();

    /// <summary>Before the static files: they then serve the copy.</summary>
    public static void UsePackedFiles(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var files = context.RequestServices.GetRequiredService<IWebHostEnvironment>().WebRootFileProvider;
        if (Unpacks(context.Request) && IsPage(context.Request.Path) && Exists(files, context.Request.Path + Suffix))
        {
            context.Request.Path += Suffix;
        }

        return next(context);
    });

    /// <summary>Says what is inside the copy.</summary>
    public static void Describe(StaticFileResponseContext answer)
    {
        var headers = answer.Context.Response.Headers;
        var path = answer.Context.Request.Path.Value ?? "";
        if (IsPage(path))
        {
            headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        }

        if (path.EndsWith(Suffix, StringComparison.Ordinal) && Types.TryGetContentType(path[..^Suffix.Length], out var type))
        {
            headers.ContentType = type;
            headers.ContentEncoding = Packing;
        }
    }

    private static bool IsPage(PathString path) => path.StartsWithSegments("/assets", StringComparison.Ordinal);

    private static bool Unpacks(HttpRequest request) =>
        request.GetTypedHeaders().AcceptEncoding.Any(one => one.Value == Packing && one.Quality is not 0);

    private static bool Exists(IFileProvider files, string path) => files.GetFileInfo(path).Exists;
}
