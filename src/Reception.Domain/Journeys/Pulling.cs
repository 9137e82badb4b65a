using System.Collections.Immutable;
using System.Globalization;
using Reception.Domain.Alerts;
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

        return (Leasing.Lease(work, book, journey.Id, trigger) ?? Exclusivity.Take(work, journey.Id, trigger)) is { } taken
            ? taken
            : Stepping.Step(work, book, journey.Id, trigger, person.Id, position, reason);
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
