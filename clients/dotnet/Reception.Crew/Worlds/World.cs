using System.Collections.Concurrent;
using Reception.Contracts;

namespace Reception.Crew.Worlds;

/// <summary>
/// The street and the rooms: who stands where, which no view shows before somebody has tapped it. A party is greeted by one person only; afterwards
/// it is known by its journey.
/// </summary>
public sealed class World(int seed, long begins, IReadOnlyList<Party> parties)
{
    private readonly ConcurrentDictionary<string, Party> byJourney = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> journeyOf = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> greeted = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> slipped = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Reaction> reactions = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<Party> others = [];

    public int Seed => seed;

    /// <summary>Venue time at which the day began, ms.</summary>
    public long Begins => begins;

    public IEnumerable<Party> Parties => parties.Concat(others);

    /// <summary>Somebody unplanned comes.</summary>
    public void Add(Party party) => others.Add(party);

    /// <summary>Who has come and stands there ungreeted.</summary>
    public IEnumerable<Party> Waiting(long now) =>
        Parties.Where(party => party.Arrives is { } arrives && now >= begins + (long)arrives.TotalMilliseconds && !greeted.ContainsKey(party.Id));

    /// <summary>True for one person only, until they let go.</summary>
    public bool Greet(Party party, string staff) => greeted.TryAdd(party.Id, staff);

    /// <summary>The greeting led to nothing: somebody else may.</summary>
    public void LetGo(Party party) => greeted.TryRemove(party.Id, out _);

    public bool IsGreeted(Party party) => greeted.ContainsKey(party.Id);

    public void Know(Party party, string journey)
    {
        byJourney[journey] = party;
        journeyOf[party.Id] = journey;
    }

    public string? JourneyOf(Party party) => journeyOf.GetValueOrDefault(party.Id);

    /// <summary>Who this is. Guests whom somebody else wrote down are drawn from their journey's id.</summary>
    public Party Of(JourneyView journey) => byJourney.GetOrAdd(journey.Id, id => PartyMaker.Unknown(seed, id, journey.Eta is { } eta ? TimeSpan.FromMilliseconds(eta - begins) : null));

    /// <summary>True once: this party's one slip.</summary>
    public bool Slip(string journey) => slipped.TryAdd(journey, true);

    /// <summary>The answer agreed on for the calls that this command raises.</summary>
    public void Agree(string commandId, Reaction reaction) => reactions[commandId] = reaction;

    /// <summary>Ids of what a command creates begin with its own.</summary>
    public Reaction? Agreed(AlertView alert) =>
        reactions.IsEmpty ? null : reactions.FirstOrDefault(one => alert.Id.StartsWith(one.Key, StringComparison.Ordinal)) is { Key: not null } found ? found.Value : null;
}

/// <summary>What a person does about a call.</summary>
public enum Reaction
{
    Acknowledge,
    Delay,
    Decline,

    /// <summary>Does not hear it, has no hand free, looks away.</summary>
    Ignore,
}
