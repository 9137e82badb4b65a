using System.Collections.Immutable;
using Reception.Domain.Alerts;

namespace Reception.Domain.Playbooks;

/// <summary>Words and rules of a call.</summary>
/// <param name="To">Whom it asks first.</param>
/// <param name="DoneWithin">After 收到, 完成 is wanted within this time (zero: the venue's own); null = not wanted.</param>
/// <param name="Over">Triggers that overtake it: the fact has come, nobody needs to answer any more. Where done is wanted they count as done.</param>
/// <param name="Ladder">Its own rungs; null = the venue's ladder of its kind.</param>
/// <param name="Screen">Shown; <paramref name="Ear"/> spoken: no phone number, of a plate its last three. Gaps (<see cref="Wording"/>): {address} {plate} {place} {who}, {item} and {tag} of the item that called, and field ids; <c>[…]</c> is left out when a gap in it is empty.</param>
/// <param name="Say">For the sender of a delayed call: the sentence for the guest; {minutes}.</param>
/// <param name="PlaceField">The place it is about.</param>
public sealed record AlertTemplate(
    string Id,
    ImmutableArray<Target> To,
    AlertKind Kind,
    AnswerRule Answer,
    TimeSpan? DoneWithin,
    ImmutableArray<string> Over,
    Ladder? Ladder,
    Text Screen,
    Text Ear,
    Text? Say,
    string? PlaceField)
{
    /// <summary>Raised only then; all must hold.</summary>
    public ImmutableArray<Condition> If { get; init; } = [];

    /// <summary>What each position is told besides: one call to the whole venue, a line for each.</summary>
    public ImmutableDictionary<PositionId, Text> Lines { get; init; } = ImmutableDictionary<PositionId, Text>.Empty;
}

/// <summary>Whom a call is for; resolved by decide to positions and people.</summary>
public abstract record Target
{
    /// <summary>Everybody who holds it.</summary>
    public sealed record Position(PositionId Id) : Target;

    /// <summary>The person in a staff field; nobody there or not reachable → the positions of the fallback.</summary>
    public sealed record Person(string Field, ImmutableArray<PositionId> Else) : Target;

    /// <summary>The person in the field; empty → whose turn it is on the rota, who gets the field at 收到.</summary>
    public sealed record Rota(string Field) : Target;

    /// <summary>All who are on duty, at the positions they hold.</summary>
    public sealed record Everyone : Target;

    /// <summary>The positions whose thing to do it calls for.</summary>
    public sealed record ItsPosition : Target;

    /// <summary>Every person who is on duty, by name: each answers for himself.</summary>
    public sealed record AllStaff : Target;
}

/// <summary>Who is asked when nobody answers. Times count from the moment the call was raised.</summary>
/// <param name="Again">How often a device rings again.</param>
public sealed record Ladder(TimeSpan Again, ImmutableArray<Rung> Rungs);

/// <summary>One rung above the first.</summary>
public sealed record Rung(TimeSpan After, ImmutableArray<Target> To);
