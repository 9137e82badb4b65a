using Reception.Contracts;

namespace Reception.Crew.Habits;

/// <summary>
/// Who of several does it: who is with the guest, else whose post comes first, else by lot. The others wait longer, and find it done; if it is not,
/// one of them does it.
/// </summary>
internal static class Turns
{
    /// <param name="least">What the first one takes, seconds; to <paramref name="most"/>.</param>
    public static TimeSpan After(Scene scene, TriggerWords trigger, JourneyView? journey, string what, double least, double most) =>
        (scene.Patience * Place(scene, trigger, journey, what)) + Dice.Between(scene.World.Seed, $"{scene.Me} {what} {trigger.Id}", least, most);

    private static int Place(Scene scene, TriggerWords trigger, JourneyView? journey, string what)
    {
        var last = journey?.Steps is [.., var step] ? step.Staff : null;
        var order = scene.Views.Staff.Values
            .Where(person => person.State == "on" && person.Positions.Any(trigger.By.Contains))
            .OrderBy(person => person.Id == journey?.Host ? 0 : person.Id == last ? 1 : 2)
            .ThenBy(person => person.Reach == "none")
            .ThenBy(person => person.Positions.Min(position => Index(trigger.By, position)))
            .ThenBy(person => Dice.Roll(scene.World.Seed, person.Id + what))
            .Select(person => person.Id)
            .ToList();
        return Math.Max(0, order.IndexOf(scene.Me));
    }

    private static int Index(IReadOnlyList<string> by, string position)
    {
        for (var at = 0; at < by.Count; at++)
        {
            if (by[at] == position)
            {
                return at;
            }
        }

        return int.MaxValue;
    }
}
