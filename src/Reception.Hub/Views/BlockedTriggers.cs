using Reception.Contracts;
using Reception.Domain;
using Reception.Domain.Journeys;
using Reception.Domain.Playbooks;
using Reception.Domain.Positions;
using Reception.Domain.Venues;

namespace Reception.Hub.Views;

/// <summary>
/// Triggers of the stage that would be refused now: the guards that look at nothing but the journey (<c>filled</c>, <c>done</c>). The other four look at the
/// world and are judged when the trigger is pulled, or asked for by one person. What the trigger itself asks for is no obstacle.
/// </summary>
internal static class BlockedTriggers
{
    public static IReadOnlyList<Blocked> Of(Journey journey, Playbook playbook, VenueState state) =>
        Against(playbook.Triggers.Where(trigger => trigger.From.Contains(journey.Stage.Value)), guard => guard is Guard.Filled or Guard.Done, journey, playbook, state);

    /// <summary>By all guards, the world as it is now: what this person may pull.</summary>
    public static Next For(StaffMember person, Journey journey, Playbook playbook, VenueState state)
    {
        var mine = playbook.Triggers.Where(trigger => journey.Open && trigger.From.Contains(journey.Stage.Value) && trigger.By.Any(person.Holds)).ToList();
        return new(journey.Id.Value, state.Seq, [.. mine.Select(trigger => trigger.Id)], Against(mine, _ => true, journey, playbook, state));
    }

    private static List<Blocked> Against(IEnumerable<Trigger> triggers, Func<Guard, bool> judged, Journey journey, Playbook playbook, VenueState state)
    {
        var blocked = new List<Blocked>();
        foreach (var trigger in triggers)
        {
            foreach (var guard in trigger.Require.Where(judged).Where(guard => !Asks(trigger, guard)))
            {
                if (Guards.Check(state, playbook, journey, guard) is { } refusal)
                {
                    blocked.Add(new(trigger.Id, refusal.Code, Args(guard, refusal)));
                }
            }
        }

        return blocked;
    }

    private static bool Asks(Trigger trigger, Guard guard) => FieldOf(guard) is { } field && trigger.Ask.Any(ask => ask.Field == field);

    private static string? FieldOf(Guard guard) => guard switch
    {
        Guard.Filled filled => filled.Field,
        Guard.OnDutyAs duty => duty.Field,
        Guard.Holds holds => holds.Field,
        Guard.Enough enough => enough.Field,
        _ => null,
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
