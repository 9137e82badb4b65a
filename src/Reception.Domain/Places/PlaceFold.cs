using Reception.Domain.Venues;
using static Reception.Domain.Places.PlaceEvents;

namespace Reception.Domain.Places;

internal static class PlaceFold
{
    public static VenueState? Apply(VenueState state, Event happened, DateTimeOffset at) => happened switch
    {
        PlaceLeased leased => state.With(leased.Place, place => place with
        {
            State = leased.Used ? PlaceState.Used : PlaceState.Reserved, Journey = leased.Journey, Since = at,
        }),
        PlaceReadied readied => state.With(readied.Place, place => place with { State = PlaceState.Ready, Since = at }),
        PlaceReleased released => state.With(released.Place, place => place with { State = PlaceState.Free, Journey = null, Since = at }),
        PlaceClosed closed => state.With(closed.Place, place => place with { State = PlaceState.Closed, Journey = null, Since = at }),
        PlaceOpened opened => state.With(opened.Place, place => place with { State = PlaceState.Free, Since = at }),
        _ => null,
    };

    private static VenueState With(this VenueState state, PlaceId id, Func<Place, Place> change) =>
        state.Places.TryGetValue(id, out var place) ? state.Put(change(place)) : state;
}
