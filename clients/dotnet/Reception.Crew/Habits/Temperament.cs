using Reception.Contracts;
using Reception.Crew.Worlds;

namespace Reception.Crew.Habits;

/// <summary>How somebody takes calls: mostly at once, sometimes late, sometimes not at all. What was agreed on goes first.</summary>
internal sealed class Temperament(string staff, Shares shares)
{
    public Reaction To(Scene scene, AlertView alert)
    {
        if (scene.World.Agreed(alert) is { } agreed && alert.Asks.Staff.Contains(staff))
        {
            return agreed;
        }

        // Whoever is asked because others were silent does not look away, nor does anybody in an emergency.
        if (alert.Step > 0 || alert.Loud || alert.Kind == "emergency")
        {
            return Reaction.Acknowledge;
        }

        var roll = Dice.Roll(scene.World.Seed, $"{staff} takes {alert.Id}");
        return roll < shares.Ignore ? Reaction.Ignore
            : roll < shares.Ignore + shares.Decline ? Reaction.Decline
            : roll < shares.Ignore + shares.Decline + shares.Delay ? Reaction.Delay
            : Reaction.Acknowledge;
    }
}

/// <summary>Of all calls, how many are taken otherwise than at once.</summary>
public sealed record Shares(double Ignore, double Decline, double Delay)
{
    public static Shares Usual { get; } = new(0.03, 0.03, 0.04);
}
