using System.Collections.Immutable;
using System.Globalization;
using Reception.Domain.Alerts;
using Reception.Domain.Items;
using Reception.Domain.Places;
using Reception.Domain.Playbooks;
using Reception.Domain.Positions;
using Reception.Domain.Venues;

namespace Reception.Domain.Journeys;

/// <summary>Every trigger of every playbook (操作): who, whether now, what it asks, what must hold, what it brings.</summary>
internal static class Pulling
{
    public static Refusal? Pull(Work work, Command.Pull pull)
    {
        if (Duty.OnDuty(work) is not { } person)
        {
            return Refusal.Because(RefusalCodes.NotOnDuty);
        }

        if (Find(work, pull, out var book, out var journey, out var trigger) is { } unknown)
        {
            return unknown;
        }

        var position = trigger.By.Where(person.Holds).Select(held => (PositionId?)held).FirstOrDefault();
        if (position is null)
        {
            return Refusal.Because(RefusalCodes.NotYourPosition, ("positions", string.Join(',', trigger.By)));
        }

        if (journey is not null && (!journey.Open || !trigger.From.Contains(journey.Stage.Value)))
        {
            return NotNow(book, journey, person);
        }

        if (Limits.ForPull(work, book, trigger) is { } full)
        {
            return full;
        }

        if (CheckFields(work, book, trigger, pull.Fields) is { } wrong)
        {
            return wrong;
        }

        journey ??= Open(work, book);
        SetFields(work, book, journey, trigger, pull.Fields);
        if (Missing(work, book, journey.Id, trigger) is { } missing)
        {
            return missing;
        }

        if (Guards.Judge(work, book, journey.Id, trigger, person, pull.Reason, out var reason) is { } guarded)
        {
            return guarded;
        }

        return Leasing.Lease(work, book, journey.Id, trigger) is { } taken
            ? taken
            : Step(work, book, journey.Id, trigger, person.Id, position, reason);
    }

    /// <summary>The step itself and all it brings; also for the steps of the clock (no person).</summary>
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
            Ticking.Reach(work, book, id, to!.Id);
        }

        foreach (var item in trigger.Items.Concat(entered ? to!.Items : []).Distinct())
        {
            Ticking.Add(work, book, id, item);
        }

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

    private static Refusal? Find(Work work, Command.Pull pull, out Playbook book, out Journey? journey, out Trigger trigger)
    {
        book = null!;
        trigger = null!;
        journey = null;
        if (pull.Journey is { } id)
        {
            if (!work.State.Journeys.TryGetValue(id, out journey) || work.BookOf(journey) is not { } own)
            {
                return Refusal.Because(RefusalCodes.UnknownJourney);
            }

            book = own;
        }
        else if (work.Library.Current(pull.Playbook ?? "") is { } current)
        {
            book = current;
        }
        else
        {
            return Refusal.Because(RefusalCodes.UnknownPlaybook, ("what", Key.Fits(pull.Playbook ?? "") ? pull.Playbook ?? "" : ""));
        }

        if (book.Trigger(pull.Trigger) is not { } found || found.Opens != (journey is null))
        {
            return Refusal.Because(RefusalCodes.UnknownTrigger, ("what", Key.Fits(pull.Trigger) ? pull.Trigger : ""));
        }

        trigger = found;
        return null;
    }

    private static Journey Open(Work work, Playbook book)
    {
        var journey = new JourneyId(work.NewId("j"));
        work.Emit(new JourneyEvents.JourneyOpened(journey, new GuestId(work.NewId("g")), book.Id, book.Hash));
        Limits.TellOfJourneys(work);
        return work.State.Journeys[journey];
    }

    private static Refusal? CheckFields(Work work, Playbook book, Trigger trigger, ImmutableDictionary<string, string> fields)
    {
        foreach (var (id, value) in fields.OrderBy(field => field.Key, StringComparer.Ordinal))
        {
            if (!trigger.Ask.Any(ask => ask.Field == id) || book.Field(id) is not { } field)
            {
                return Refusal.Because(RefusalCodes.UnknownField, ("field", Key.Fits(id) ? id : ""));
            }

            if (Facts.Check(work, field, value) is { } wrong)
            {
                return wrong;
            }
        }

        return null;
    }

    private static void SetFields(Work work, Playbook book, Journey journey, Trigger trigger, ImmutableDictionary<string, string> fields)
    {
        Facts.Write(work, journey.Guest, fields.Where(field => book.Field(field.Key)?.Type == FieldType.Text).ToImmutableDictionary());
        var facts = fields.Where(field => book.Field(field.Key)?.Type != FieldType.Text).Concat(trigger.Set);
        foreach (var (id, value) in facts.OrderBy(fact => fact.Key, StringComparer.Ordinal))
        {
            Facts.Set(work, journey.Id, id, value);
        }
    }

    private static Refusal? Missing(Work work, Playbook book, JourneyId id, Trigger trigger)
    {
        var journey = work.State.Journeys[id];
        return trigger.Ask.Where(ask => ask.Needed).Select(ask => book.Field(ask.Field)).OfType<Field>()
            .FirstOrDefault(field => !Facts.Filled(work.State, journey, field)) is { } missing
            ? Refusal.Because(RefusalCodes.MissingField, ("field", missing.Id))
            : null;
    }

    /// <summary>Who was first, when, and what can be done instead by this person.</summary>
    private static Refusal NotNow(Playbook book, Journey journey, StaffMember person)
    {
        var last = journey.Steps.LastOrDefault();
        var can = journey.Open
            ? book.Triggers.Where(trigger => trigger.From.Contains(journey.Stage.Value) && trigger.By.Any(person.Holds)).Select(trigger => trigger.Id)
            : [];
        return Refusal.Because(
            RefusalCodes.NotNow,
            ("journey", journey.Id.Value),
            ("who", last?.Staff?.Value ?? ""),
            ("trigger", last?.Trigger.Value ?? journey.End?.Value ?? ""),
            ("at", (last?.At ?? journey.Since).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)),
            ("can", string.Join(',', can)));
    }
}
