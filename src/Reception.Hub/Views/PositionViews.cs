using Reception.Contracts;
using Reception.Domain.Playbooks;
using Reception.Domain.Positions;

namespace Reception.Hub.Views;

/// <summary>A role at a spot. Which screen it has is the venue's data; a position that the book no longer names has the plainest one.</summary>
internal static class PositionViews
{
    public static PositionView Of(Position position, Library library)
    {
        var entry = Names.Of(library).Position(position.Id);
        return new(
            position.Id.Value,
            position.Seq,
            (entry?.Name ?? Domain.Text.Of(position.Id.Value)).ToWire(),
            entry?.Screen ?? "calls",
            entry?.Theme ?? "day",
            entry?.Phone,
            position.Holders.Ids(),
            position.Reach.Word(),
            position.Since is not null,
            position.Since.Ms(),
            position.Order,
            entry?.Needed ?? 1);
    }
}
