using Reception.Contracts;
using Reception.Domain.Alerts;
using Reception.Domain.Items;
using Reception.Domain.Journeys;
using Reception.Domain.Places;
using Reception.Domain.Positions;
using Reception.Domain.Venues;
using Reception.Hub.Venues;

namespace Reception.Hub.Views;

/// <summary>
/// The views of one venue. A view is a function of one entity, the labels of its guest and the venue's words; while none of these is another object,
/// it is the same object too. Safe for any number of readers.
/// </summary>
internal sealed class ViewCache
{
    private readonly Memo<GuestView> _guests = new();
    private readonly Memo<JourneyView> _journeys = new();
    private readonly Memo<AlertView> _alerts = new();
    private readonly Memo<ReceiptView> _receipts = new();
    private readonly Memo<ItemView> _items = new();
    private readonly Memo<PositionView> _positions = new();
    private readonly Memo<StaffView> _staff = new();
    private readonly Memo<PlaceView> _places = new();
    private readonly Memo<SessionView> _sessions = new();

    public GuestView Of(Guest guest, VenueMoment moment)
    {
        var card = moment.Cards.GetValueOrDefault(guest.Id);
        return _guests.Get(guest.Id.Value, [guest, card], () => GuestViews.Of(guest, card));
    }

    public JourneyView Of(Journey journey, VenueMoment moment)
    {
        var guest = moment.State.Guests.GetValueOrDefault(journey.Guest);
        return _journeys.Get(journey.Id.Value, [journey, guest, moment.Library], () => JourneyViews.Of(journey, guest, moment));
    }

    public AlertView Of(Alert alert, VenueMoment moment)
    {
        var journey = alert.Journey is { } id ? moment.State.Journeys.GetValueOrDefault(id) : null;
        var guest = journey is null ? null : moment.State.Guests.GetValueOrDefault(journey.Guest);
        var card = guest is null ? null : moment.Cards.GetValueOrDefault(guest.Id);
        return _alerts.Get(alert.Id.Value, [alert, journey, guest, card, moment.Library], () => AlertViews.Of(alert, moment), Same);
    }

    /// <summary>Its journey went on, and nothing of it is mentioned: then nothing has changed.</summary>
    private static bool Same(AlertView before, AlertView after, ReadOnlySpan<object?> old, ReadOnlySpan<object?> now) =>
        ReferenceEquals(old[0], now[0]) && before.Screen == after.Screen && before.Ear == after.Ear && before.AnsweredWords == after.AnsweredWords;

    public ReceiptView Of(Receipts receipts) => _receipts.Get(receipts.Id.Value, [receipts], () => ReceiptViews.Of(receipts));

    public ItemView Of(Item item, VenueMoment moment) => _items.Get(item.Id.Value, [item, moment.Library], () => ItemViews.Of(item, moment));

    public PositionView Of(Position position, VenueMoment moment) =>
        _positions.Get(position.Id.Value, [position, moment.Library], () => PositionViews.Of(position, moment.Library));

    public StaffView Of(StaffMember person, VenueMoment moment) =>
        _staff.Get(person.Id.Value, [person, moment.Library], () => StaffViews.Of(person, moment.Library));

    public PlaceView Of(Place place, VenueMoment moment) =>
        _places.Get(place.Id.Value, [place, moment.Library], () => PlaceViews.Of(place, moment.Library));

    public SessionView Of(OpenSession session) => _sessions.Get(session.Id, [session], () => SessionViews.Of(session));

    /// <summary>Left the state: nobody will ask for it again.</summary>
    public void Forget(Removal removal)
    {
        switch (removal.Kind)
        {
            case ViewKind.Guest: _guests.Forget(removal.Id); break;
            case ViewKind.Journey: _journeys.Forget(removal.Id); break;
            case ViewKind.Alert: _alerts.Forget(removal.Id); break;
            case ViewKind.Receipt: _receipts.Forget(removal.Id); break;
            case ViewKind.Item: _items.Forget(removal.Id); break;
            case ViewKind.Session: _sessions.Forget(removal.Id); break;
            default: throw new ArgumentOutOfRangeException(nameof(removal), removal.Kind, "a kind of view without a cache");
        }
    }
}
