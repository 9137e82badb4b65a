using System.Collections.Immutable;
using Reception.Domain.Alerts;
using Reception.Domain.Items;
using Reception.Domain.Journeys;
using Reception.Domain.Places;
using Reception.Domain.Positions;

namespace Reception.Domain.Venues;

/// <summary>The only ways an entity gets into the state: it takes the entry's sequence, its due times go into the calendar, what closed is remembered for a while.</summary>
internal static class Puts
{
    public static VenueState Put(this VenueState state, Guest guest)
    {
        var before = state.Guests.GetValueOrDefault(guest.Id);
        state = state with { Guests = state.Guests.SetItem(guest.Id, guest with { Seq = state.Seq }) };
        return state.Closing(before?.Closed, guest.Closed, ViewKind.Guest, guest.Id.Value);
    }

    public static VenueState Put(this VenueState state, Alert alert)
    {
        var before = state.Alerts.GetValueOrDefault(alert.Id);
        state = state with
        {
            Alerts = state.Alerts.SetItem(alert.Id, alert with { Seq = state.Seq }),
            Due = state.Due.Swap(DueOf(before), DueOf(alert)),
        };
        state = state.Closing(before?.Closed, alert.Closed, ViewKind.Alert, alert.Id.Value);
        // Who has it is known as long as the call is; an undo opens both again.
        return state.Receipts.TryGetValue(alert.Id, out var receipts) && receipts.Closed != alert.Closed
            ? state.Put(receipts with { Closed = alert.Closed })
            : state;
    }

    public static VenueState Put(this VenueState state, Receipts receipts)
    {
        var before = state.Receipts.GetValueOrDefault(receipts.Id);
        state = state with { Receipts = state.Receipts.SetItem(receipts.Id, receipts with { Seq = state.Seq }) };
        return state.Closing(before?.Closed, receipts.Closed, ViewKind.Receipt, receipts.Id.Value);
    }

    public static VenueState Put(this VenueState state, Item item)
    {
        var before = state.Items.GetValueOrDefault(item.Id);
        state = state with
        {
            Items = state.Items.SetItem(item.Id, item with { Seq = state.Seq }),
            Due = state.Due.Swap(DueOf(before), DueOf(item)).Swap(LateOf(before), LateOf(item)),
        };
        state = state.Closing(before?.Closed, item.Closed, ViewKind.Item, item.Id.Value);
        return item.Journey is { } journey && state.Journeys.TryGetValue(journey, out var owner) && owner.Seq != state.Seq
            ? state with { Journeys = state.Journeys.SetItem(journey, owner with { Seq = state.Seq }) }
            : state;
    }

    public static VenueState Put(this VenueState state, Place place) =>
        state with { Places = state.Places.SetItem(place.Id, place with { Seq = state.Seq }) };

    public static VenueState Put(this VenueState state, OpenSession session)
    {
        var before = state.Sessions.GetValueOrDefault(session.Id);
        state = state with { Sessions = state.Sessions.SetItem(session.Id, session with { Seq = state.Seq }) };
        return state.Closing(before?.Closed, session.Closed, ViewKind.Session, session.Id);
    }

    public static VenueState Put(this VenueState state, Journey journey)
    {
        var before = state.Journeys.GetValueOrDefault(journey.Id);
        state = state with
        {
            Journeys = state.Journeys.SetItem(journey.Id, journey with { Seq = state.Seq }),
            Due = state.Due.Swap(DueOf(before), DueOf(journey)),
            Counts = state.Counts.Add(Counted(before), -1).Add(Counted(journey), 1),
        };
        state = state.Rehost(journey.Id, Leading(before), Leading(journey));
        return state.Closing(before?.Closed, journey.Closed, ViewKind.Journey, journey.Id.Value);
    }

    /// <summary>A person; the positions this touches are made anew.</summary>
    public static VenueState Put(this VenueState state, StaffMember person, DateTimeOffset at)
    {
        var before = state.Staff.GetValueOrDefault(person.Id);
        state = state with
        {
            Staff = state.Staff.SetItem(person.Id, person with { Seq = state.Seq }),
            Due = state.Due.Swap(DueOf(before), DueOf(person)),
        };
        return (before?.Positions ?? []).Union(person.Positions).Aggregate(state, (next, position) => next.Man(position, at));
    }

