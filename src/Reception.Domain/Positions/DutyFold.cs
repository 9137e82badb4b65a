using System.Collections.Immutable;
using Reception.Domain.Venues;
using static Reception.Domain.Positions.DutyEvents;

namespace Reception.Domain.Positions;

internal static class DutyFold
{
    public static VenueState? Apply(VenueState state, Event happened, DateTimeOffset at) => happened switch
    {
        DutyStarted started => state.With(started.Staff, at, person => person with
        {
            State = DutyState.On,
            Held = started.Positions,
            Away = null,
            Waiting = state.SetUp?.Rota is { } rota && started.Positions.Any(position => position.Value == rota.Value) ? person.Waiting ?? at : null,
        }),
        DutyEnded ended => state.With(ended.Staff, at, person => person with
        {
            State = DutyState.Off, Held = [], Covers = [], Away = null, Waiting = null,
        }),
        AwayBegan away => state.With(away.Staff, at, person => person with
        {
            State = DutyState.Away, Away = new Away(at, away.Until, away.Cover, Overdue: false),
        }),
        AwayEnded back => state.With(back.Staff, at, person => person with { State = DutyState.On, Away = null }),
        AwayOverdue late => state.With(late.Staff, at, person => person.Away is null ? person : person with { Away = person.Away with { Overdue = true } }),
        CoverBegan cover => state.With(cover.Staff, at, person => person with
        {
            Covers = [.. person.Covers.Union([new Covering(cover.Instead, cover.Position)])],
        }),
        CoverEnded cover => state.With(cover.Staff, at, person => person with
        {
            Covers = person.Covers.Remove(new Covering(cover.Instead, cover.Position)),
        }),
        DeviceReached reached => state.With(reached.Staff, at, person => Reached(person, person.Devices.SetItem(reached.Device, reached.Reach), at)),
        DeviceLost lost => state.With(lost.Staff, at, person => Reached(person, person.Devices.SetItem(lost.Device, Reach.None), at)),
        DeviceGone gone => state.With(gone.Staff, at, person => Reached(person, person.Devices.Remove(gone.Device), at)),
        TurnSpent spent => Spend(state, spent, at),
        _ => null,
    };

    private static VenueState With(this VenueState state, StaffId id, DateTimeOffset at, Func<StaffMember, StaffMember> change) =>
        state.Staff.TryGetValue(id, out var person) ? state.Put(change(person), at) : state;

    private static StaffMember Reached(StaffMember person, ImmutableDictionary<DeviceId, Reach> devices, DateTimeOffset at)
    {
        var next = person with { Devices = devices };
        return next with { LostSince = next.Reach != Reach.None ? null : person.LostSince ?? at };
    }

    private static VenueState Spend(VenueState state, TurnSpent spent, DateTimeOffset at)
    {
        if (state.Staff.TryGetValue(spent.Staff, out var person) && state.Journeys.TryGetValue(spent.Journey, out var journey))
        {
            state = state.Put(journey with { Turn = new(spent.Staff, spent.Alert, person.Waiting, at) });
        }

        // Only who is on the rota can go to its end.
        return state.With(spent.Staff, at, turned => turned.Waiting is null ? turned : turned with { Waiting = at });
    }
}
