using System.Collections.Immutable;
using Reception.Domain.Alerts;
using Reception.Domain.Items;
using Reception.Domain.Journeys;
using Reception.Domain.Places;
using Reception.Domain.Playbooks;
using Reception.Domain.Positions;
using Reception.Domain.Venues;

namespace Reception.Domain.Tests.Builders;

/// <summary>What must hold after every entry, whatever anybody did. Remembers what the state may forget: who came today, which rungs fired.</summary>
internal sealed class Soundness
{
    private readonly HashSet<string> ids = [];
    private readonly HashSet<(AlertId, int)> fired = [];
    private readonly Dictionary<JourneyId, Key> today = [];

    public void Check(VenueState before, VenueState after, Entry entry, Library library)
    {
        Sequence(before, after, entry);
        Created(entry);
        Calendar(after, entry);
        Alerts(after, entry);
        Places(before, after, entry);
        People(after);
        Journeys(after, library);
        Counts(after, entry);
        Bounds(after);
        SeqChecks.Check(before, after, entry);
    }

    private static void Sequence(VenueState before, VenueState after, Entry entry)
    {
        Holds(entry.Seq == before.Seq + 1 && after.Seq == entry.Seq, "the sequence has no gap");
        Holds(after.At >= before.At || entry.Events.Any(happened => happened is VenueEvents.ClockMovedBack), "time does not go back by itself");
        Holds(after.Day >= before.Day, "the day never goes back");
        Holds(entry.Refusal is null || entry.Events.IsEmpty, "a refusal is an entry without events");
    }

    private void Created(Entry entry)
    {
        foreach (var happened in entry.Events)
        {
            var id = happened switch
            {
                AlertEvents.AlertRaised raised => raised.Alert.Value,
                ItemEvents.ItemAdded added => added.Item.Value,
                JourneyEvents.JourneyOpened opened => opened.Journey.Value,
                _ => null,
            };
            Holds(id is null || ids.Add(id), $"nothing is created twice under one id: {id}");
            Holds(happened is not AlertEvents.AlertStepped stepped || fired.Add((stepped.Alert, stepped.Step)), "a rung fires once (P6)");
        }
    }

    private static void Calendar(VenueState after, Entry entry)
    {
        var due = Puts.Calendar(after).Except(after.Parked);
        Holds(after.Due.SetEquals(due), $"what falls due is what the entities say: {string.Join(", ", after.Due.SymmetricExcept(due))}");
        var full = entry.Events.Count(happened => happened is VenueEvents.FellDue) >= 500;
        // An item that an undo puts back on the list may have fallen due meanwhile: it is taken at once.
        var undone = entry.Events.Any(happened => happened is JourneyEvents.TriggerUndone);
        Holds(full || undone || after.Due.IsEmpty || after.Due.Min.At >= after.At, $"nothing falls due in the past: {(after.Due.IsEmpty ? default : after.Due.Min)} at {after.At:T}");
    }

    private static void Alerts(VenueState after, Entry entry)
    {
        foreach (var alert in after.Alerts.Values)
        {
            var wants = alert is { Open: true, Answer: not AnswerRule.None };
            Holds(!alert.Open || alert.Next is not null || alert.Exhausted, $"{alert.Template}: open, and nothing will happen to it (P6)");
            Holds(alert.Open || alert.Next is null, $"{alert.Template}: over, and something falls due");
            Holds(!wants || alert.Exhausted || !alert.Asks.Positions.IsEmpty || !alert.Asks.Staff.IsEmpty, $"{alert.Template}: wants an answer and asks nobody");
            Holds(alert.Step >= 0 && alert.Step < alert.Rungs.Length, $"{alert.Template}: stands on a rung");
            Holds(!wants || alert.State is AlertState.Open or AlertState.Acknowledged or AlertState.Delayed, $"{alert.Template}: open and {alert.State}");
            Holds(!wants || alert.Exhausted || alert.State != AlertState.Open || Targets.Stands(after, alert), $"{alert.Template}: nobody of those asked can answer, and it was not passed on (entry {entry.Seq})");
            Holds(alert.Answers.Where(answer => answer.Kind == AnswerKind.Decline).All(answer => !alert.Asks.Staff.Contains(answer.Staff)), $"{alert.Template}: never back to who declined");
            Holds(alert.Rungs.All(rung => rung.State != RungState.Asked || rung.Fired is not null), $"{alert.Template}: a rung that is asked has fired");
        }

        foreach (var receipts in after.Receipts.Values)
        {
            Holds(after.Alerts.TryGetValue(receipts.Id, out var alert) && alert.Closed == receipts.Closed, "receipts live as long as their alert");
        }
    }

