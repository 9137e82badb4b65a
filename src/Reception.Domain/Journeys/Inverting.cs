using System.Collections.Immutable;
using Reception.Domain.Alerts;
using Reception.Domain.Items;
using Reception.Domain.Places;
using Reception.Domain.Venues;
using static Reception.Domain.Journeys.JourneyEvents;

namespace Reception.Domain.Journeys;

/// <summary>
/// How the last trigger of a journey is taken back: what its entry changed is kept as it was before. What others did meanwhile, that does not rest on it, stays.
/// </summary>
internal static class Inverting
{
    /// <summary>After an entry with a trigger that can be undone: what it changed, as it was.</summary>
    public static VenueState Remember(VenueState before, VenueState after, Entry entry)
    {
        foreach (var pulled in entry.Events.OfType<TriggerPulled>())
        {
            if (pulled.UndoUntil is not { } until || !after.Journeys.ContainsKey(pulled.Journey))
            {
                continue;
            }

            var inverse = new Inverse(
                pulled.Journey,
                entry.Seq,
                entry.At,
                until,
                before.Journeys.GetValueOrDefault(pulled.Journey),
                [.. entry.Events.OfType<FactSet>().Where(fact => fact.Journey == pulled.Journey).Select(fact => fact.Field)],
                entry.Events.OfType<EtaSet>().Any(),
                entry.Events.OfType<HostSet>().Any(),
                [.. entry.Events.OfType<ItemEvents.ItemAdded>().Select(added => added.Item)],
                [.. Touched(entry, ItemOf).Select(id => before.Items.GetValueOrDefault(id)).OfType<Item>()],
                [.. entry.Events.OfType<AlertEvents.AlertRaised>().Select(raised => raised.Alert)],
                [.. Touched(entry, OverOf).Select(id => before.Alerts.GetValueOrDefault(id)).OfType<Alert>()],
                [.. Touched(entry, PlaceOf).Select(id => before.Places.GetValueOrDefault(id)).OfType<Place>()],
                [.. entry.Events.OfType<PlaceEvents.PlaceQueued>().Where(queued => queued.Journey == pulled.Journey).Select(queued => queued.Place)],
                entry.Events.Any(happened => happened is ExclusiveBegan or ExclusiveEnded) ? before.Exclusive == pulled.Journey : null);
            after = after with { Inverses = after.Inverses.SetItem(pulled.Journey, inverse) };
        }

        return after;
    }

    public static VenueState Undo(VenueState state, TriggerUndone undone, DateTimeOffset at)
    {
        if (!state.Journeys.TryGetValue(undone.Journey, out var journey) || !state.Inverses.TryGetValue(undone.Journey, out var inverse))
        {
            return state;
        }

        state = state with { Inverses = state.Inverses.Remove(undone.Journey) };
        state = inverse.Items.Select(id => state.Items.GetValueOrDefault(id)).OfType<Item>()
            .Aggregate(state, (next, item) => next.Put(item with { State = ItemState.Expired, Closed = item.Closed ?? at }));
        state = inverse.Ticked.Aggregate(state, (next, item) => next.Put(item));
        state = inverse.Overtaken.Aggregate(state, (next, alert) => Reopen(next, alert, inverse, undone.By, at));
        // Who has come to wait for one since then still does.
        state = inverse.Places.Aggregate(state, (next, place) => next.Put(place with { Queue = next.Places[place.Id].Queue }));
        state = inverse.Queued.Aggregate(state, (next, id) => next.Places.TryGetValue(id, out var place) ? next.Put(place with { Queue = PlaceFold.Without(place, undone.Journey) }) : next);
        state = inverse.Exclusive is { } had ? state with { Exclusive = had ? journey.Id : null } : state;
        state = state with { Departed = [.. state.Departed.Where(departed => departed.Journey != journey.Id)] };
        (state, journey) = GiveTurnBack(state, journey, inverse, at);
        return inverse.Before is { } before ? Reopen(state, Before(journey, before, inverse)) : NeverWas(state, journey, at);
    }

    /// <summary>A call that the trigger overtook or answered waits again; what others have made of it since stays.</summary>
    private static VenueState Reopen(VenueState state, Alert before, Inverse inverse, StaffId by, DateTimeOffset at) => state.Alerts.GetValueOrDefault(before.Id) switch
    {
        { Open: true, Answer: AnswerRule.Each } open => state.Put(open with
        {
            Answers = open.Answers.RemoveAll(answer => answer.Kind == AnswerKind.Ack && answer.Staff == by && !before.Answers.Contains(answer)),
        }),
        { } now when now.Seq != inverse.Seq && !(now.State == AlertState.Acknowledged && now.By == by) => state,
        // What fell due while the call was over falls due now.
        _ => state.Put(before with { Next = before.Next < at ? at : before.Next }),
    };

    /// <summary>A turn that was spent on a call of this trigger was not spent.</summary>
    private static (VenueState State, Journey Journey) GiveTurnBack(VenueState state, Journey journey, Inverse inverse, DateTimeOffset at)
    {
        if (journey.Turn is not { } turn || !(inverse.Alerts.Contains(turn.Alert) || (turn != inverse.Before?.Turn && inverse.Overtaken.Any(alert => alert.Id == turn.Alert))))
        {
            return (state, journey);
        }

        if (state.Staff.TryGetValue(turn.Staff, out var person) && person.Waiting == turn.At)
        {
            state = state.Put(person with { Waiting = turn.Waiting }, at);
        }

        var field = state.Alerts.GetValueOrDefault(turn.Alert)?.Turn?.Field;
        var facts = field is { } named && journey.Person(named) == turn.Staff ? journey.Facts.Remove(named) : journey.Facts;
        return (state, journey with { Turn = null, Facts = facts, Host = journey.Host == turn.Staff ? null : journey.Host });
    }

    /// <summary>Where it stood before; of the facts only those go back that the trigger set.</summary>
    private static Journey Before(Journey now, Journey before, Inverse inverse) => now with
    {
        Stage = before.Stage,
        Column = before.Column,
        Expected = before.Expected,
        Since = before.Since,
        Arrived = before.Arrived,
        Closed = null,
        End = null,
        Steps = before.Steps,
        Last = null,
        Facts = inverse.Facts.Aggregate(now.Facts, (facts, field) =>
            before.Facts.TryGetValue(field, out var old) ? facts.SetItem(field, old) : facts.Remove(field)),
        Eta = inverse.Eta ? before.Eta : now.Eta,
        NoShowAt = inverse.Eta ? before.NoShowAt : now.NoShowAt,
        Host = inverse.Host ? before.Host : now.Host,
    };

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
