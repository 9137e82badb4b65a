using System.Collections.Immutable;

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
/// <param name="Queue">Who waits for it, first come first.</param>
public sealed record Place(PlaceId Id, Key Kind, int Order, PlaceState State, JourneyId? Journey, DateTimeOffset Since, ImmutableArray<Waiter> Queue, long Seq);

/// <summary>A journey that waits for a place, and who is told when it is free.</summary>
public sealed record Waiter(JourneyId Journey, StaffId? Staff);
