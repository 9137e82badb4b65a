using System.Collections.Immutable;

namespace Reception.Domain.Playbooks;

/// <summary>
/// The definition of one kind of journey, immutable by <paramref name="Hash"/>; a journey keeps the one it began with.
/// </summary>
/// <param name="HostField">The staff field that names who leads the guest.</param>
/// <param name="NoShow">After the ETA by this long, without arrival: <see cref="NoShowRule"/>.</param>
/// <param name="Columns">The board's columns in order.</param>
/// <param name="Refusals">Words by id that a guard's <c>else</c> may name.</param>
public sealed record Playbook(
    string Id,
    string Hash,
    Text Name,
    ImmutableArray<Column> Columns,
    ImmutableArray<Field> Fields,
    ImmutableArray<Stage> Stages,
    ImmutableArray<Trigger> Triggers,
    ImmutableDictionary<string, AlertTemplate> Alerts,
    ImmutableDictionary<string, ItemTemplate> Items,
    ImmutableDictionary<string, Text> Refusals,
    string? HostField,
    NoShowRule? NoShow)
{
    /// <summary>Why somebody may go on against a guard, by id: one of these is chosen. None: any word will do.</summary>
    public ImmutableDictionary<string, Text> Reasons { get; init; } = ImmutableDictionary<string, Text>.Empty;

    public Stage? Stage(string id) => Stages.FirstOrDefault(stage => stage.Id == id);

    public Trigger? Trigger(string id) => Triggers.FirstOrDefault(trigger => trigger.Id == id);

    public Field? Field(string id) => Fields.FirstOrDefault(field => field.Id == id);
}

/// <summary>A column of the board.</summary>
public sealed record Column(string Id, Text Name);

/// <summary>An expected guest who has not come <paramref name="After"/> the ETA ends in <paramref name="Stage"/>.</summary>
public sealed record NoShowRule(TimeSpan After, string Stage, ImmutableArray<string> Alerts);

/// <summary>A state of a journey (环节).</summary>
/// <param name="Use">What it is to a screen: expected, arriving, seated, visiting, leaving, ended.</param>
/// <param name="Expected">The guest is not here yet: no-show counts, <c>DayTurned</c> expires it.</param>
/// <param name="Ends">Nothing comes after it: the journey is over, everything it holds is released, its open alerts and items expire.</param>
/// <param name="Items">Items that fall to somebody when the stage is entered.</param>
public sealed record Stage(
    string Id, Text Name, string Column, string? Use, TimeSpan? Target, bool Expected, bool Ends, ImmutableArray<string> Items);

/// <summary>What staff tap (操作).</summary>
/// <param name="Name">The button; <paramref name="Done"/> the fact.</param>
/// <param name="From">Stages in which it can be pulled; empty for one that <paramref name="Opens"/> a journey.</param>
/// <param name="To">Stage it leads to; null = stays where it is.</param>
/// <param name="By">Positions that may pull it (any of them; a supervisor's right overrides nothing here).</param>
/// <param name="Set">Facts it sets by itself: field → value; an empty value clears the field.</param>
/// <param name="Alerts">Alert templates it raises; <paramref name="Items"/> item templates it creates; <paramref name="Ticks"/> open items it ticks.</param>
/// <param name="Lease">Place fields whose place is taken for the journey; <paramref name="Ready"/> whose place is marked prepared; <paramref name="Release"/> fields or kinds of places given back.</param>
/// <param name="Undo">Can be taken back for 30 s.</param>
/// <param name="Use">What it means to a screen.</param>
/// <param name="Hold">To be held for a second on the screen.</param>
public sealed record Trigger(
    string Id,
    Text Name,
    Text Done,
    bool Opens,
    ImmutableArray<string> From,
    string? To,
    ImmutableArray<PositionId> By,
    ImmutableArray<Ask> Ask,
    ImmutableArray<Guard> Require,
    ImmutableDictionary<string, string> Set,
    ImmutableArray<string> Alerts,
    ImmutableArray<string> Items,
    ImmutableArray<string> Ticks,
    ImmutableArray<string> Lease,
    ImmutableArray<string> Ready,
    ImmutableArray<string> Release,
    bool Undo,
    string? Use,
    bool Hold)
{
    /// <summary>What is said to the guest with it; the only gap is {address}.</summary>
    public Text? Say { get; init; }

    /// <summary>Place fields for whose place the journey waits while another has it; when it is free, it is the journey's.</summary>
    public ImmutableArray<string> Queue { get; init; } = [];

    /// <summary>The journey has the venue for itself from here to its end.</summary>
    public bool Exclusive { get; init; }
}

/// <summary>A field that a trigger asks for.</summary>
public sealed record Ask(string Field, bool Needed);
