using Reception.Domain.Playbooks;
using Reception.Domain.Playbooks.Reading;
using Reception.Hub.Demo;
using Reception.Hub.Venues;

namespace Reception.Hub;

/// <summary>Which venue a start is about, read from its files.</summary>
internal static class VenueFiles
{
    private const string Shipped = "Playbooks";
    private const string ShippedVenue = "venue-sales-centre.yaml";
    private const string DemoFile = "Demo/demo.yaml";

    public static VenueStart Read(StartOptions options)
    {
        var shipped = Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, Shipped), "*.yaml").Order(StringComparer.Ordinal).Select(Source).ToList();
        var venue = Source(Path.Combine(AppContext.BaseDirectory, options.Demo ? DemoFile : Path.Combine(Shipped, ShippedVenue)));
        return new(Library(LibraryReader.Read(venue, shipped)), options.Demo ? DemoSetup.Saturday : null);
    }

    private static Library Library(LibraryReading reading) =>
        reading.Library ?? throw new StartRefusedException(
            "The venue's files cannot be used:\n" + string.Join('\n', reading.Flaws.Select(flaw => flaw.ToString())));

    private static Source Source(string file) => new(Path.GetFileName(file), File.ReadAllText(file));
}
