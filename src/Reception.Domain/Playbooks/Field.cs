using System.Collections.Immutable;

namespace Reception.Domain.Playbooks;

/// <summary>What can be known of a guest or a visit. Any text is a card field with a class; everything else is a fact and may stand in an event.</summary>
public sealed record Field(
    string Id,
    Text Name,
    FieldType Type,
    CardClass? Class,
    string? Use,
    ImmutableArray<Choice> Choices,
    string? PlaceKind,
    ImmutableArray<PositionId> Positions,
    int? Min,
    int? Max);

/// <summary>One choice. Needs of a party (elderly, pregnant …) are choices, so they are facts.</summary>
public sealed record Choice(string Id, Text Name);

public enum FieldType
{
    Choice,
    Choices,
    Number,
    Time,
    Place,
    Staff,
    Position,
    Text,
}

/// <summary>Who may see a text: everyone in the stream, the people of the journey on request, or with PIN and reason.</summary>
public enum CardClass
{
    Label,
    Journey,
    Guarded,
}
