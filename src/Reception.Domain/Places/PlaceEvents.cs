namespace Reception.Domain.Places;

/// <summary>Rooms, tables, spaces: one holder at a time.</summary>
public static class PlaceEvents
{
    /// <param name="Used">The guest is there; else it is only reserved and wants to be prepared.</param>
    public sealed record PlaceLeased(PlaceId Place, JourneyId Journey, bool Used) : Event;

    public sealed record PlaceReadied(PlaceId Place, JourneyId Journey) : Event;

    public sealed record PlaceReleased(PlaceId Place, JourneyId Journey) : Event;

    /// <summary>Waits until it is free; <paramref name="Staff"/> is told.</summary>
    public sealed record PlaceQueued(PlaceId Place, JourneyId Journey, StaffId? Staff) : Event;

    /// <summary>Waits no more.</summary>
    public sealed record PlaceUnqueued(PlaceId Place, JourneyId Journey) : Event;

    public sealed record PlaceClosed(PlaceId Place) : Event;

    public sealed record PlaceOpened(PlaceId Place) : Event;
}