    private static void Places(VenueState before, VenueState after, Entry entry)
    {
        foreach (var leased in entry.Events.OfType<PlaceEvents.PlaceLeased>())
        {
            var given = entry.Events.TakeWhile(happened => happened != leased).OfType<PlaceEvents.PlaceReleased>().Any(released => released.Place == leased.Place);
            Holds(given || before.Places[leased.Place].Journey is not { } holder || holder == leased.Journey, $"{leased.Place} was taken from {before.Places[leased.Place].Journey}");
        }

        foreach (var place in after.Places.Values)
        {
            Holds((place.Journey is null) == (place.State is PlaceState.Free or PlaceState.Closed), $"{place.Id}: {place.State}, and held by '{place.Journey}'");
            Holds(place.Queue.IsEmpty || place.State != PlaceState.Free, $"{place.Id} is free and somebody waits for it");
            Holds(place.Queue.Select(waiter => waiter.Journey).Distinct().Count() == place.Queue.Length, $"{place.Id}: who waits does so once");
            Holds(place.Queue.All(waiter => waiter.Journey != place.Journey && after.Journeys.GetValueOrDefault(waiter.Journey) is { Open: true }), $"{place.Id}: who waits is here and has it not yet");
            Holds(place.Journey is not { } holder || after.Journeys.GetValueOrDefault(holder) is { Open: true }, $"{place.Id} is held by a journey that is over");
        }
    }

    private static void People(VenueState after)
    {
        foreach (var position in after.Positions.Values)
        {
            var holders = after.Staff.Values.Where(person => person.Holds(position.Id)).ToList();
            Holds(position.Holders.ToHashSet().SetEquals(holders.Select(person => person.Id)), $"{position.Id}: holders are who holds it");
            var reach = holders.Where(person => person.Reachable).Select(person => person.Reach).DefaultIfEmpty(Reach.None).Max();
            Holds(position.Reach == reach && (position.Since is null) == (reach != Reach.None), $"{position.Id}: reach is that of who is present");
        }

        foreach (var person in after.Staff.Values)
        {
            var leads = after.Journeys.Values.Where(journey => journey is { Open: true, Expected: false } && journey.Host == person.Id).Select(journey => journey.Id);
            Holds(person.Hosting.ToHashSet().SetEquals(leads), $"{person.Id}: leads whose host it is");
            Holds(person.Held.All(person.Allowed.Contains), $"{person.Id}: holds what is allowed");
            Holds(person.Covers.Distinct().Count() == person.Covers.Length, $"{person.Id}: covers once");
            Holds(person.State == DutyState.Away == (person.Away is not null), $"{person.Id}: away with a time");
        }
    }

    /// <summary>P8: a history is a path of its playbook.</summary>
    private static void Journeys(VenueState after, Library library)
    {
        foreach (var journey in after.Journeys.Values)
        {
            Holds(after.Guests.TryGetValue(journey.Guest, out var guest) && guest.Closed == journey.Closed, $"{journey.Id}: the guest goes with the journey");
            var book = library.Get(journey.Hash)!;
            Key? at = journey.Steps.IsEmpty ? (Key?)null : journey.Steps[0].From;
            DateTimeOffset? when = null;
            foreach (var step in journey.Steps)
            {
                var trigger = book.Trigger(step.Trigger);
                Holds(step.From == at && (when is null || step.At >= when), $"{journey.Id}: {step.Trigger} follows the step before");
                Holds(trigger is null
                    ? step.Trigger.Value == Ends.NoShow && step.To.Value == book.NoShow!.Stage
                    : (trigger.Opens ? step.From.Value.Length == 0 : trigger.From.Contains(step.From.Value)) && step.To.Value == (trigger.To ?? step.From.Value), $"{journey.Id}: {step.Trigger} is not on the way (P8)");
                (at, when) = (step.To, step.At);
            }

            Holds(journey.Steps.IsEmpty || journey.Stage == at, $"{journey.Id}: stands where its last step led");
            Holds(journey.Steps.IsEmpty == (journey.End?.Value == Ends.Undone), $"{journey.Id}: a way has steps");
            Holds(journey.Open || book.Stage(journey.Stage.Value) is not { Ends: true } || journey.Closed is not null, $"{journey.Id}: ended and open");
        }
    }

