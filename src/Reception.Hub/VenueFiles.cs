using Reception.Domain.Playbooks.Reading;
using Reception.Hub.Demo;
using Reception.Hub.Playbooks;
using Reception.Hub.Venues;

namespace Reception.Hub;

/// <summary>Which venue a start is about, read from its files.</summary>
internal static class VenueFiles
{
    private const string ShippedVenue = "venue-sales-centre.yaml";
    private const string DemoFile = "Demo/demo.yaml";

    public static VenueStart Read(StartOptions options)
    {
        var file = options.Demo ? Path.Combine(AppContext.BaseDirectory, DemoFile) : Path.Combine(LibraryFiles.ShippedFolder, ShippedVenue);
        return Of(LibraryFiles.Read(LibraryFiles.Source(file)), options.Demo ? DemoSetup.Saturday : null);
    }

    public static VenueStart Of(LibraryReading reading, DateTimeOffset? begins) => reading.Library is { } library
        ? new(library, begins)
        : throw new StartRefusedException("The venue's files cannot be used:\n" + string.Join('\n', reading.Flaws.Select(flaw => flaw.ToString())));
}
