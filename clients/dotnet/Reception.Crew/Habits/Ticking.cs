using Reception.Contracts;

namespace Reception.Crew.Habits;

/// <summary>Ticks off what is due at one's post and no trigger has taken along.</summary>
internal sealed class Ticking : IHabit
{
    public IEnumerable<Desire> See(Scene scene)
    {
        if (!scene.OnDuty)
        {
            yield break;
        }

        foreach (var item in scene.Views.Items.Values)
        {
            if (item.State == "open" && item.Due <= scene.Now && item.Positions.Any(scene.Positions.Contains))
            {
                yield return new("tick " + item.Id, () => Dice.Between(scene.World.Seed, scene.Me + item.Id, 60, 300), () => Deed.Of(Kinds.ItemTick, ("item", item.Id)));
            }
        }
    }
}
