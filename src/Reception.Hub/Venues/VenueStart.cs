using Reception.Domain.Playbooks;

namespace Reception.Hub.Venues;

/// <summary>The venue that this hub is started for, as its files have it now.</summary>
/// <param name="Begins">Where venue time begins in a new folder; null = with the store's own time.</param>
internal sealed record VenueStart(Library Library, DateTimeOffset? Begins)
{
    public string Venue => Library.Venue.Id;
}
