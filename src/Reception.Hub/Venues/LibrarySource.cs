using Reception.Domain.Playbooks;
using Reception.Domain.Venues;

namespace Reception.Hub.Venues;

/// <summary>Where the venue's book and the playbooks come from: those in force, and those that journeys of the state began with.</summary>
internal sealed record LibrarySource(Func<VenueState, CancellationToken, ValueTask<Library>> For);
