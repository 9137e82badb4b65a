using System.Collections.Immutable;
using Reception.Domain.Alerts;
using Reception.Domain.Playbooks;
using Reception.Domain.Positions;

namespace Reception.Domain;

/// <summary>A command with who sent it. The hub's own work has neither id nor person.</summary>
/// <param name="MadeAt">When the person acted; decide clamps it between one day ago and now.</param>
public sealed record Intent(Key? Id, StaffId? Who, DeviceId? Device, Command Command, DateTimeOffset MadeAt);

/// <summary>Everything that can be asked of a venue.</summary>
public abstract record Command
{
    // Duty.
    public sealed record StartDuty(ImmutableArray<PositionId> Positions) : Command;

    public sealed record EndDuty(StaffId? Heir = null) : Command;

    public sealed record GoAway(int Minutes, StaffId? Cover) : Command;

    public sealed record ComeBack : Command;

    /// <summary>Stand in at a position for somebody; <paramref name="Begin"/> false: stop.</summary>
    public sealed record StandIn(StaffId Instead, PositionId Position, bool Begin) : Command;

    // Journeys.
    public sealed record Pull(JourneyId? Journey, string? Playbook, string Trigger, string? Reason, ImmutableDictionary<string, string> Fields) : Command;

    public sealed record Undo(JourneyId Journey) : Command;

    public sealed record ChangeCard(GuestId Guest, ImmutableDictionary<string, string> Fields) : Command;

    public sealed record Erase(GuestId Guest) : Command;

    // Alerts.
    public sealed record Raise(string Phrase, bool Everyone, ImmutableArray<PositionId> To, StaffId? Staff, JourneyId? Journey, PlaceId? Place) : Command;

    public sealed record Acknowledge(AlertId Alert, PositionId? Position) : Command;

    public sealed record Delay(AlertId Alert, int Minutes) : Command;

    public sealed record Decline(AlertId Alert) : Command;

    public sealed record Complete(AlertId Alert) : Command;

    public sealed record Cancel(AlertId Alert) : Command;

    // Items, places, the venue.
    public sealed record TickItem(ItemId Item) : Command;

    public sealed record SkipItem(ItemId Item) : Command;

    public sealed record OpenPlace(PlaceId Place, bool Open) : Command;

    public sealed record SetWeather(string Weather) : Command;

    public sealed record RevokeSession(string Session) : Command;

    // The hub's own.
    public sealed record SetUp(Library Library) : Command;

    public sealed record OpenSession(string Session, StaffId Staff, DeviceId Device, bool Desk) : Command;

    /// <summary>A device has joined and says how it can alert its holder.</summary>
    public sealed record ReachDevice(DeviceId Device, StaffId Staff, Reach Reach) : Command;

    public sealed record LoseDevice(DeviceId Device, StaffId Staff) : Command;

    /// <summary>What devices reported of open alerts, gathered by a node.</summary>
    public sealed record Receive(ImmutableArray<Receiving> Receipts) : Command;

    /// <summary>What falls due is taken, in order.</summary>
    public sealed record FallDue : Command;

    /// <summary>Calls to which nothing would ever happen are asked anew; the hub's auditor has found some.</summary>
    public sealed record Mend : Command;

    /// <summary>The store's clock went back by more than is ignored.</summary>
    public sealed record MoveClockBack(TimeSpan By) : Command;

    /// <summary>Something failed here that must not fail; the manager is told.</summary>
    public sealed record TellOfFault(Key What) : Command;

    /// <summary>A device knows a history that the store does not have: an older copy was put back; a supervisor is told.</summary>
    public sealed record TellOfRestore : Command;
}
