using System.Collections.Immutable;

namespace Reception.Domain.Positions;

/// <summary>How a person can be alerted now.</summary>
public enum Reach
{
    None,
    Screen,
    Sound,
}

/// <summary>在岗 / 临时离岗 / 下班.</summary>
public enum DutyState
{
    Off,
    On,
    Away,
}

/// <summary>Left for a stated time.</summary>
public sealed record Away(DateTimeOffset Since, DateTimeOffset Until, StaffId? Cover, bool Overdue);

/// <summary>Standing in at a position for somebody (替岗).</summary>
public sealed record Covering(StaffId Instead, PositionId Position);

/// <summary>A person of the staff.</summary>
/// <param name="Held">Positions taken; <see cref="Positions"/> has the covered ones too.</param>
/// <param name="Devices">Signed-in devices and how each can alert; a lost one says None.</param>
/// <param name="Waiting">On the rota: waiting since; null = not on the rota.</param>
/// <param name="Hosting">Open journeys this person leads, that have arrived.</param>
public sealed record StaffMember(
    StaffId Id,
    ImmutableArray<PositionId> Allowed,
    DutyState State,
    ImmutableArray<PositionId> Held,
    ImmutableArray<Covering> Covers,
    Away? Away,
    ImmutableDictionary<DeviceId, Reach> Devices,
    DateTimeOffset? LostSince,
    DateTimeOffset? Waiting,
    ImmutableArray<JourneyId> Hosting,
    long Seq)
{
    /// <summary>All positions this person answers for now.</summary>
    public ImmutableArray<PositionId> Positions => State == DutyState.Off ? [] : [.. Held.Concat(Covers.Select(cover => cover.Position)).Distinct()];

    public Reach Reach => Devices.IsEmpty ? Reach.None : Devices.Values.Max();

    /// <summary>On duty, not away, and a device that answers.</summary>
    public bool Reachable => State == DutyState.On && Reach != Reach.None;

    public bool Holds(PositionId position) => State != DutyState.Off && (Held.Contains(position) || Covers.Any(cover => cover.Position == position));
}

/// <summary>A role at a spot that can be called. Holders are all on duty there, away ones and covers too.</summary>
/// <param name="Since">Since when nobody there can be reached; null = fine.</param>
public sealed record Position(PositionId Id, int Order, bool Desk, ImmutableArray<StaffId> Holders, Reach Reach, DateTimeOffset? Since, long Seq);
