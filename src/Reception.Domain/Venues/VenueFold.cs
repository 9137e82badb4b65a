using Reception.Domain.Places;
using Reception.Domain.Positions;
using static Reception.Domain.Venues.VenueEvents;

namespace Reception.Domain.Venues;

internal static class VenueFold
{
    public static VenueState? Apply(VenueState state, Event happened, DateTimeOffset at) => happened switch
    {
        VenueSetUp setUp => SetUp(state, setUp, at),
        WeatherChanged weather => state with { Weather = weather.Weather },
        SessionOpened opened => state.Put(new OpenSession(opened.Session, opened.Staff, opened.Device, opened.Desk, at, null, state.Seq)),
        SessionRevoked revoked => state.Sessions.TryGetValue(revoked.Session, out var session) ? state.Put(session with { Closed = at }) : state,
        DayTurned turned => state with
        {
            Day = turned.Day,
            DayTurns = turned.Next,
            Due = state.Due.Swap(state.DayTurns is { } old ? new Due(old, DueKind.Day, "", 0) : null, new Due(turned.Next, DueKind.Day, "", 0)),
            Counts = state.Journeys.Values.Where(journey => journey.Open).CountBy(journey => journey.Column)
                .Aggregate(state.Counts.Clear(), (counts, column) => counts.SetItem(column.Key, column.Value)),
            Departed = [],
            Parked = [],
        },
        ClockMovedBack back => ClockFold.Back(state, back.By),
        FellDue => state,
        DueParked parked => Park(state, new Due(parked.Due, parked.Kind, parked.Id, parked.Step)),
        _ => null,
    };

    private static VenueState Park(VenueState state, Due due) =>
        state with { Parked = state.Parked.Add(due), Due = state.Due.Remove(due) };

    /// <summary>Whom and what the venue has now; who and what is no longer named goes, the rest keeps what it is doing.</summary>
    private static VenueState SetUp(VenueState state, VenueSetUp setUp, DateTimeOffset at)
    {
        state = state with { SetUp = setUp };
        state = state with
        {
            Positions = setUp.Positions.Select((facts, order) => state.Positions.TryGetValue(facts.Id, out var old)
                ? old with { Order = order, Desk = facts.Desk, Seq = state.Seq }
                : new Position(facts.Id, order, facts.Desk, [], Reach.None, at, state.Seq)).ToImmutable(position => position.Id),
            Places = setUp.Places.Select((facts, order) => state.Places.TryGetValue(facts.Id, out var old)
                ? old with { Kind = facts.Kind, Order = order, Seq = state.Seq }
                : new Place(facts.Id, facts.Kind, order, PlaceState.Free, null, at, state.Seq)).ToImmutable(place => place.Id),
        };
        var people = setUp.Staff.Select(facts => state.Staff.TryGetValue(facts.Id, out var old)
            ? old with { Allowed = facts.Allowed, Held = [.. old.Held.Intersect(facts.Allowed)], Seq = state.Seq }
            : new StaffMember(facts.Id, facts.Allowed, DutyState.Off, [], [], null,
                System.Collections.Immutable.ImmutableDictionary<DeviceId, Reach>.Empty, null, null, [], state.Seq)).ToList();
        state = state with { Staff = people.ToImmutable(person => person.Id) };
        return setUp.Positions.Aggregate(state, (next, facts) => next.Man(facts.Id, at));
    }

    private static System.Collections.Immutable.ImmutableDictionary<TId, TEntity> ToImmutable<TId, TEntity>(this IEnumerable<TEntity> all, Func<TEntity, TId> id)
        where TId : notnull => System.Collections.Immutable.ImmutableDictionary.CreateRange(all.Select(one => KeyValuePair.Create(id(one), one)));
}
