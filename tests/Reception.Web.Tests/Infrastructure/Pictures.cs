using Reception.Chaos;

namespace Reception.Web.Tests.Infrastructure;

/// <summary>Pictures of what was tested, to be laid beside the design's: <c>artifacts/screens</c>.</summary>
internal static class Pictures
{
    private static readonly string Folder = Path.Combine(Repository.Root, "artifacts", "screens");

    public static Task Keep(Device device, string name) => device.Page.ScreenshotAsync(new() { Path = Path.Combine(Folder, $"{name}.png") });
}
