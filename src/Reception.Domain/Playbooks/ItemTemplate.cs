using System.Collections.Immutable;

namespace Reception.Domain.Playbooks;

/// <summary>Something to do (待办事项).</summary>
/// <param name="Who">Positions whose it is.</param>
/// <param name="Due">When, or null: no clock.</param>
/// <param name="If">Only then; all must hold.</param>
/// <param name="Keep">Stays on once done, till the journey is over (lights, music).</param>
/// <param name="Tag">A stored thing: gets the next free number when it is created.</param>
/// <param name="Call">Alert template that calls its position when it falls due; null = silent.</param>
/// <param name="Late">Alert template when it is overdue; <paramref name="LateAfter"/> after the due time.</param>
/// <param name="Stays">Outlives its stage; else it expires when the stage is left.</param>
public sealed record ItemTemplate(
    string Id,
    Text Name,
    ImmutableArray<PositionId> Who,
    DueRule? Due,
    ImmutableArray<Condition> If,
    bool Keep,
    bool Tag,
    string? Call,
    string? Late,
    TimeSpan LateAfter,
    bool Stays)
{
    /// <summary>Its position is called so long before it is due; null: when it is.</summary>
    public TimeSpan? Ahead { get; init; }

    /// <summary>Once done or skipped it comes up again so long after, as long as its stage lasts.</summary>
    public TimeSpan? Every { get; init; }
}

/// <summary>When an item is due.</summary>
public abstract record DueRule
{
    /// <summary>So long after it was created.</summary>
    public sealed record In(TimeSpan Time) : DueRule;

    /// <summary>So long before the ETA (and moving with it); past = now.</summary>
    public sealed record BeforeEta(TimeSpan Time) : DueRule;

    /// <summary>When its journey enters the stage, each time while it is still open: a stored thing is due when its guest leaves.</summary>
    public sealed record AtStage(string Stage) : DueRule;
}

/// <summary>A closed list.</summary>
public abstract record Condition
{
    /// <summary>The weather is (not) one of these.</summary>
    public sealed record WeatherIs(ImmutableArray<string> Weather, bool Not) : Condition;

    /// <summary>Fewer people stand at the position than the number field says.</summary>
    public sealed record Short(PositionId Position, string Field) : Condition;

    /// <summary>A fact is (not) one of these; an empty list: the field is filled (not filled).</summary>
    public sealed record FactIs(string Field, ImmutableArray<string> Values, bool Not) : Condition;
}
