using Reception.Contracts;
using Reception.Domain.Places;
using Reception.Domain.Playbooks;

namespace Reception.Hub.Views;

/// <summary>Something that one party at a time can have.</summary>
internal static class PlaceViews
{
    public static PlaceView Of(Place place, Library library) => new(
        place.Id.Value,
        place.Seq,
        place.Kind,
        (Names.Of(library).Place(place.Id)?.Name ?? Domain.Text.Of(place.Id.Value)).ToWire(),
        place.State.Word(),
        place.Journey?.Value,
        place.Since.Ms(),
        place.Order,
        place.Queue.IsEmpty ? null : [.. place.Queue.Select(waiter => waiter.Journey.Value)]);
}
