using Reception.Contracts;
using Reception.Domain;
using Reception.Domain.Items;
using Reception.Domain.Journeys;
using Reception.Domain.Playbooks;
using Reception.Domain.Venues;

namespace Reception.Hub.Views;

/// <summary>
/// Triggers of the stage that would be refused now: the guards that look at nothing but the journey (<c>filled</c>, <c>done</c>). The other four look at the
/// world and are judged when the trigger is pulled. What the trigger itself asks for is no obstacle.
/// </summary>
internal static class BlockedTriggers
{
    public static IReadOnlyList<Blocked> Of(Journey journey, Guest? guest, Playbook playbook, VenueState state)
    {
        List<Blocked>? blocked = null;
        foreach (var trigger in playbook.Triggers)
        {
            if (trigger.Require.IsEmpty || !trigger.From.Contains(journey.Stage.Value))
            {
                continue;
            }

            foreach (var guard in trigger.Require)
            {
                if (Unmet(guard, trigger, journey, guest, state) is var (code, name, value))
                {
                    (blocked ??= []).Add(new(trigger.Id, code, Args(guard, name, value)));
                }
            }
        }

        return blocked ?? [];
    }

    private static (string Code, string Name, string Value)? Unmet(Guard guard, Trigger trigger, Journey journey, Guest? guest, VenueState state) => guard switch
    {
        Guard.Filled filled when trigger.Ask.All(ask => ask.Field != filled.Field) && !Filled(filled.Field, journey, guest) =>
            (RefusalCodes.MissingField, "field", filled.Field),
        Guard.Done done when !trigger.Ticks.Contains(done.Item) && StillOpen(done.Item, journey, state) =>
            (RefusalCodes.ItemOpen, "item", done.Item),
        _ => null,
    };

    private static bool Filled(string field, Journey journey, Guest? guest) =>
        (journey.Facts.TryGetValue(field, out var value) && value.Value.Length > 0) || guest?.Filled.Contains(field) == true;

    private static bool StillOpen(string template, Journey journey, VenueState state) =>
        state.Items.Values.Any(item => item.Journey == journey.Id && item.Template.Value == template && item.State == ItemState.Open);

    private static Dictionary<string, string> Args(Guard guard, string name, string value)
    {
        var args = new Dictionary<string, string>(StringComparer.Ordinal) { [name] = value };
        if (guard.Else is { } words)
        {
            args["else"] = words;
        }

        if (!guard.Override.IsEmpty)
        {
            args["override"] = string.Join(',', guard.Override);
        }

        return args;
    }
}
