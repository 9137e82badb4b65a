using System.Collections.Frozen;

namespace Reception.Crew.Worlds;

/// <summary>How a party comes.</summary>
public enum PartyKind
{
    /// <summary>With an appointment.</summary>
    Expected,

    /// <summary>Nobody knows of them, first visit.</summary>
    WalkIn,

    /// <summary>Nobody knows of them today, but somebody of them.</summary>
    Return,

    /// <summary>Walks up to a place where nobody may go alone.</summary>
    Alone,
}

/// <summary>People, not a view: who comes, when, and what they will want. Only those who stand before them learn it.</summary>
/// <param name="Arrives">After the beginning of the day (venue time); null: never.</param>
/// <param name="Eta">When they are expected, after the beginning of the day.</param>
/// <param name="Tours">How often they want to be shown around.</param>
/// <param name="Stays">Says goodbye, then stays after all, once.</param>
/// <param name="Slips">Whoever brings them on taps too early once and takes it back.</param>
/// <param name="SitBefore">At the table before they want more; <paramref name="SitAfter"/>: and afterwards, before they go.</param>
/// <param name="Patience">How long they wait for what they want.</param>
public sealed record Party(
    string Id, PartyKind Kind, string Address, string FullName, string Plate, string Phone, int Size, TimeSpan? Arrives, TimeSpan? Eta,
    int Tours, bool Stays, bool Slips, bool LeavesFromTour, TimeSpan SitBefore, TimeSpan TourTime, TimeSpan SitAfter, TimeSpan WalkOut, TimeSpan Patience)
{
    /// <summary>What is known before they come, by field; everything else is drawn when it is asked.</summary>
    public IReadOnlyDictionary<string, string> Given { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>Is expected and never comes.</summary>
    public bool NoShow => Arrives is null;
}
