using System.Collections.Immutable;

namespace Reception.Domain.Venues;

/// <summary>What concerns the whole venue.</summary>
public static class VenueEvents
{
    /// <summary>The set-up as the log needs it; its words are in the book by hash.</summary>
    /// <param name="Zone">IANA zone, as a key.</param>
    /// <param name="TurnsAt">Minutes after midnight when the day turns.</param>
    /// <param name="Rota">The position whose holders take turns.</param>
    /// <param name="InForce">Playbook id → hash.</param>
    public sealed record VenueSetUp(
        Key Book,
        Key Zone,
        int TurnsAt,
        Key? Rota,
        TimeSpan Undo,
        ImmutableArray<PositionFacts> Positions,
        ImmutableArray<PlaceFacts> Places,
        ImmutableArray<StaffFacts> Staff,
        ImmutableArray<Key> Columns,
        ImmutableDictionary<Key, Key> InForce) : Event;

    public sealed record PositionFacts(PositionId Id, bool Desk);

    public sealed record PlaceFacts(PlaceId Id, Key Kind);

    public sealed record StaffFacts(StaffId Id, ImmutableArray<PositionId> Allowed);

    public sealed record WeatherChanged(Key Weather) : Event;

    public sealed record SessionOpened(Key Session, StaffId Staff, DeviceId Device, bool Desk) : Event;

    public sealed record SessionRevoked(Key Session) : Event;

    /// <summary>The venue's day turned. What was expected yesterday has its own events in the same entry.</summary>
    public sealed record DayTurned(DateOnly Day, DateTimeOffset Next) : Event;

    /// <summary>The store's clock went back: the last time and all due times that count elapsed time move with it.</summary>
    public sealed record ClockMovedBack(TimeSpan By) : Event;

    /// <summary>A due thing is taken: what follows in the entry happened at its due time, however late the entry is.</summary>
    public sealed record FellDue(DueKind Kind, Key Id, int Step, DateTimeOffset Due) : Event;

    /// <summary>A due thing failed and was set aside; the manager is told.</summary>
    public sealed record DueParked(DueKind Kind, Key Id, int Step, DateTimeOffset Due) : Event;

    /// <summary>It was noticed that the store is an older copy; a supervisor is told.</summary>
    public sealed record StoreRestored(DateOnly Day) : Event;
}
