using Reception.Contracts;
using Reception.Domain.Venues;
using Reception.Hub.Storage;
using Reception.Hub.Venues;

namespace Reception.Hub.Diagnostics;

/// <summary>What is limited at this node for a venue at the moment. No part of the venue's log: a store that cannot write could not say so there.</summary>
internal sealed class AmberLight(StoreHealth store, VenueClock clock, Limits limits)
{
    /// <summary>Null: all is well.</summary>
    public IReadOnlyList<Amber>? Of(LiveVenue venue) => Of(venue.Current.State, store.Failure, store.IsSlow, clock.Unsure is not null, venue.IsParked, limits.Backplane is not null);

    public static IReadOnlyList<Amber>? Of(VenueState state, StoreFailure? failure, bool slow, bool unsure, bool parked, bool late = false)
    {
        List<Amber> on =
        [
            .. new[]
            {
                slow ? AmberReasons.StoreSlow : null,
                failure switch { null => null, StoreFailure.Full => AmberReasons.StoreFull, _ => AmberReasons.StoreFailing },
                unsure ? AmberReasons.ClockUnsure : null,
                parked ? AmberReasons.VenueParked : null,
                state.Parked.IsEmpty ? null : AmberReasons.ThingParked,
                late ? AmberReasons.NodesLate : null,
            }.OfType<Amber>(),
        ];
        return on.Count == 0 ? null : on;
    }
}
