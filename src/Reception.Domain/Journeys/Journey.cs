using System.Collections.Immutable;

namespace Reception.Domain.Journeys;

/// <summary>The visiting party. Its words are in its card; here is only which fields are filled and at which revision.</summary>
public sealed record Guest(GuestId Id, JourneyId Journey, long Rev, ImmutableHashSet<Key> Filled, bool Erased, DateTimeOffset? Closed, long Seq);

/// <summary>One guest's way through one playbook.</summary>
/// <param name="Hash">The playbook it began with.</param>
/// <param name="Expected">Its stage is one before arrival.</param>
/// <param name="NoShowAt">When an expected guest counts as not coming.</param>
/// <param name="Last">The last trigger, if it could be taken back for a while.</param>
public sealed record Journey(
    JourneyId Id,
    GuestId Guest,
    Key Playbook,
    Key Hash,
    Key Stage,
    Key Column,
    bool Expected,
    DateTimeOffset Since,
    DateTimeOffset Opened,
    DateTimeOffset? Arrived,
    DateTimeOffset? Closed,
    Key? End,
    ImmutableDictionary<Key, Key> Facts,
    DateTimeOffset? Eta,
    DateTimeOffset? NoShowAt,
    StaffId? Host,
    ImmutableArray<Step> Steps,
    Last? Last,
    SpentTurn? Turn,
    long Seq)
{
    public bool Open => Closed is null;

    public StaffId? Person(Key field) => Facts.TryGetValue(field, out var value) && value.Value.Length > 0 ? new StaffId(value.Value) : null;

    public PlaceId? Place(Key field) => Facts.TryGetValue(field, out var value) && value.Value.Length > 0 ? new PlaceId(value.Value) : null;
}

/// <summary>A turn on the rota that this journey used up: with which call, since when the person had waited, when it was spent. An undo of the call gives it back.</summary>
public sealed record SpentTurn(StaffId Staff, AlertId Alert, DateTimeOffset? Waiting, DateTimeOffset At);

/// <summary>One step of the way: an undone step is not in it, an override carries its reason.</summary>
public sealed record Step(Key Trigger, Key From, Key To, DateTimeOffset At, StaffId? Staff, PositionId? Position, Key? Reason);

/// <summary>The last trigger, if it could be taken back: by whom, till when.</summary>
public sealed record Last(Key Trigger, StaffId? By, DateTimeOffset At, DateTimeOffset Until);

/// <summary>How the last trigger of a journey is taken back; kept while that is possible.</summary>
/// <param name="Seq">Its entry; <paramref name="At"/> when that was.</param>
/// <param name="Before">The journey before it; null when the trigger opened it.</param>
/// <param name="Facts">Facts it set; <paramref name="Eta"/> and <paramref name="Host"/> likewise.</param>
/// <param name="Items">Items it created; <paramref name="Ticked"/> items it ticked, moved or let expire, as they were.</param>
/// <param name="Alerts">Alerts it raised; <paramref name="Overtaken"/> alerts it overtook, as they were.</param>
/// <param name="Places">Places it changed, as they were.</param>
/// <param name="Queued">Places for which it began to wait.</param>
/// <param name="Exclusive">Whether the journey had had the venue for itself; null: the trigger did not change that.</param>
public sealed record Inverse(
    JourneyId Journey,
    long Seq,
    DateTimeOffset At,
    DateTimeOffset Until,
    Journey? Before,
    ImmutableArray<Key> Facts,
    bool Eta,
    bool Host,
    ImmutableArray<ItemId> Items,
    ImmutableArray<Items.Item> Ticked,
    ImmutableArray<AlertId> Alerts,
    ImmutableArray<Alerts.Alert> Overtaken,
    ImmutableArray<Places.Place> Places,
    ImmutableArray<PlaceId> Queued,
    bool? Exclusive);
