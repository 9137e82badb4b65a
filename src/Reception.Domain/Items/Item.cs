using System.Collections.Immutable;

namespace Reception.Domain.Items;

public enum ItemState
{
    Open,

    /// <summary>Done, and stays on till the journey is over.</summary>
    Kept,
    Done,
    Skipped,
    Expired,
}

/// <summary>Something to do (待办事项).</summary>
/// <param name="Due">When it is due; <paramref name="CallAt"/> when its position is called, <paramref name="LateAt"/> when the supervisor is.</param>
/// <param name="BeforeEta">It moves with the ETA, so long before it.</param>
/// <param name="Moves">How often its due time was moved: each time it may fall due once.</param>
/// <param name="Called">The due call was made; <paramref name="Late"/>: the late one.</param>
/// <param name="Stays">Outlives its stage.</param>
/// <param name="Ticked">When it was done; what stays on is closed later.</param>
public sealed record Item(
    ItemId Id,
    Key Template,
    JourneyId? Journey,
    ImmutableArray<PositionId> Positions,
    ItemState State,
    DateTimeOffset? Due,
    DateTimeOffset? CallAt,
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
    DateTimeOffset? Ticked,
    DateTimeOffset? Closed,
    long Seq)
{
    /// <summary>Its journey is not rid of it yet.</summary>
    public bool Lasts => Closed is null;
}
