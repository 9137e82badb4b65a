using Reception.Crew.Ledgers;
using Reception.Crew.Worlds;

namespace Reception.Crew.Plans;

/// <summary>What befalls the staff.</summary>
internal static class Troubles
{
    private const int Each = 4;

    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(0.1);
    private static readonly TimeSpan LongestSpot = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongSpot = TimeSpan.FromSeconds(40);

    public static IEnumerable<Errand> Draw(int seed, Roster roster, TimeSpan span, double pace)
    {
        var random = Dice.For(seed, "troubles");
        return Calls(random, roster, span).Concat(Weather(random, roster, span)).Concat(Absences(random, roster, span)).Concat(DeadSpots(random, roster, span, pace));
    }

    private static IEnumerable<Errand> Calls(Random random, Roster roster, TimeSpan span)
    {
        foreach (var reaction in Enumerable.Repeat(Enum.GetValues<Reaction>(), Each).SelectMany(all => all))
        {
            var (from, to) = Two(random, roster);
            yield return new Errand.Call(When(random, span), from, to, reaction);
        }

        yield return new Errand.RadioCheck(When(random, span), random.Pick(roster.Staff));
    }

    private static IEnumerable<Errand> Weather(Random random, Roster roster, TimeSpan span)
    {
        for (var spell = 0; spell < Each; spell++)
        {
            var begins = (span / Each * spell) + TimeSpan.FromMinutes(5 + random.Next(10));
            yield return new Errand.Weather(begins, random.Pick(roster.Staff), spell % 3 == 2 ? "snow" : "rain");
            yield return new Errand.Weather(begins + TimeSpan.FromMinutes(10 + random.Next(10)), random.Pick(roster.Staff), spell % 2 == 0 ? "cloudy" : "clear");
        }
    }

    private static IEnumerable<Errand> Absences(Random random, Roster roster, TimeSpan span)
    {
        // One after the other: half the house away at once is another story.
        var slot = (span - TimeSpan.FromMinutes(30)) / (Each * 2);
        for (var at = 0; at < Each; at++)
        {
            var first = TimeSpan.FromMinutes(15) + (slot * 2 * at);
            var alone = roster.Alone.Count > 0 ? roster.Alone : roster.Staff;
            yield return new Errand.OffDuty(first, random.Pick(alone), TimeSpan.FromMinutes(4 + random.Next(5)));
            var (leaves, covers) = Two(random, roster);
            yield return new Errand.Away(first + slot, leaves, 3 + random.Next(6), at % 2 == 0 ? covers : null);
        }
    }

    private static IEnumerable<Errand> DeadSpots(Random random, Roster roster, TimeSpan span, double pace)
    {
        var few = roster.Staff.OrderBy(_ => random.Next()).ToList();
        string Next(int at) => few[at % few.Count];
        var brief = Least(TimeSpan.FromMinutes(12) / pace, LongestSpot);
        for (var at = 0; at < Each * 2; at++)
        {
            yield return new Errand.DeadSpot(When(random, span), Next(at), Shortest + ((brief > Shortest ? brief - Shortest : brief) * random.NextDouble()), null);
        }

        // Long enough that a free call made in it is stale.
        for (var at = 0; at < Each; at++)
        {
            var spot = TimeSpan.FromMinutes(2.6 + random.NextDouble()) / pace;
            yield return new Errand.DeadSpot(When(random, span), Next(at + 3), spot > Shortest ? spot : Shortest, Next(at + 5));
        }

        // Slow enough a clock for it: once so long that the hub gives the device up.
        if (pace <= Happened.FastClock)
        {
            yield return new Errand.DeadSpot(When(random, span * 0.7), Next(7), LongSpot, null);
        }

        for (var at = 0; at < Each; at++)
        {
            yield return new Errand.Restart(When(random, span), Next(at + 8));
        }
    }

    private static TimeSpan When(Random random, TimeSpan span) => TimeSpan.FromMinutes(8) + ((span - TimeSpan.FromMinutes(10)) * random.NextDouble());

    private static TimeSpan Least(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private static (string One, string Other) Two(Random random, Roster roster)
    {
        var one = random.Next(roster.Staff.Count);
        var other = (one + 1 + random.Next(roster.Staff.Count - 1)) % roster.Staff.Count;
        return (roster.Staff[one], roster.Staff[other]);
    }
}
