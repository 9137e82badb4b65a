using Reception.Domain.Playbooks.Checking;
using Reception.Domain.Playbooks.Reading;
using Reception.Hub.Demo;
using Reception.Hub.Playbooks;
using Reception.Hub.Venues;

namespace Reception.Hub;

/// <summary>Which venue a start is about, read from its files.</summary>
internal static class VenueFiles
{
    private const string ShippedVenue = "venue-sales-centre.yaml";

    /// <summary>The venue and the day of a demo.</summary>
    public static string Demo { get; } = Path.Combine(AppContext.BaseDirectory, "Demo/demo.yaml");

    public static VenueStart Read(StartOptions options)
    {
        var reading = options switch
        {
            { Demo: true } => LibraryFiles.Read(LibraryFiles.Source(Demo)),
            { Venue: { } folder } => LibraryFiles.ReadFolder(folder),
            _ => LibraryFiles.Read(LibraryFiles.Source(Path.Combine(LibraryFiles.ShippedFolder, ShippedVenue))),
        };
        var start = Of(reading, options.Demo ? DemoSetup.Saturday : null);
        // Without a crew somebody else plays the day, at any hour.
        return options is { Demo: true, Crew: false } ? start with { Library = start.Library with { Venue = start.Library.Venue with { Opens = null, Closes = null } } } : start;
    }

    /// <summary>What the files mean, unless a line of them, or the whole, is wrong: a playbook with an error never comes into force.</summary>
    public static VenueStart Of(LibraryReading reading, DateTimeOffset? begins)
    {
        var wrong = Check.Library(reading).Where(flaw => !flaw.Remark).Select(flaw => flaw.ToString()).ToList();
        return reading.Library is { } library && wrong.Count == 0
            ? new(library, begins)
            : throw new StartRefusedException("The venue's files cannot be used:\n" + string.Join('\n', wrong));
    }
}
