using Reception.Contracts;
using Reception.Domain;
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
    public static IReadOnlyList<Blocked> Of(Journey journey, Playbook playbook, VenueState state)
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
                if (IsOurs(guard, trigger) && Guards.Check(state, playbook, journey, guard) is { } refusal)
                {
                    (blocked ??= []).Add(new(trigger.Id, refusal.Code, Args(guard, refusal)));
                }
            }
        }

        return blocked ?? [];
    }

    private static bool IsOurs(Guard guard, Trigger trigger) => guard switch
    {
        Guard.Filled filled => trigger.Ask.All(ask => ask.Field != filled.Field),
        Guard.Done => true,
        _ => false,
    };

    /// <summary>As in the refusal; <c>override</c>: positions that may go on with a reason.</summary>
    private static Dictionary<string, string> Args(Guard guard, Refusal refusal)
    {
        var args = refusal.Args.ToDictionary(arg => arg.Key.Value, arg => arg.Value.Value, StringComparer.Ordinal);
        if (!guard.Override.IsEmpty)
        {
            args["override"] = string.Join(',', guard.Override);
        }

        return args;
    }
}
