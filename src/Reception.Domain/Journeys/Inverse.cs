using System.Collections.Immutable;
using Reception.Domain.Alerts;
using Reception.Domain.Items;
using Reception.Domain.Places;
using Reception.Domain.Venues;
using static Reception.Domain.Journeys.JourneyEvents;

namespace Reception.Domain.Journeys;

/// <summary>How the last trigger of a journey is taken back: the state before it is kept while that is possible.</summary>
internal static class Inverse
{
    /// <summary>After an entry with a trigger that can be undone: what it changed, as it was.</summary>
    public static VenueState Remember(VenueState before, VenueState after, Entry entry)
    {
        foreach (var pulled in entry.Events.OfType<TriggerPulled>())
        {
            if (pulled.UndoUntil is not { } until || !after.Journeys.TryGetValue(pulled.Journey, out var journey))
            {
                continue;
            }

            var last = new Last(
                pulled.Trigger,
                pulled.Staff,
                pulled.At,
                until,
                before.Journeys.GetValueOrDefault(pulled.Journey) is { } old ? old with { Last = null } : null,
                [.. entry.Events.OfType<ItemEvents.ItemAdded>().Select(added => added.Item)],
                [.. Touched(entry, ItemOf).Select(id => before.Items.GetValueOrDefault(id)).OfType<Item>()],
                [.. entry.Events.OfType<AlertEvents.AlertRaised>().Select(raised => raised.Alert)],
                [.. Touched(entry, OverOf).Select(id => before.Alerts.GetValueOrDefault(id)).OfType<Alert>()],
                [.. Touched(entry, PlaceOf).Select(id => before.Places.GetValueOrDefault(id)).OfType<Place>()]);
            after = after with { Journeys = after.Journeys.SetItem(journey.Id, journey with { Last = last }) };
        }

        return after;
    }

    public static VenueState Undo(VenueState state, TriggerUndone undone, DateTimeOffset at)
    {
        if (!state.Journeys.TryGetValue(undone.Journey, out var journey) || journey.Last is not { } last)
        {
            return state;
        }

        state = last.Items.Select(id => state.Items.GetValueOrDefault(id)).OfType<Item>()
            .Aggregate(state, (next, item) => next.Put(item with { State = ItemState.Expired, Closed = item.Closed ?? at }));
        state = last.Ticked.Aggregate(state, (next, item) => next.Put(item));
        state = last.Overtaken.Aggregate(state, (next, alert) => next.Put(alert));
        state = last.Places.Aggregate(state, (next, place) => next.Put(place));
        if (journey.Turn is { } turn && last.Before?.Turn is null && state.Staff.TryGetValue(turn.Staff, out var person) && person.Waiting is not null)
        {
            state = state.Put(person with { Waiting = turn.Waiting ?? person.Waiting }, at);
        }

        state = state with { Departed = [.. state.Departed.Where(departed => departed.Journey != journey.Id)] };
        return last.Before is { } before ? Reopen(state, before) : NeverWas(state, journey, at);
    }

    private static VenueState Reopen(VenueState state, Journey before)
    {
        state = state.Put(before);
        return state.Guests.TryGetValue(before.Guest, out var guest) ? state.Put(guest with { Closed = null }) : state;
    }

    private static VenueState NeverWas(VenueState state, Journey journey, DateTimeOffset at)
    {
        state = state.Put(journey with { Closed = at, End = Ends.Undone, Steps = [], Last = null });
        return state.Guests.TryGetValue(journey.Guest, out var guest) ? state.Put(guest with { Closed = at }) : state;
    }

    private static IEnumerable<TId> Touched<TId>(Entry entry, Func<Event, TId?> id)
        where TId : struct => entry.Events.Select(id).OfType<TId>().Distinct();

    private static ItemId? ItemOf(Event happened) => happened switch
    {
        ItemEvents.ItemTicked ticked => ticked.Item,
        ItemEvents.ItemExpired expired => expired.Item,
        ItemEvents.ItemMoved moved => moved.Item,
        _ => null,
    };

    private static AlertId? OverOf(Event happened) => happened switch
    {
        AlertEvents.AlertOvertaken overtaken => overtaken.Alert,
        AlertEvents.AlertCompleted completed => completed.Alert,
        AlertEvents.AlertAcknowledged acknowledged => acknowledged.Alert,
        _ => null,
    };

    private static PlaceId? PlaceOf(Event happened) => happened switch
    {
        PlaceEvents.PlaceLeased leased => leased.Place,
        PlaceEvents.PlaceReadied readied => readied.Place,
        PlaceEvents.PlaceReleased released => released.Place,
        _ => null,
    };
}
