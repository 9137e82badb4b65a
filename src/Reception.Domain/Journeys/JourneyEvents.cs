using System.Collections.Immutable;

namespace Reception.Domain.Journeys;

/// <summary>A guest's way.</summary>
public static class JourneyEvents
{
    /// <summary>A party and its journey begin; the first <see cref="TriggerPulled"/> follows in the same entry.</summary>
    public sealed record JourneyOpened(JourneyId Journey, GuestId Guest, Key Playbook, Key Hash) : Event;

    /// <summary>Words about a guest were written in the same statement: which, not what.</summary>
    public sealed record GuestCardChanged(GuestId Guest, long Rev, ImmutableArray<Key> Filled, ImmutableArray<Key> Cleared) : Event;

    public sealed record GuestErased(GuestId Guest) : Event;

    /// <summary>A step. Without <paramref name="To"/> the journey stays where it is.</summary>
    /// <param name="At">When the person acted (clamped).</param>
    /// <param name="Position">At which position the person stood.</param>
    /// <param name="Reason">Of an override.</param>
    /// <param name="UndoUntil">Null: cannot be taken back.</param>
    public sealed record TriggerPulled(
        JourneyId Journey,
        Key Trigger,
        StageFacts? To,
        StaffId? Staff,
        PositionId? Position,
        Key? Reason,
        DateTimeOffset At,
        DateTimeOffset? UndoUntil) : Event;

    /// <summary>What fold must know of a stage.</summary>
    public sealed record StageFacts(Key Stage, Key Column, bool Expected, bool Ends);

    /// <summary>A fact; an empty value clears it.</summary>
    public sealed record FactSet(JourneyId Journey, Key Field, Key Value) : Event;

    /// <summary>When the guest is expected, and when he counts as not coming.</summary>
    public sealed record EtaSet(JourneyId Journey, DateTimeOffset Eta, DateTimeOffset? NoShowAt) : Event;

    public sealed record HostSet(JourneyId Journey, StaffId? Host) : Event;

    /// <summary>The journey has the venue for itself.</summary>
    public sealed record ExclusiveBegan(JourneyId Journey) : Event;

    public sealed record ExclusiveEnded(JourneyId Journey) : Event;

    /// <summary>The last trigger was taken back, with all that it had brought.</summary>
    public sealed record TriggerUndone(JourneyId Journey, Key Trigger, StaffId By) : Event;

    /// <summary>The day turned over a guest who was expected.</summary>
    public sealed record JourneyExpired(JourneyId Journey) : Event;
}
