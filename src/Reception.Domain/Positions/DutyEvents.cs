using System.Collections.Immutable;

namespace Reception.Domain.Positions;

/// <summary>Who holds which position, and how they can be alerted.</summary>
public static class DutyEvents
{
    /// <summary>Took these positions; comes back too if away.</summary>
    public sealed record DutyStarted(StaffId Staff, ImmutableArray<PositionId> Positions) : Event;

    public sealed record DutyEnded(StaffId Staff) : Event;

    public sealed record AwayBegan(StaffId Staff, DateTimeOffset Until, StaffId? Cover) : Event;

    public sealed record AwayEnded(StaffId Staff) : Event;

    public sealed record AwayOverdue(StaffId Staff, DateTimeOffset Due) : Event;

    public sealed record CoverBegan(StaffId Staff, StaffId Instead, PositionId Position) : Event;

    public sealed record CoverEnded(StaffId Staff, StaffId Instead, PositionId Position) : Event;

    /// <summary>A device joined, or can alert otherwise than before.</summary>
    public sealed record DeviceReached(DeviceId Device, StaffId Staff, Reach Reach) : Event;

    /// <summary>Nobody has vouched for a device for too long.</summary>
    public sealed record DeviceLost(DeviceId Device, StaffId Staff) : Event;

    /// <summary>The device's session is over.</summary>
    public sealed record DeviceGone(DeviceId Device, StaffId Staff) : Event;

    /// <summary>The turn that the call offered was spent: the person goes to the end of the rota.</summary>
    public sealed record TurnSpent(StaffId Staff, JourneyId Journey, AlertId Alert) : Event;
}
