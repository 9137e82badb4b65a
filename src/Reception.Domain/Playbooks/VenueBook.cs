using System.Collections.Immutable;
using Reception.Domain.Alerts;

namespace Reception.Domain.Playbooks;

/// <summary>
/// What a venue says of itself (<c>venue.yaml</c>): words, positions, places, people, ladders, settings and which playbooks are in force.
/// Its facts go into the log as <c>VenueSetUp</c>; decide reads the rest from here.
/// </summary>
/// <param name="Calls">The engine's own calls under neutral names: <see cref="EngineCall"/>.</param>
/// <param name="Phrases">Ready calls that a person sends.</param>
public sealed record VenueBook(
    string Hash,
    string Id,
    Text Name,
    string Zone,
    TimeOnly DayTurns,
    TimeOnly? Opens,
    TimeOnly? Closes,
    ImmutableArray<PositionEntry> Positions,
    ImmutableArray<PlaceEntry> Places,
    ImmutableArray<StaffEntry> Staff,
    ImmutableDictionary<AlertKind, Ladder> Ladders,
    ImmutableDictionary<string, AlertTemplate> Calls,
    ImmutableDictionary<string, Phrase> Phrases,
    ImmutableArray<string> Playbooks,
    Rota? Rota,
    Settings Settings);

/// <summary>A position of the venue.</summary>
/// <param name="Screen">arrival, door, drinks, host, rooms, calls, desk or watch.</param>
/// <param name="Needed">How many people should stand there.</param>
/// <param name="Desk">Whether its holder sees the desk stream and has a supervisor's rights.</param>
public sealed record PositionEntry(PositionId Id, Text Name, string Screen, string Theme, string? Phone, bool Desk, int Needed = 1);

/// <summary>Something that one party at a time can have.</summary>
public sealed record PlaceEntry(PlaceId Id, string Kind, Text Name);

/// <summary>A person of the staff and the positions they may take.</summary>
public sealed record StaffEntry(StaffId Id, Text Name, ImmutableArray<PositionId> Allowed);

/// <summary>Whose turn it is: holders of <paramref name="Position"/>, who waited longest first. Silent for <paramref name="PassAfter"/> → the next.</summary>
public sealed record Rota(PositionId Position, TimeSpan PassAfter);

/// <summary>A ready call (短语). Discreet ones hide their meaning.</summary>
public sealed record Phrase(
    string Id, Text Name, Text? Meaning, AlertTemplate Alert, bool Discreet, bool NeedsPlace, string? Use);

/// <summary>Numbers of the venue; all have defaults (DOMAIN.md, Defaults).</summary>
/// <param name="Information">How long a call that wants no answer stays open.</param>
/// <param name="Remind">Within what time done is wanted of a call that does not say.</param>
public sealed record Settings(TimeSpan Undo, TimeSpan Information, TimeSpan Remind, int MaxJourneys, int MaxAlerts, int MaxItems);

/// <summary>Neutral names of the engine's own calls; a venue must give each its words.</summary>
public static class EngineCall
{
    /// <summary>Who had heard a call is told that it was taken back. {address}</summary>
    public const string Correction = "correction";
    /// <summary>An item is overdue. {item} {address}</summary>
    public const string ItemLate = "item-late";
    /// <summary>Somebody has left for a stated time. {who} {minutes}</summary>
    public const string AwayBegan = "away-began";
    /// <summary>Somebody is not back. {who}</summary>
    public const string AwayOverdue = "away-overdue";
    /// <summary>Whoever took a call has not done it in time. {address} {place}</summary>
    public const string Reminder = "reminder";
    /// <summary>Something of the hub failed and was set aside. {what}</summary>
    public const string Fault = "fault";
    /// <summary>A limit is reached. {what}</summary>
    public const string Limit = "limit";
    /// <summary>What fell due while the hub was down, in one message per position. {count}</summary>
    public const string Digest = "digest";
    /// <summary>A place that somebody waited for is free and his guest's. {place} {address}</summary>
    public const string PlaceFree = "place-free";

    /// <summary>The store was put back to an older copy.</summary>
    public const string Restored = "restored";

    public static ImmutableArray<string> All { get; } = [Correction, Reminder, ItemLate, AwayBegan, AwayOverdue, Fault, Limit, Digest, PlaceFree, Restored];
}

/// <summary>What decide may read: the venue's book in force and every playbook by hash.</summary>
public sealed record Library(VenueBook Venue, ImmutableDictionary<string, Playbook> ByHash, ImmutableDictionary<string, string> InForce)
{
    /// <summary>The playbook in force under this id.</summary>
    public Playbook? Current(string id) => InForce.TryGetValue(id, out var hash) ? ByHash.GetValueOrDefault(hash) : null;

    public Playbook? Get(string hash) => ByHash.GetValueOrDefault(hash);
}
