using System.Collections.Immutable;

namespace Reception.Domain.Playbooks;

/// <summary>A closed list. <c>filled</c> and <c>done</c> are shown on the journey's view beforehand; the others look at the world and are judged when the trigger is pulled.</summary>
/// <param name="Else">Id of the words in <see cref="Playbook.Refusals"/> that are shown beside the code.</param>
/// <param name="Override">Positions that may go on with a reason.</param>
public abstract record Guard(string? Else, ImmutableArray<PositionId> Override)
{
    /// <summary>The field has a value.</summary>
    public sealed record Filled(string Field, string? Else, ImmutableArray<PositionId> Override) : Guard(Else, Override);

    /// <summary>The item of this journey is ticked (or was never due).</summary>
    public sealed record Done(string Item, string? Else, ImmutableArray<PositionId> Override) : Guard(Else, Override);

    /// <summary>The staff member in the field holds one of the positions now.</summary>
    public sealed record OnDutyAs(string Field, ImmutableArray<PositionId> Positions, string? Else, ImmutableArray<PositionId> Override) : Guard(Else, Override);

    /// <summary>The journey holds the place in the field; <paramref name="Ready"/>: and it is prepared.</summary>
    public sealed record Holds(string Field, bool Ready, string? Else, ImmutableArray<PositionId> Override) : Guard(Else, Override);

    /// <summary>As many people at the position as the number field says.</summary>
    public sealed record Enough(PositionId Position, string Field, string? Else, ImmutableArray<PositionId> Override) : Guard(Else, Override);

    /// <summary>No other journey has the venue for itself.</summary>
    public sealed record NoExclusive(string? Else, ImmutableArray<PositionId> Override) : Guard(Else, Override);
}
