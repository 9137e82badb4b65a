namespace Reception.Domain.Places;

public enum PlaceState
{
    Free,

    /// <summary>Asked for, not prepared yet.</summary>
    Reserved,

    /// <summary>Prepared.</summary>
    Ready,

    /// <summary>The guest is there.</summary>
    Used,
    Closed,
}

/// <summary>Something that one party at a time can have.</summary>
public sealed record Place(PlaceId Id, Key Kind, int Order, PlaceState State, JourneyId? Journey, DateTimeOffset Since, long Seq);
