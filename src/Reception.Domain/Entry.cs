using System.Collections.Immutable;

namespace Reception.Domain;

/// <summary>The outcome of one command, or of the hub's own work (no <paramref name="CommandId"/>). Stored, folded and sent whole.</summary>
/// <param name="At">Venue time, never less than the entry before.</param>
/// <param name="Day">The venue's day; it turns at the hour the venue says and never goes back.</param>
/// <param name="Refusal">A refusal by the state machine is an entry without events.</param>
public sealed record Entry(
    long Seq,
    Key? CommandId,
    StaffId? Who,
    DeviceId? Device,
    DateTimeOffset At,
    DateOnly Day,
    ImmutableArray<Event> Events,
    Refusal? Refusal);
