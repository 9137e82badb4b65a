using Reception.Domain.Alerts;
using Reception.Domain.Items;
using Reception.Domain.Journeys;
using Reception.Domain.Places;
using Reception.Domain.Positions;

namespace Reception.Domain.Venues;

/// <summary>State and an entry give the next state. Never fails, reads events only.</summary>
public static class Folder
{
    public static readonly TimeSpan Kept = TimeSpan.FromMinutes(15);

    /// <summary>What may be taken back till a time may still arrive so much later.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    public const int KeptOfAKind = 500;
    public const int KeptRemovals = 2000;

    public static VenueState Fold(VenueState state, Entry entry)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(entry);
        var next = state with { Seq = entry.Seq, At = entry.At };
        var time = entry.At;
        foreach (var happened in entry.Events)
        {
            time = TimeOf(state, happened) ?? time;
            next = Apply(next, happened, time);
        }

        next = Inverting.Remember(state, next, entry);
        return Closing(state, next) with { Day = entry.Day };
    }

    /// <summary>From when on an entry's events count: what falls due counts from its due time, however late it is taken, and never from before the last entry.</summary>
    internal static DateTimeOffset? TimeOf(VenueState before, Event happened) =>
        happened is VenueEvents.FellDue due ? due.Due < before.At ? before.At : due.Due : null;

    /// <summary>One event at its own time. Decide uses it too, on the state it is working with.</summary>
    internal static VenueState Apply(VenueState state, Event happened, DateTimeOffset at) =>
        DutyFold.Apply(state, happened, at)
        ?? JourneyFold.Apply(state, happened, at)
        ?? AlertFold.Apply(state, happened, at)
        ?? ItemFold.Apply(state, happened, at)
        ?? PlaceFold.Apply(state, happened, at)
        ?? VenueFold.Apply(state, happened, at)
        // An event that this build does not know never gets here: reading the entry parks the venue.
        ?? state;

    /// <summary>After the events: what closed long ago leaves, the venue's row is compared, the last change is noted.</summary>
    private static VenueState Closing(VenueState before, VenueState state)
    {
        state = Pruning.Prune(state);
        var row = VenueRow.Of(before) == VenueRow.Of(state) ? state.VenueSeq : state.Seq;
        state = state with { VenueSeq = row };
        return state with { Changed = ChangedAnything(before, state) ? state.Seq : state.Changed };
    }

    private static bool ChangedAnything(VenueState before, VenueState after) =>
        after.VenueSeq == after.Seq
        || !ReferenceEquals(before.Guests, after.Guests)
        || !ReferenceEquals(before.Journeys, after.Journeys)
        || !ReferenceEquals(before.Alerts, after.Alerts)
        || !ReferenceEquals(before.Receipts, after.Receipts)
        || !ReferenceEquals(before.Items, after.Items)
        || !ReferenceEquals(before.Positions, after.Positions)
        || !ReferenceEquals(before.Staff, after.Staff)
        || !ReferenceEquals(before.Places, after.Places)
        || !ReferenceEquals(before.Sessions, after.Sessions);
}
