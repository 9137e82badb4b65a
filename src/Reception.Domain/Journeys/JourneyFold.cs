using System.Collections.Immutable;
using Reception.Domain.Venues;
using static Reception.Domain.Journeys.JourneyEvents;

namespace Reception.Domain.Journeys;

internal static class JourneyFold
{
    private const int KeptSteps = 40;

    public static VenueState? Apply(VenueState state, Event happened, DateTimeOffset at) => happened switch
    {
        JourneyOpened opened => Open(state, opened, at),
        GuestCardChanged changed => Card(state, changed),
        GuestErased erased => state.Guests.TryGetValue(erased.Guest, out var guest)
            ? state.Put(guest with { Erased = true, Filled = [], Rev = guest.Rev + 1 })
            : state,
        TriggerPulled pulled => (state with { Inverses = state.Inverses.Remove(pulled.Journey) })
            .With(pulled.Journey, journey => Step(journey, pulled, at)).Left(pulled.Journey, at),
        FactSet fact => state.With(fact.Journey, journey => journey with
        {
            Facts = fact.Value.Value.Length == 0 ? journey.Facts.Remove(fact.Field) : journey.Facts.SetItem(fact.Field, fact.Value),
        }),
        EtaSet eta => state.With(eta.Journey, journey => journey with { Eta = eta.Eta, NoShowAt = eta.NoShowAt }),
        HostSet host => state.With(host.Journey, journey => journey with { Host = host.Host }),
        ExclusiveBegan began => state with { Exclusive = began.Journey },
        ExclusiveEnded ended => state.Exclusive == ended.Journey ? state with { Exclusive = null } : state,
        TriggerUndone undone => Inverting.Undo(state, undone, at),
        JourneyExpired expired => (state with { Inverses = state.Inverses.Remove(expired.Journey) }).With(expired.Journey, journey => journey with { Closed = at, End = Ends.Expired, Last = null }).Left(expired.Journey, at),
        _ => null,
    };

    private static VenueState With(this VenueState state, JourneyId id, Func<Journey, Journey> change) =>
        state.Journeys.TryGetValue(id, out var journey) ? state.Put(change(journey)) : state;

    private static VenueState Open(VenueState state, JourneyOpened opened, DateTimeOffset at) => state
        .Put(new Guest(opened.Guest, opened.Journey, 0, [], Erased: false, Closed: null, state.Seq))
        .Put(new Journey(
            opened.Journey, opened.Guest, opened.Playbook, opened.Hash, "", "", Expected: true, at, at, null, null, null,
            ImmutableDictionary<Key, Key>.Empty, null, null, null, [], null, null, state.Seq));

    /// <summary>Whoever shows a word of the card shows it anew: the guest, and the open alerts of the journey.</summary>
    private static VenueState Card(VenueState state, GuestCardChanged changed)
    {
        if (!state.Guests.TryGetValue(changed.Guest, out var guest))
        {
            return state;
        }

        state = state.Put(guest with { Rev = changed.Rev, Filled = guest.Filled.Union(changed.Filled).Except(changed.Cleared) });
        state = state.With(guest.Journey, journey => journey);
        return state.Alerts.Values.Where(alert => alert.Open && alert.Journey == guest.Journey).Aggregate(state, (next, alert) => next.Put(alert));
    }

    private static Journey Step(Journey journey, TriggerPulled pulled, DateTimeOffset at)
    {
        var to = pulled.To;
        var step = new Step(pulled.Trigger, journey.Stage, to?.Stage ?? journey.Stage, pulled.At, pulled.Staff, pulled.Position, pulled.Reason);
        var steps = journey.Steps.Add(step);
        var next = journey with
        {
            Steps = steps.Length > KeptSteps ? steps.RemoveAt(0) : steps,
            Last = pulled.UndoUntil is { } until ? new Last(pulled.Trigger, pulled.Staff, pulled.At, until) : null,
        };
        if (to is null)
        {
            return next;
        }

        next = next with
        {
            Stage = to.Stage,
            Column = to.Column,
            Expected = to.Expected,
            Since = to.Stage == journey.Stage ? journey.Since : pulled.At,
            Arrived = journey.Arrived ?? (to.Expected || to.Ends ? null : pulled.At),
        };
        return to.Ends ? next with { Closed = at, End = pulled.Trigger } : next;
    }

    /// <summary>A closed journey takes its guest along, and who really was here is among the last that left.</summary>
    private static VenueState Left(this VenueState state, JourneyId id, DateTimeOffset at)
    {
        if (!state.Journeys.TryGetValue(id, out var journey) || journey.Open)
        {
            return state;
        }

        if (state.Guests.TryGetValue(journey.Guest, out var guest) && guest.Closed is null)
        {
            state = state.Put(guest with { Closed = at });
        }

        return journey.Arrived is not { } arrived
            ? state
            : state with { Departed = [new(id, journey.Guest, at, (int)(at - arrived).TotalMinutes), .. state.Departed.Take(4)] };
    }
}
