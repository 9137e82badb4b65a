using Reception.Client;
using Reception.Contracts;
using Reception.Crew.Actors;
using Reception.Crew.Habits;
using Reception.Crew.Plans;
using Reception.Crew.Worlds;

namespace Reception.Crew;

/// <summary>Before a day begins: everybody signed in, the venue looked at, the plan drawn.</summary>
/// <param name="Desk">Token of somebody who may read the log.</param>
/// <param name="Head">The entry before the day.</param>
internal sealed record Preparation(DayPlan Plan, World World, WordBook Words, IReadOnlyList<ActorSettings> Settings, string? Desk, long Head, double Pace)
{
    public static async Task<Preparation> Make(SimulationOptions options, CancellationToken stop)
    {
        using var open = new HubApi(options.Hub, null, options.Certificate);
        var sessions = new List<Session>();
        foreach (var person in await open.DemoStaff(stop))
        {
            sessions.Add(await options.Time.Insist(() => open.SignInToDemo(person.Id, stop), stop));
        }

        using var api = new HubApi(options.Hub, sessions[0].Token, options.Certificate);
        var changes = await options.Time.Insist(() => api.Sync(Cursor.Start, TimeSpan.Zero, stop: stop), stop);
        var views = ViewSet.Empty.With(changes);
        var words = await options.Time.Insist(() => WordBook.Load(api, views, stop), stop);
        var roster = Roster.Of(views);
        var plan = DayPlan.Draw(options.Seed, options.Guests, roster, Writers(views, words, roster), changes.Pace);
        var world = new World(options.Seed, changes.Now, plan.Parties);
        return new(
            plan, world, words, [.. sessions.Select(session => Of(options, session, roster, plan, world, words))],
            sessions.FirstOrDefault(session => session.Stream == "desk")?.Token, changes.To, changes.Pace);
    }

    internal static List<string> Writers(ViewSet views, WordBook words, Roster roster)
    {
        var posts = words.InForce(views).SelectMany(document => document.Triggers).Where(trigger => trigger is { Opens: true, Use: "expect" }).SelectMany(trigger => trigger.By).ToHashSet(StringComparer.Ordinal);
        return [.. roster.Staff.Where(staff => roster.Positions[staff].Any(posts.Contains))];
    }

    private static ActorSettings Of(SimulationOptions options, Session session, Roster roster, DayPlan plan, World world, WordBook words) => new(
        session.Staff,
        new()
        {
            Hub = options.NodeOf?.Invoke(session.Staff) ?? options.Hub, Token = session.Token, Certificate = options.Certificate, Time = options.Time,
            // Half the house speaks one, half the other.
            Format = Dice.Roll(0, session.Staff) < 0.5 ? WireFormat.Json : WireFormat.MessagePack,
        },
        roster.Positions.GetValueOrDefault(session.Staff) ?? [],
        [.. plan.Errands.Where(errand => errand.Staff == session.Staff)],
        world, words, Shares.Usual, _ => false, Impatient: true, _ => { }, options.Noted);
}
