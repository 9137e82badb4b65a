using System.Collections.Immutable;
using Reception.Domain.Alerts;
using Reception.Domain.Items;
using Reception.Domain.Journeys;
using Reception.Domain.Places;
using Reception.Domain.Positions;

namespace Reception.Domain.Venues;

/// <summary>
/// What is open, and the last quarter of an hour. Immutable; made by fold alone. Every entity carries the <c>Seq</c> of the entry that last changed it,
/// so that the difference from any cursor is a question to the state.
/// </summary>
public sealed record VenueState(string Venue)
{
    /// <summary>The newest shape of a snapshot of this record that the build can read and writes.</summary>
    public const int Shape = 3;

    public long Seq { get; init; }

    public DateTimeOffset At { get; init; }

    public DateOnly Day { get; init; }

    /// <summary>When the day turns next.</summary>
    public DateTimeOffset? DayTurns { get; init; }

    public VenueEvents.VenueSetUp? SetUp { get; init; }

    public Key Weather { get; init; } = "clear";

    public JourneyId? Exclusive { get; init; }

    /// <summary>Journeys of today by column; <see cref="Departed"/> the last five that left.</summary>
    public ImmutableDictionary<Key, int> Counts { get; init; } = ImmutableDictionary<Key, int>.Empty;

    public ImmutableArray<Departed> Departed { get; init; } = [];

    /// <summary>The entry that last changed the venue's row.</summary>
    public long VenueSeq { get; init; }

    /// <summary>The last entry that changed any view.</summary>
    public long Changed { get; init; }

    /// <summary>The entry before which <see cref="Removed"/> is not complete.</summary>
    public long Horizon { get; init; }

    public ImmutableDictionary<GuestId, Guest> Guests { get; init; } = ImmutableDictionary<GuestId, Guest>.Empty;

    public ImmutableDictionary<JourneyId, Journey> Journeys { get; init; } = ImmutableDictionary<JourneyId, Journey>.Empty;

    public ImmutableDictionary<AlertId, Alert> Alerts { get; init; } = ImmutableDictionary<AlertId, Alert>.Empty;

    public ImmutableDictionary<AlertId, Receipts> Receipts { get; init; } = ImmutableDictionary<AlertId, Receipts>.Empty;

    public ImmutableDictionary<ItemId, Item> Items { get; init; } = ImmutableDictionary<ItemId, Item>.Empty;

    public ImmutableDictionary<PositionId, Position> Positions { get; init; } = ImmutableDictionary<PositionId, Position>.Empty;

    public ImmutableDictionary<StaffId, StaffMember> Staff { get; init; } = ImmutableDictionary<StaffId, StaffMember>.Empty;

    public ImmutableDictionary<PlaceId, Place> Places { get; init; } = ImmutableDictionary<PlaceId, Place>.Empty;

    /// <summary>How each journey's last trigger is taken back; no view shows it.</summary>
    public ImmutableDictionary<JourneyId, Inverse> Inverses { get; init; } = ImmutableDictionary<JourneyId, Inverse>.Empty;

    public ImmutableDictionary<Key, OpenSession> Sessions { get; init; } = ImmutableDictionary<Key, OpenSession>.Empty;

    /// <summary>What falls due, soonest first.</summary>
    public ImmutableSortedSet<Due> Due { get; init; } = [];

    /// <summary>What closed, oldest first; leaves the state after 15 minutes, or when there are more than 500 of a kind.</summary>
    public ImmutableDictionary<ViewKind, ImmutableList<Closing>> Closed { get; init; } = ImmutableDictionary<ViewKind, ImmutableList<Closing>>.Empty;

    /// <summary>Views that left the state, oldest first, at most 2 000.</summary>
    public ImmutableList<Removal> Removed { get; init; } = [];

    /// <summary>Due things that failed and were set aside until the day turns.</summary>
    public ImmutableHashSet<Due> Parked { get; init; } = [];

    /// <summary>The day on which a supervisor was last told that the store is an older copy.</summary>
    public DateOnly? Restored { get; init; }

    /// <summary>When a tick is wanted next.</summary>
    public DateTimeOffset? NextDue => Due.IsEmpty ? null : Due.Min.At;
}

/// <summary>The kinds of view that can leave the state.</summary>
public enum ViewKind
{
    Guest,
    Journey,
    Alert,
    Receipt,
    Item,
    Session,
}

public readonly record struct Closing(DateTimeOffset At, ViewKind Kind, Key Id);

public readonly record struct Removal(long Seq, ViewKind Kind, Key Id);

public sealed record OpenSession(Key Id, StaffId Staff, DeviceId Device, bool Desk, DateTimeOffset Since, DateTimeOffset? Closed, long Seq);

public sealed record Departed(JourneyId Journey, GuestId Guest, DateTimeOffset At, int Minutes);
