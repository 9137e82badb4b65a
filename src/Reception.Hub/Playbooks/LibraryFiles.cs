using Reception.Domain.Playbooks.Reading;

namespace Reception.Hub.Playbooks;

/// <summary>
/// The shipped playbooks and a venue's own files into a <c>Library</c>. Of a venue's folder <c>venue.yaml</c> is the venue itself; every other
/// <c>*.yaml</c> is a playbook of its own, or changes to a shipped one under the same id.
/// </summary>
internal static class LibraryFiles
{
    public const string VenueFile = "venue.yaml";

    /// <summary>Where the shipped files lie beside the program.</summary>
    public static string ShippedFolder { get; } = Path.Combine(AppContext.BaseDirectory, "Playbooks");

    /// <param name="folder">A venue's folder with a <see cref="VenueFile"/>.</param>
    public static LibraryReading ReadFolder(string folder)
    {
        var venue = Path.Combine(folder, VenueFile);
        return Read(Source(venue), In(folder).Where(file => file != venue).Select(Source));
    }

    /// <param name="venue">The venue's file, wherever it comes from.</param>
    public static LibraryReading Read(Source venue, IEnumerable<Source>? own = null) =>
        LibraryReader.Read(venue, [.. Shipped(), .. own ?? []]);

    public static IEnumerable<Source> Shipped() => In(ShippedFolder).Select(Source);

    public static Source Source(string file) => new(Path.GetFileName(file), File.ReadAllText(file));

    private static IEnumerable<string> In(string folder) => Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal);
}
