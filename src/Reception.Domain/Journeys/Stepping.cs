using System.Collections.Immutable;
using Reception.Domain.Alerts;
using Reception.Domain.Items;
using Reception.Domain.Places;
using Reception.Domain.Playbooks;
using Reception.Domain.Venues;

namespace Reception.Domain.Journeys;

/// <summary>A step of a journey and all it brings: places, things to do, calls; and its end.</summary>
internal static class Stepping
{
    /// <summary>Also for the steps of the clock (no person).</summary>
    public static Refusal? Step(Work work, Playbook book, JourneyId id, Trigger trigger, StaffId? person, PositionId? position, Key? reason)
    {
        var before = work.State.Journeys[id];
        var to = trigger.To is null ? null : book.Stage(trigger.To);
        var at = person is null ? work.Time : When(work, before);
        var until = trigger.Undo && person is not null ? work.Time + work.Venue.Settings.Undo : (DateTimeOffset?)null;
        work.Emit(new JourneyEvents.TriggerPulled(
            id, trigger.Id, to is null ? null : new(to.Id, to.Column, to.Expected, to.Ends), person, position, reason, at, until));
        Leasing.Release(work, book, id, trigger);
        Ticking.Take(work, id, trigger, person, leaves: to is not null && to.Id != before.Stage.Value);
        Overtake(work, id, trigger.Id, person);
        if (person is { } by)
        {
            Answering.ByTrigger(work, before, by, position);
        }

        if (to is { Ends: true })
        {
            End(work, id, trigger.Id, person);
        }

        var entered = to is not null && to.Id != before.Stage.Value;
        if (entered)
        {
            Timing.Reach(work, book, id, to!.Id);
        }

        Ticking.Add(work, book, id, trigger.Items.Concat(entered ? to!.Items : []));

        foreach (var alert in trigger.Alerts)
        {
            if (book.Alerts.TryGetValue(alert, out var template))
            {
                Raising.Raise(work, new Call(book.Hash, template) { Journey = id, From = person, FromPosition = position });
            }
        }

        return null;
    }

    /// <summary>A journey is over: what it holds is given back, what waits for it is over too.</summary>
    public static void End(Work work, JourneyId id, Key trigger, StaffId? person)
    {
        Leasing.ReleaseAll(work, id);
        Exclusivity.GiveBack(work, id);
        Ticking.Expire(work, id);
        foreach (var alert in Raising.Open(work, alert => alert.Journey == id))
        {
            Raising.Overtake(work, alert, trigger, person);
        }
    }

    /// <summary>An expected guest has not come.</summary>
    public static void NoShow(Work work, Journey journey)
    {
        if (work.BookOf(journey) is not { NoShow: { } rule } book)
        {
            work.Emit(new JourneyEvents.EtaSet(journey.Id, journey.Eta ?? work.Time, null));
            return;
        }

        var trigger = new Trigger(
            Ends.NoShow, Text.Of(""), Text.Of(""), Opens: false, [journey.Stage], rule.Stage, [], [], [], ImmutableDictionary<string, string>.Empty,
            rule.Alerts, [], [], [], [], [], Undo: false, Use: null, Hold: false);
        Step(work, book, journey.Id, trigger, null, null, null);
    }

    private static void Overtake(Work work, JourneyId id, Key trigger, StaffId? person)
    {
        foreach (var alert in Raising.Open(work, alert => alert.Journey == id && alert.Over.Contains(trigger)))
        {
            Raising.Overtake(work, alert, trigger, person);
        }
    }

    /// <summary>When the person acted; the steps of a journey follow one another.</summary>
    private static DateTimeOffset When(Work work, Journey journey)
    {
        var last = journey.Steps.IsEmpty ? work.MadeAt : journey.Steps[^1].At;
        return work.MadeAt < last ? last < work.Time ? last : work.Time : work.MadeAt;
    }
}
