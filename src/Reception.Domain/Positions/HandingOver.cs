using Reception.Domain.Alerts;
using Reception.Domain.Journeys;
using Reception.Domain.Playbooks;
using Reception.Domain.Venues;

namespace Reception.Domain.Positions;

/// <summary>交接班: who ends duty leaves the positions to somebody who is here, and with them the guests who are here and the calls that are open.</summary>
internal static class HandingOver
{
    public static Refusal? To(Work work, StaffMember person, StaffId id)
    {
        if (!work.State.Staff.TryGetValue(id, out var heir))
        {
            return Refusal.Because(RefusalCodes.UnknownStaff, ("what", id.Value));
        }

        if (id == person.Id || !IsHere(heir) || person.Held.Any(position => !heir.Allowed.Contains(position)))
        {
            return Refusal.Because(RefusalCodes.HeirNotPossible, ("who", id.Value), ("positions", string.Join(',', person.Held)));
        }

        if (!person.Held.All(heir.Held.Contains) || heir.State == DutyState.Off)
        {
            work.Emit(new DutyEvents.DutyStarted(id, [.. heir.Held.Union(person.Held)]));
        }

        foreach (var journey in work.State.Journeys.Values.Where(journey => journey is { Open: true, Expected: false }).OrderBy(journey => journey.Id.Value, StringComparer.Ordinal).ToList())
        {
            HandOn(work, journey, person, id);
        }

        foreach (var alert in Raising.Open(work, alert => Names(alert, person.Id)))
        {
            work.Emit(new AlertEvents.AlertHandedOn(alert.Id, person.Id, id));
        }

        return null;
    }

    /// <summary>On duty and not away; or about to begin, signed in.</summary>
    private static bool IsHere(StaffMember heir) => heir.State == DutyState.On || (heir.State == DutyState.Off && heir.Reach != Reach.None);

    /// <summary>Wherever the visit names this person for one of the positions.</summary>
    private static void HandOn(Work work, Journey journey, StaffMember person, StaffId heir)
    {
        var named = work.BookOf(journey)?.Fields.Where(field => field.Type == FieldType.Staff && journey.Person(field.Id) == person.Id && field.Positions.Any(person.Held.Contains));
        foreach (var field in named ?? [])
        {
            Facts.Set(work, journey.Id, field.Id, heir.Value);
        }
    }

    /// <summary>By name; a turn on the rota is nobody's to hand on.</summary>
    private static bool Names(Alert alert, StaffId person) =>
        alert.Turn is null && (alert.Asks.Staff.Contains(person) || alert.Rungs.Any(rung => rung.Asks.Staff.Contains(person) || rung.Else.Any(other => other.Person == person)));
}