    private void Counts(VenueState after, Entry entry)
    {
        foreach (var happened in entry.Events)
        {
            if (happened is VenueEvents.DayTurned)
            {
                today.Clear();
            }
            else if (happened is JourneyEvents.TriggerPulled { To: { } to } pulled)
            {
                today[pulled.Journey] = to.Column;
            }
        }

        foreach (var journey in after.Journeys.Values)
        {
            today[journey.Id] = journey.Column;
            if (journey.End?.Value == Ends.Undone)
            {
                today.Remove(journey.Id);
            }
        }

        var counted = after.Counts.Where(count => count.Value != 0).ToDictionary();
        var expected = today.Values.CountBy(column => column).ToDictionary();
        Holds(counted.Count == expected.Count && counted.All(count => expected.GetValueOrDefault(count.Key) == count.Value), "the columns count everybody of today once");
    }

    private static void Bounds(VenueState after)
    {
        Holds(after.Removed.Count <= Folder.KeptRemovals, "ids that left are bounded");
        Holds(after.Closed.Values.All(kind => kind.Count <= Folder.KeptOfAKind), "what is closed is bounded");
        Holds(after.Departed.Length <= 5, "the last five that left");
        Holds(after.Inverses.Values.All(inverse => inverse.Until + Folder.Grace >= after.At), "an inverse is kept while it is of use");
        Holds(after.Journeys.Values.All(journey => journey.Open || Remembered(after, ViewKind.Journey, journey.Id.Value, journey.Closed)), "a closed journey will leave");
        Holds(after.Alerts.Values.All(alert => alert.Open || Remembered(after, ViewKind.Alert, alert.Id.Value, alert.Closed)), "a closed alert will leave");
        Holds(after.Items.Values.All(item => item.Closed is null || Remembered(after, ViewKind.Item, item.Id.Value, item.Closed)), "a closed item will leave");
        Holds(after.Items.Values.All(item => item.State is ItemState.Open or ItemState.Kept == item.Lasts), "an item is open, stays on or is closed");
        Holds(after.Exclusive is not { } exclusive || after.Journeys.GetValueOrDefault(exclusive) is { Open: true }, "who has the venue is here or expected");
    }

    private static bool Remembered(VenueState state, ViewKind kind, Key id, DateTimeOffset? closed) =>
        state.Closed.GetValueOrDefault(kind, []).Exists(closing => closing.Id == id && closing.At == closed);

    public static void Holds(bool condition, string rule)
    {
        if (!condition)
        {
            throw new SoundnessException(rule);
        }
    }
}

internal sealed class SoundnessException(string rule) : Exception($"unsound: {rule}");

/// <summary>Every entity that is another than before carries the entry's sequence; what left is among the removed; a refusal changes nothing.</summary>
internal static class SeqChecks
{
    public static void Check(VenueState before, VenueState after, Entry entry)
    {
        var changed = Changed(before.Guests, after.Guests, guest => guest.Seq, after, entry)
            | Changed(before.Journeys, after.Journeys, journey => journey.Seq, after, entry)
            | Changed(before.Alerts, after.Alerts, alert => alert.Seq, after, entry)
            | Changed(before.Receipts, after.Receipts, receipts => receipts.Seq, after, entry)
            | Changed(before.Items, after.Items, item => item.Seq, after, entry)
            | Changed(before.Positions, after.Positions, position => position.Seq, after, entry)
            | Changed(before.Staff, after.Staff, person => person.Seq, after, entry)
            | Changed(before.Places, after.Places, place => place.Seq, after, entry)
            | Changed(before.Sessions, after.Sessions, session => session.Seq, after, entry)
            | (VenueRow.Of(before) != VenueRow.Of(after));
        Soundness.Holds(VenueRow.Of(before) == VenueRow.Of(after) || after.VenueSeq == after.Seq, "the venue's row changed with its sequence");
        Soundness.Holds((after.Changed == after.Seq) == changed, "the last change is noted, and nothing else");
    }

    private static bool Changed<TId, TEntity>(
        ImmutableDictionary<TId, TEntity> before, ImmutableDictionary<TId, TEntity> after, Func<TEntity, long> seq, VenueState state, Entry entry)
        where TId : struct
        where TEntity : class
    {
        var changed = false;
        foreach (var (id, entity) in after)
        {
            var same = before.TryGetValue(id, out var old) && ReferenceEquals(old, entity);
            changed |= !same;
            Soundness.Holds(same || seq(entity) == state.Seq, $"{typeof(TEntity).Name} {id} changed without its sequence");
            Soundness.Holds(same || entry.Refusal is null, $"a refusal changed {id}");
        }

        foreach (var id in before.Keys.Where(id => !after.ContainsKey(id)))
        {
            changed = true;
            Soundness.Holds(
                state.Horizon == state.Seq || state.Removed.Exists(removal => removal.Id.Value == id.ToString() && removal.Seq == state.Seq),
                $"{id} left without a word");
        }

        return changed;
    }
}
