using System.Globalization;
using Reception.Domain.Items;
using Reception.Domain.Places;
using Reception.Domain.Playbooks;
using Reception.Domain.Positions;
using Reception.Domain.Venues;

namespace Reception.Domain.Journeys;

/// <summary>What must hold before a trigger: the closed list, each with one code; an override needs a position and a reason and is recorded.</summary>
public static class Guards
{
    /// <summary>Null: holds.</summary>
    public static Refusal? Check(VenueState state, Playbook book, Journey journey, Guard guard)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(journey);
        return guard switch
        {
            Guard.Filled filled => book.Field(filled.Field) is { } field && !Facts.Filled(state, journey, field)
                ? No(guard, ("field", filled.Field))
                : null,
            Guard.Done done => state.Items.Values.Any(item => item.Journey == journey.Id && item.Template.Value == done.Item && item.State == ItemState.Open)
                ? No(guard, ("item", done.Item))
                : null,
            Guard.OnDutyAs duty => journey.Person(duty.Field) is { } who && state.Staff.TryGetValue(who, out var person) && duty.Positions.Any(person.Holds)
                ? null
                : No(guard, ("field", duty.Field), ("positions", string.Join(',', duty.Positions))),
            Guard.Holds holds => journey.Place(holds.Field) is { } id && state.Places.TryGetValue(id, out var place) && place.Journey == journey.Id
                    && (!holds.Ready || place.State is PlaceState.Ready or PlaceState.Used)
                ? null
                : No(guard, ("field", holds.Field), ("place", journey.Place(holds.Field)?.Value ?? "")),
            Guard.Enough enough => Enough(state, journey, enough.Position, enough.Field)
                ? null
                : No(guard, ("position", enough.Position.Value)),
            Guard.NoExclusive => state.Exclusive is { } exclusive && exclusive != journey.Id
                ? No(guard, ("journey", exclusive.Value))
                : null,
            _ => Refusal.Because(CodeOf(guard)),
        };
    }

    /// <summary>With which it refuses.</summary>
    public static string CodeOf(Guard guard) => guard switch
    {
        Guard.Filled => RefusalCodes.MissingField,
        Guard.Done => RefusalCodes.ItemOpen,
        Guard.OnDutyAs => RefusalCodes.NotCompanion,
        Guard.Holds => RefusalCodes.NotHeld,
        Guard.Enough => RefusalCodes.NotEnough,
        Guard.NoExclusive => RefusalCodes.VenueExclusive,
        _ => RefusalCodes.Fault,
    };

    internal static Refusal? Judge(Work work, Playbook book, JourneyId id, Trigger trigger, StaffMember person, string? reason, out Key? overridden)
    {
        overridden = null;
        foreach (var guard in trigger.Require)
        {
            if (Check(work.State, book, work.State.Journeys[id], guard) is not { } refusal)
            {
                continue;
            }

            var may = guard.Override.Any(person.Holds);
            if (!may)
            {
                return refusal;
            }

            if (string.IsNullOrEmpty(reason) || !Key.Fits(reason) || (!book.Reasons.IsEmpty && !book.Reasons.ContainsKey(reason)))
            {
                // Why one is needed: what the guard would have said to anybody else.
                return new Refusal(RefusalCodes.NeedsReason, refusal.Args.SetItem("trigger", trigger.Id).SetItem("because", refusal.Code));
            }

            overridden = reason;
        }

        return null;
    }

    internal static bool Enough(VenueState state, Journey journey, PositionId position, string field)
    {
        var wanted = journey.Facts.TryGetValue(field, out var value) && int.TryParse(value.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 1;
        return state.Staff.Values.Count(person => person.State == DutyState.On && person.Holds(position)) >= wanted;
    }

    private static Refusal No(Guard guard, params (string Name, Key Value)[] args) =>
        Refusal.Because(CodeOf(guard), guard.Else is { } words ? [.. args, ("else", words)] : args);
}
