using System.Globalization;
using Reception.Hub.Playbooks;
using Reception.Hub.Storage;

namespace Reception.Hub;

/// <summary>How a hub is started. Everything has a default; what cannot be is said in a sentence before anything begins.</summary>
internal sealed record StartOptions
{
    public const string DefaultUrls = "http://127.0.0.1:5080";
    public const string LanUrls = DefaultUrls + ";https://0.0.0.0:5443";
    public const double FastestClock = 3600;

    /// <summary>The folder of everything that is kept; null: a demo makes a fresh one, else <c>data</c>.</summary>
    public string? Data { get; init; }

    /// <summary>Where to listen, parted by semicolons.</summary>
    public string Urls { get; init; } = DefaultUrls;

    /// <summary>The folder with the venue's own <c>venue.yaml</c> and playbooks; null: the shipped sales centre, or the demo's.</summary>
    public string? Venue { get; init; }

    public bool Demo { get; init; }

    /// <summary>Whether a demo's free positions are played.</summary>
    public bool Crew { get; init; } = true;

    /// <summary>Venue seconds per second; null: as the folder has it, 1 in a new one. More than 1 only in a demo.</summary>
    public double? Clock { get; init; }

    /// <summary>All addresses of this machine, with a certificate of its own.</summary>
    public bool Lan { get; init; }

    /// <summary><c>sqlite</c> or <c>postgres</c>; null: as the settings have it, sqlite by default.</summary>
    public string? Store { get; init; }

    /// <summary>Connection strings of PostgreSQL; null: as the settings have them (the environment keeps a password out of the list of processes).</summary>
    public string? Connection { get; init; }

    public string? Keys { get; init; }

    /// <summary>Redis between nodes; null: as the settings have it, none by default.</summary>
    public string? Redis { get; init; }

    /// <summary>What was said on the command line wins over the settings.</summary>
    public void Place(StoreOptions store)
    {
        store.Folder = Data ?? store.Folder;
        store.Kind = Store ?? store.Kind;
        store.Connection = Connection ?? store.Connection;
        store.Keys = Keys ?? store.Keys;
    }

    /// <summary>What is wrong and what to do, or null.</summary>
    public string? Wrong()
    {
        if (Clock is { } clock && !(clock >= 1 && clock <= FastestClock))
        {
            return string.Create(CultureInfo.InvariantCulture, $"--clock {clock} is not between 1 and {FastestClock}. Give how many venue seconds pass in one second, 1 being real time.");
        }

        if (Clock > 1 && !Demo)
        {
            return "--clock is for demonstrations. Add --demo, or leave --clock away.";
        }

        if (Venue is not null && Demo)
        {
            return "--demo brings a venue of its own. Leave --venue away, or leave --demo away.";
        }

        if (Venue is { } venue && !File.Exists(Path.Combine(venue, LibraryFiles.VenueFile)))
        {
            return $"--venue {venue} has no {LibraryFiles.VenueFile}. Name the folder with the venue's own files; the guide beside the shipped playbooks says what stands in it.";
        }

        if (Lan && Data is null && !Demo)
        {
            return "--lan keeps its certificate in the data folder. Name the folder with --data.";
        }

        if (Data is { } data && string.IsNullOrWhiteSpace(data))
        {
            return "--data is empty. Name the folder in which the hub keeps its data, or leave --data away.";
        }

        if (Data is { } file && File.Exists(file))
        {
            return $"--data {file} is a file. Name a folder; it is made when it does not exist.";
        }

        return Urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is { Length: > 0 } urls && urls.All(IsAddress)
            ? null
            : $"--urls {Urls} is not a list of addresses. Write for example {DefaultUrls}, several parted by semicolons.";
    }

    // A host of "*" or "+" is no address for Uri, but one for the server.
    private static bool IsAddress(string url) =>
        Uri.TryCreate(url.Replace("//*", "//0.0.0.0", StringComparison.Ordinal).Replace("//+", "//0.0.0.0", StringComparison.Ordinal), UriKind.Absolute, out var address)
        && (address.Scheme is "http" or "https")
        && address is { AbsolutePath: "/", Query: "" };
}
