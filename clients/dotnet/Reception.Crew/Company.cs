using System.Collections.Concurrent;
using Reception.Client;
using Reception.Contracts;
using Reception.Crew.Actors;
using Reception.Crew.Habits;
using Reception.Crew.Plans;
using Reception.Crew.Worlds;

namespace Reception.Crew;

/// <summary>How much of somebody the crew plays.</summary>
public enum Presence
{
    /// <summary>Stands at their post.</summary>
    Plays,

    /// <summary>Somebody else has the post: off duty, ready to come back.</summary>
    Rests,

    /// <summary>A person plays them: this crew has no device for them.</summary>
    Absent,
}

/// <summary>
/// The crew of a demo: the same people with the same habits as in <see cref="Simulation"/>, but nobody judges the day, and each of them steps back
/// when a person comes. Safe to call from one thread at a time; <see cref="Silence"/> from any.
/// </summary>
public sealed class Company : IAsyncDisposable
{
    private readonly CompanyOptions options;
    private readonly Dictionary<string, Member> members;
    private readonly ConcurrentDictionary<string, bool> silent;

    private Company(CompanyOptions options, Dictionary<string, Member> members, ConcurrentDictionary<string, bool> silent)
    {
        this.options = options;
        this.members = members;
        this.silent = silent;
    }

    /// <summary>Ids of the sessions by which this crew is signed in.</summary>
    public IReadOnlyCollection<string> Sessions => [.. members.Values.Select(member => member.Session).OfType<string>()];

    /// <summary>Whom it can play, and which positions each takes.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Posts { get; private init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Looks at the venue and draws the day. Nobody is on duty yet. Throws <see cref="HubProblemException"/> when the hub is no demo.</summary>
    public static async Task<Company> Assemble(CompanyOptions options, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(options);
        using var open = new HubApi(options.Hub, null, options.Certificate);
        var staff = await open.DemoStaff(stop);
        var first = await open.SignInToDemo(staff[0].Id, stop);
        using var api = new HubApi(options.Hub, first.Token, options.Certificate);
        var changes = await api.Sync(Cursor.Start, TimeSpan.Zero, stop: stop);
        var views = ViewSet.Empty.With(changes);
        var words = await WordBook.Load(api, views, stop);
        var roster = Roster.Of(views);
        var parties = options.Parties;
        var world = new World(options.Seed, changes.Now, parties);
        var errands = Errands(options, Preparation.Writers(views, words, roster), roster).ToList();
        var silent = new ConcurrentDictionary<string, bool>(StringComparer.Ordinal);
        var members = staff.ToDictionary(
            person => person.Id,
            person => new Member(person.Id, roster.Positions.GetValueOrDefault(person.Id) ?? [], [.. errands.Where(errand => errand.Staff == person.Id)], world, words, silent),
            StringComparer.Ordinal);
        // The session that looked is the first member's own.
        members[staff[0].Id].Signed = first;
        return new(options, members, silent) { Posts = roster.Positions };
    }

    /// <summary>Lets somebody stand at their post, rest, or be played by a person. Doing nothing when that is so already.</summary>
    public async Task Be(string staff, Presence presence, CancellationToken stop)
    {
        if (members.TryGetValue(staff, out var member) && member.Presence != presence)
        {
            await member.Be(presence, options, stop);
        }
    }

    /// <summary>A position that does nothing, so that its calls climb.</summary>
    public void Silence(string position, bool silence) => silent[position] = silence;

    public async ValueTask DisposeAsync() => await Task.WhenAll(members.Values.Select(member => member.Leave()));

    private static IEnumerable<Errand> Errands(CompanyOptions options, List<string> writers, Roster roster)
    {
        foreach (var party in options.Parties.Where(party => party.Kind == PartyKind.Expected && writers.Count > 0))
        {
            // Whoever comes this afternoon is on the list when the day begins; who comes later is written down in the course of it.
            var ahead = (party.Eta ?? TimeSpan.Zero) - options.WrittenAhead;
            var at = (ahead > TimeSpan.Zero ? ahead : TimeSpan.Zero) + Dice.Between(options.Seed, "write " + party.Id, 2, 25);
            yield return new Errand.WriteDown(at, Dice.For(options.Seed, "writes " + party.Id).Pick(writers), party);
        }

        foreach (var (at, weather) in options.Weather)
        {
            yield return new Errand.Weather(at + TimeSpan.FromSeconds(3), Dice.For(options.Seed, "weather " + at).Pick(roster.Staff), weather);
        }
    }

    /// <summary>One of the crew: an actor with a device while they play or rest, none while a person plays them.</summary>
    private sealed class Member(
        string staff, IReadOnlyList<string> posts, IReadOnlyList<Errand> errands, World world, WordBook words, ConcurrentDictionary<string, bool> silent)
    {
        private Actor? actor;

        public Session? Signed { get; set; }

        public string? Session => Signed?.SessionId;

        public Presence Presence { get; private set; } = Presence.Absent;

        public async Task Be(Presence wanted, CompanyOptions options, CancellationToken stop)
        {
            if (wanted == Presence.Absent)
            {
                await Leave();
            }
            else
            {
                if (actor is null)
                {
                    using var open = new HubApi(options.Hub, null, options.Certificate);
                    Signed ??= await open.SignInToDemo(staff, stop);
                    actor = Actor.Connect(Settings(options, Signed.Token));
                    actor.Begin();
                }

                actor.Rest(wanted == Presence.Rests);
            }

            Presence = wanted;
        }

        public async Task Leave()
        {
            var gone = actor;
            actor = null;
            if (gone is not null)
            {
                await gone.DisposeAsync();
            }
        }

        private ActorSettings Settings(CompanyOptions options, string token) => new(
            staff, new() { Hub = options.Hub, Token = token, Certificate = options.Certificate, Time = options.Time },
            posts, errands, world, words, Shares.Usual, position => silent.GetValueOrDefault(position), Impatient: false, _ => { }, _ => { });
    }
}
