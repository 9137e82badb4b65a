using System.Collections.Immutable;
using Reception.Domain;
using Reception.Domain.Playbooks;
using Reception.Domain.Venues;

namespace Reception.Hub.Venues;

/// <summary>A venue after one entry: what every reader reads. Nothing in it changes.</summary>
/// <param name="Mark">The chain's mark at <see cref="VenueState.Seq"/>, as it is on the wire.</param>
/// <param name="Cards">Labels of the guests in the state. A card may be newer than the entry, never older.</param>
internal sealed record VenueMoment(VenueState State, Mark Mark, ImmutableDictionary<GuestId, Card> Cards, Library Library)
{
    public long Seq => State.Seq;
}
