using System.Collections.Immutable;

namespace Reception.Domain.Items;

/// <summary>Things to do.</summary>
public static class ItemEvents
{
    public sealed record ItemAdded(
        ItemId Item,
        Key Template,
        JourneyId? Journey,
        ImmutableArray<PositionId> Positions,
        DateTimeOffset? Due,
        DateTimeOffset? CallAt,
        DateTimeOffset? LateAt,
        TimeSpan? BeforeEta,
        bool Stays,
        bool Keep,
        int? Tag) : Event;

    /// <summary>Ticked by a person, or by the trigger that took it along.</summary>
    public sealed record ItemTicked(ItemId Item, StaffId? By) : Event;

    public sealed record ItemSkipped(ItemId Item, StaffId By) : Event;

    /// <summary>Its stage or its journey is over; what stayed on is done.</summary>
    public sealed record ItemExpired(ItemId Item) : Event;

    /// <summary>It fell due; its position is called by an alert of the same entry.</summary>
    public sealed record ItemFellDue(ItemId Item, DateTimeOffset Due) : Event;

    public sealed record ItemBecameLate(ItemId Item, DateTimeOffset Due) : Event;

    /// <summary>The ETA moved and the item with it, or its stage is reached.</summary>
    /// <param name="Called">It was called and need not be again; <paramref name="Late"/>: reported as late, and still is.</param>
    public sealed record ItemMoved(ItemId Item, DateTimeOffset? Due, DateTimeOffset? CallAt, DateTimeOffset? LateAt, bool Called, bool Late) : Event;
}
