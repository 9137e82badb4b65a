using System.Collections.Immutable;
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
        DayTurned turned => Turn(state, turned, at),
        ClockMovedBack back => ClockFold.Back(state, back.By),
        FellDue => state,
        StoreRestored restored => state with { Restored = restored.Day },
        DueParked parked => Park(state, new Due(parked.Due, parked.Kind, parked.Id, parked.Step)),
        _ => null,
    };

    /// <summary>What is closed leaves, the columns are counted anew, what was set aside is tried again, and lost devices are forgotten.</summary>
    private static VenueState Turn(VenueState state, DayTurned turned, DateTimeOffset at)
    {
        state = Pruning.Drop(state) with { Day = turned.Day, DayTurns = turned.Next, Departed = [], Parked = [] };
        foreach (var person in state.Staff.Values.Where(person => person.Devices.ContainsValue(Reach.None)))
        {
            state = state.Put(person with { Devices = person.Devices.RemoveRange(person.Devices.Where(device => device.Value == Reach.None).Select(device => device.Key)) }, at);
        }

        return state with
        {
            Counts = state.Journeys.Values.CountBy(journey => journey.Column)
                .Aggregate(state.Counts.Clear(), (counts, column) => counts.SetItem(column.Key, column.Value)),
            Due = Puts.Calendar(state),
        };
    }

    private static VenueState Park(VenueState state, Due due) =>
        state with { Parked = state.Parked.Add(due), Due = state.Due.Remove(due) };

    /// <summary>
    /// Whom and what the venue has now; who and what is no longer named goes, the rest keeps what it is doing. Any word of any view may be another one:
    /// whoever has seen the venue before gets it anew.
    /// </summary>
    private static VenueState SetUp(VenueState state, VenueSetUp setUp, DateTimeOffset at)
    {
        state = state with
        {
            SetUp = setUp,
            Horizon = state.Seq,
            Positions = setUp.Positions.Select((facts, order) => state.Positions.TryGetValue(facts.Id, out var old)
                ? old with { Order = order, Desk = facts.Desk, Seq = state.Seq }
                : new Position(facts.Id, order, facts.Desk, [], Reach.None, at, state.Seq)).ToImmutableDictionary(position => position.Id),
            Places = setUp.Places.Select((facts, order) => state.Places.TryGetValue(facts.Id, out var old)
                ? old with { Kind = facts.Kind, Order = order, Seq = state.Seq }
                : new Place(facts.Id, facts.Kind, order, PlaceState.Free, null, at, [], state.Seq)).ToImmutableDictionary(place => place.Id),
            Staff = setUp.Staff.Select(facts => Member(state, setUp, facts)).ToImmutableDictionary(person => person.Id),
        };
        state = setUp.Positions.Aggregate(state, (next, facts) => next.Man(facts.Id, at));
        return state with { Due = Puts.Calendar(state).Except(state.Parked) };
    }

    /// <summary>Keeps duty and devices; a position that is no longer theirs, or no longer there, is left.</summary>
    private static StaffMember Member(VenueState state, VenueSetUp setUp, StaffFacts facts)
    {
        if (!state.Staff.TryGetValue(facts.Id, out var old))
        {
            return new(facts.Id, facts.Allowed, DutyState.Off, [], [], null, ImmutableDictionary<DeviceId, Reach>.Empty, null, null, [], state.Seq);
        }

        var positions = setUp.Positions.Select(position => position.Id).ToHashSet();
        ImmutableArray<PositionId> held = [.. old.Held.Intersect(facts.Allowed).Where(positions.Contains)];
        return old with
        {
            Allowed = facts.Allowed,
            Held = held,
            Covers = [.. old.Covers.Where(cover => positions.Contains(cover.Position) && setUp.Staff.Any(other => other.Id == cover.Instead))],
            Waiting = setUp.Rota is { } rota && held.Any(position => position.Value == rota.Value) ? old.Waiting : null,
            Seq = state.Seq,
        };
    }
}
