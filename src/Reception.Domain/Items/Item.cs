using System.Collections.Immutable;

namespace Reception.Domain.Items;

public enum ItemState
{
    Open,
    Done,
    Skipped,
    Expired,
}

/// <summary>Something to do (待办事项).</summary>
/// <param name="Due">When its position is called (or it counts as due); <paramref name="LateAt"/> when the supervisor is.</param>
/// <param name="BeforeEta">It moves with the ETA, so long before it.</param>
/// <param name="Moves">How often its due time was moved: each time it may fall due once.</param>
/// <param name="Called">The due call was made; <paramref name="Late"/>: the late one.</param>
/// <param name="Stays">Outlives its stage.</param>
public sealed record Item(
    ItemId Id,
    Key Template,
    JourneyId? Journey,
    ImmutableArray<PositionId> Positions,
    ItemState State,
    DateTimeOffset? Due,
    DateTimeOffset? LateAt,
    TimeSpan? BeforeEta,
    int Moves,
    bool Called,
    bool Late,
    bool Stays,
    bool Keep,
    int? Tag,
    StaffId? By,
    DateTimeOffset Created,
    DateTimeOffset? Closed,
    long Seq);
