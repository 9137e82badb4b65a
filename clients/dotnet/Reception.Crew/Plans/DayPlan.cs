using Reception.Crew.Worlds;

namespace Reception.Crew.Plans;

/// <summary>
/// What will happen today, drawn from a seed: who comes and what they want, and what befalls the staff. Each kind of trouble at least
/// three times. Nothing of what people do about it is in here.
/// </summary>
/// <param name="Ends">When the last party should have gone, after the beginning.</param>
public sealed record DayPlan(int Seed, IReadOnlyList<Party> Parties, IReadOnlyList<Errand> Errands, TimeSpan Ends)
{
    private const int GuestsPerHour = 12;
    private static readonly TimeSpan NoShowAfter = TimeSpan.FromMinutes(60);

    /// <param name="guests">How many parties.</param>
    /// <param name="writers">People whose post may write down who is expected.</param>
    /// <param name="pace">Venue seconds per second: dead spots last host time.</param>
    public static DayPlan Draw(int seed, int guests, Roster roster, IReadOnlyList<string> writers, double pace)
    {
        var span = TimeSpan.FromMinutes(Math.Max(150, guests * 60 / GuestsPerHour));
        var parties = Guests(seed, guests, span);
        var errands = Writing(parties, writers, seed).Concat(Troubles.Draw(seed, roster, span, pace)).OrderBy(errand => errand.At).ToList();
        return new(seed, parties, errands, span + NoShowAfter + TimeSpan.FromMinutes(30));
    }

    private static List<Party> Guests(int seed, int guests, TimeSpan span)
    {
        var random = Dice.For(seed, "guests");
        var kinds = Kinds(guests);
        var busy = guests > 60 ? 0.7 : 1;
        var parties = new List<Party>();
        for (var at = 0; at < guests; at++)
        {
            var (kind, comes) = kinds[at];
            // The first hour for who does not come, so that the day need not wait for it.
            var time = TimeSpan.FromMinutes(12 + ((comes ? span.TotalMinutes - 12 : 40) * random.NextDouble()));
            TimeSpan? eta = kind == PartyKind.Expected ? time : null;
            var arrives = kind == PartyKind.Expected ? time + TimeSpan.FromMinutes(-5 + (random.NextDouble() * 13)) : time;
            parties.Add(PartyMaker.Draw(random, $"party-{at}", kind, comes ? arrives : null, eta, busy));
        }

        // At least so many stay after all, and are brought on too early once, whatever was drawn.
        return [.. parties.Select((party, at) => party with
        {
            Stays = party.Stays || (!party.NoShow && at % 7 == 1),
            Slips = party.Slips || (!party.NoShow && at % 6 == 2 && party.Kind != PartyKind.Alone),
        })];
    }

    private static List<(PartyKind Kind, bool Comes)> Kinds(int guests)
    {
        var few = Math.Max(3, guests / 12);
        IEnumerable<(PartyKind, bool)> drawn =
        [
            .. Enumerable.Repeat((PartyKind.Expected, false), few), .. Enumerable.Repeat((PartyKind.Alone, true), 3),
            .. Enumerable.Repeat((PartyKind.Return, true), Math.Max(3, guests * 3 / 20)), .. Enumerable.Repeat((PartyKind.WalkIn, true), Math.Max(3, guests * 3 / 10)),
        ];
        return [.. drawn.Concat(Enumerable.Repeat((PartyKind.Expected, true), guests)).Take(guests)];
    }

    private static IEnumerable<Errand> Writing(IReadOnlyList<Party> parties, IReadOnlyList<string> writers, int seed) =>
        parties.Where(party => party.Kind == PartyKind.Expected && writers.Count > 0).Select(party =>
            new Errand.WriteDown(Dice.Between(seed, "write " + party.Id, 20, 300), Dice.For(seed, "writes " + party.Id).Pick(writers), party));
}
