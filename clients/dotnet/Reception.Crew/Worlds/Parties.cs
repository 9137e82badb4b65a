namespace Reception.Crew.Worlds;

/// <summary>Parties for a day of which not everything is written down.</summary>
public static class Parties
{
    /// <summary>Somebody of whom a plan says the least: who, when, and what is known before they come. The rest is drawn.</summary>
    /// <param name="given">Field values of the venue's playbook that are known beforehand.</param>
    public static Party Planned(int seed, string id, PartyKind kind, TimeSpan? comes, TimeSpan? eta, IReadOnlyDictionary<string, string> given) =>
        PartyMaker.Draw(Dice.For(seed, id), id, kind, comes, eta, busy: 1) with { Given = given };

    /// <summary>More people, about <paramref name="perHour"/> an hour from <paramref name="from"/> to <paramref name="to"/>.</summary>
    public static IEnumerable<Party> Drawn(int seed, TimeSpan from, TimeSpan to, int perHour)
    {
        var step = TimeSpan.FromHours(1) / perHour;
        var number = 0;
        for (var at = from; at < to; at += step, number++)
        {
            var id = $"later-{number}";
            var random = Dice.For(seed, id);
            var kind = random.NextDouble() switch { < 0.55 => PartyKind.Expected, < 0.85 => PartyKind.WalkIn, _ => PartyKind.Return };
            var comes = at + (step * random.NextDouble());
            yield return PartyMaker.Draw(random, id, kind, comes, kind == PartyKind.Expected ? comes + TimeSpan.FromMinutes(4) : null, busy: 1);
        }
    }
}