    /// <summary>Who is at a position, how it can be reached, since when it cannot.</summary>
    public static VenueState Man(this VenueState state, PositionId id, DateTimeOffset at)
    {
        if (!state.Positions.TryGetValue(id, out var position))
        {
            return state;
        }

        var holders = state.Staff.Values.Where(person => person.Holds(id)).OrderBy(person => person.Id.Value, StringComparer.Ordinal).ToImmutableArray();
        var reach = holders.Where(person => person.Reachable).Select(person => person.Reach).DefaultIfEmpty(Reach.None).Max();
        var next = position with
        {
            Holders = [.. holders.Select(person => person.Id)],
            Reach = reach,
            Since = reach != Reach.None ? null : position.Since ?? at,
        };
        var same = next.Reach == position.Reach && next.Since == position.Since && next.Holders.SequenceEqual(position.Holders);
        return same ? state : state with { Positions = state.Positions.SetItem(id, next with { Seq = state.Seq }) };
    }

    /// <summary>What falls due, as the entities say.</summary>
    public static ImmutableSortedSet<Due> Calendar(VenueState state) =>
    [
        .. state.Alerts.Values.Select(alert => DueOf(alert)).OfType<Due>(),
        .. state.Items.Values.Select(item => DueOf(item)).OfType<Due>(),
        .. state.Items.Values.Select(item => LateOf(item)).OfType<Due>(),
        .. state.Journeys.Values.Select(journey => DueOf(journey)).OfType<Due>(),
        .. state.Staff.Values.Select(person => DueOf(person)).OfType<Due>(),
        .. DayOf(state.DayTurns) is { } day ? [day] : ImmutableArray<Due>.Empty,
    ];

    public static ImmutableDictionary<Key, int> Add(this ImmutableDictionary<Key, int> counts, Key? column, int by) =>
        column is { } key ? counts.SetItem(key, Math.Max(0, counts.GetValueOrDefault(key) + by)) : counts;

    public static ImmutableSortedSet<Due> Swap(this ImmutableSortedSet<Due> calendar, Due? before, Due? after)
    {
        if (before == after)
        {
            return calendar;
        }

        calendar = before is { } old ? calendar.Remove(old) : calendar;
        return after is { } due ? calendar.Add(due) : calendar;
    }

    public static Due? DayOf(DateTimeOffset? turns) => turns is { } at ? new(at, DueKind.Day, "", 0) : null;

    private static VenueState Closing(this VenueState state, DateTimeOffset? before, DateTimeOffset? after, ViewKind kind, Key id) =>
        after is { } at && before is null
            ? state with { Closed = state.Closed.SetItem(kind, state.Closed.GetValueOrDefault(kind, []).Add(new(at, kind, id))) }
            : state;

    private static VenueState Rehost(this VenueState state, JourneyId journey, StaffId? before, StaffId? after)
    {
        if (before == after)
        {
            return state;
        }

        if (before is { } left && state.Staff.TryGetValue(left, out var old))
        {
            state = state with { Staff = state.Staff.SetItem(left, old with { Hosting = old.Hosting.Remove(journey), Seq = state.Seq }) };
        }

        return after is { } now && state.Staff.TryGetValue(now, out var host)
            ? state with { Staff = state.Staff.SetItem(now, host with { Hosting = host.Hosting.Add(journey), Seq = state.Seq }) }
            : state;
    }

    /// <summary>An undone opening never was; everything else counts in its column for the day.</summary>
    private static Key? Counted(Journey? journey) => journey is null || journey.End == Ends.Undone ? (Key?)null : journey.Column;

    private static StaffId? Leading(Journey? journey) => journey is { Open: true, Expected: false } ? journey.Host : null;

    public static Due? DueOf(Alert? alert) =>
        alert is { Open: true, Next: { } next } ? new(next, DueKind.Alert, alert.Id.Value, alert.Step) : null;

    private static Due? DueOf(Item? item) =>
        item is { State: ItemState.Open, Called: false, CallAt: { } due } ? new(due, DueKind.Item, item.Id.Value, item.Moves) : null;

    private static Due? LateOf(Item? item) =>
        item is { State: ItemState.Open, Late: false, LateAt: { } due } ? new(due, DueKind.ItemLate, item.Id.Value, item.Moves) : null;

    private static Due? DueOf(Journey? journey) =>
        journey is { Open: true, Expected: true, NoShowAt: { } due } ? new(due, DueKind.NoShow, journey.Id.Value, 0) : null;

    private static Due? DueOf(StaffMember? person) =>
        person is { State: DutyState.Away, Away: { Overdue: false } away } ? new(away.Until, DueKind.Away, person.Id.Value, 0) : null;
}
