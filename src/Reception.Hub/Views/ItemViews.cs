using Reception.Contracts;
using Reception.Domain.Items;
using Reception.Hub.Venues;

namespace Reception.Hub.Views;

/// <summary>Something to do.</summary>
internal static class ItemViews
{
    public static ItemView Of(Item item, VenueMoment moment) => new(
        item.Id.Value,
        item.Seq,
        item.Template,
        (Names.Of(moment.Library).Item(item, moment.State)?.Name ?? NeutralWords.Item).ToWire(),
        item.Journey?.Value,
        item.Positions.Ids(),
        item.State.Word(),
        item.Due.Ms(),
        item.Late,
        item.By?.Value,
        (item.Ticked ?? item.Closed).Ms(),
        item.Tag);
}
