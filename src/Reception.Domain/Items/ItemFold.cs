using Reception.Domain.Venues;
using static Reception.Domain.Items.ItemEvents;

namespace Reception.Domain.Items;

internal static class ItemFold
{
    public static VenueState? Apply(VenueState state, Event happened, DateTimeOffset at) => happened switch
    {
        ItemAdded added => state.Put(new Item(
            added.Item, added.Template, added.Journey, added.Positions, ItemState.Open, added.Due, added.CallAt, added.LateAt, added.BeforeEta,
            Moves: 0, Called: false, Late: false, added.Stays, added.Keep, added.Tag, By: null, at, Ticked: null, Closed: null, state.Seq)),
        ItemTicked ticked => state.With(ticked.Item, item => item with
        {
            State = item.Keep ? ItemState.Kept : ItemState.Done, By = ticked.By, Ticked = at, Closed = item.Keep ? null : at,
        }),
        ItemSkipped skipped => state.With(skipped.Item, item => item with { State = ItemState.Skipped, By = skipped.By, Closed = at }),
        ItemExpired expired => state.With(expired.Item, item => item with { State = item.State == ItemState.Kept ? ItemState.Done : ItemState.Expired, Closed = at }),
        ItemFellDue due => state.With(due.Item, item => item with { Called = true }),
        ItemBecameLate late => state.With(late.Item, item => item with { Late = true }),
        ItemMoved moved => state.With(moved.Item, item => item with
        {
            Due = moved.Due, CallAt = moved.CallAt, LateAt = moved.LateAt, Moves = item.Moves + 1, Called = moved.Called, Late = moved.Late,
        }),
        _ => null,
    };

    private static VenueState With(this VenueState state, ItemId id, Func<Item, Item> change) =>
        state.Items.TryGetValue(id, out var item) ? state.Put(change(item)) : state;
}
