using System.Collections.Immutable;
using Reception.Domain.Venues;
using static Reception.Domain.Places.PlaceEvents;

namespace Reception.Domain.Places;

internal static class PlaceFold
{
    public static VenueState? Apply(VenueState state, Event happened, DateTimeOffset at) => happened switch
    {
        PlaceLeased leased => state.With(leased.Place, place => place with
        {
            State = leased.Used ? PlaceState.Used : PlaceState.Reserved, Journey = leased.Journey, Since = at, Queue = Without(place, leased.Journey),
        }),
        PlaceQueued queued => state.With(queued.Place, place => place with { Queue = place.Queue.Add(new(queued.Journey, queued.Staff)) }),
        PlaceUnqueued unqueued => state.With(unqueued.Place, place => place with { Queue = Without(place, unqueued.Journey) }),
        PlaceReadied readied => state.With(readied.Place, place => place with { State = PlaceState.Ready, Since = at }),
        PlaceReleased released => state.With(released.Place, place => place with { State = PlaceState.Free, Journey = null, Since = at }),
        PlaceClosed closed => state.With(closed.Place, place => place with { State = PlaceState.Closed, Journey = null, Since = at }),
        PlaceOpened opened => state.With(opened.Place, place => place with { State = PlaceState.Free, Since = at }),
        _ => null,
    };

    public static ImmutableArray<Waiter> Without(Place place, JourneyId journey) => place.Queue.RemoveAll(waiter => waiter.Journey == journey);

    private static VenueState With(this VenueState state, PlaceId id, Func<Place, Place> change) =>
        state.Places.TryGetValue(id, out var place) ? state.Put(change(place)) : state;
}
