using System.Collections.Immutable;
using Reception.Contracts;

namespace Reception.Client;

/// <summary>
/// All views of the venue at one cursor: immutable, one map per kind, keyed by id. Every change gives a new set, so two of them can be
/// compared and one can be read from any thread.
/// </summary>
public sealed record ViewSet(
    VenueView? Venue,
    ImmutableDictionary<string, GuestView> Guests,
    ImmutableDictionary<string, JourneyView> Journeys,
    ImmutableDictionary<string, AlertView> Alerts,
    ImmutableDictionary<string, ReceiptView> Receipts,
    ImmutableDictionary<string, ItemView> Items,
    ImmutableDictionary<string, PositionView> Positions,
    ImmutableDictionary<string, StaffView> Staff,
    ImmutableDictionary<string, PlaceView> Places,
    ImmutableDictionary<string, SessionView> Sessions)
{
    /// <summary>Before the first snapshot.</summary>
    public static ViewSet Empty { get; } = new(
        null, Map<GuestView>(), Map<JourneyView>(), Map<AlertView>(), Map<ReceiptView>(), Map<ItemView>(),
        Map<PositionView>(), Map<StaffView>(), Map<PlaceView>(), Map<SessionView>());

    /// <summary>
    /// The set after <paramref name="changes"/>: cleared first if it is a snapshot, views replaced unless the one here is newer, what is gone removed.
    /// The cursor's rules are not judged here.
    /// </summary>
    public ViewSet With(Changes changes)
    {
        var from = changes.Reset ? Empty : this;
        var gone = (changes.Gone ?? []).ToLookup(one => one.Kind, one => one.Id, StringComparer.Ordinal);
        return new(
            changes.Venue is { } venue && venue.Seq >= (from.Venue?.Seq ?? 0) ? venue : from.Venue,
            Put(from.Guests, changes.Guests, gone["guest"]),
            Put(from.Journeys, changes.Journeys, gone["journey"]),
            Put(from.Alerts, changes.Alerts, gone["alert"]),
            Put(from.Receipts, changes.Receipts, gone["receipt"]),
            Put(from.Items, changes.Items, gone["item"]),
            Put(from.Positions, changes.Positions, gone["position"]),
            Put(from.Staff, changes.Staff, gone["staff"]),
            Put(from.Places, changes.Places, gone["place"]),
            Put(from.Sessions, changes.Sessions, gone["session"]));
    }

    /// <summary>Whether the alert asks this person now: on duty, not the sender, and asked by name or at a position held.</summary>
    public bool Asks(AlertView alert, string staff) =>
        alert.Asks is { } asks
        && alert.Staff != staff
        && Staff.TryGetValue(staff, out var me)
        && me.Positions is { Count: > 0 } held
        && ((asks.Staff?.Contains(staff) ?? false) || (asks.Positions is { } positions && held.Any(positions.Contains)));

    private static ImmutableDictionary<string, T> Map<T>() => ImmutableDictionary.Create<string, T>(StringComparer.Ordinal);

    private static ImmutableDictionary<string, T> Put<T>(ImmutableDictionary<string, T> map, IReadOnlyList<T>? views, IEnumerable<string> gone)
        where T : IView
    {
        foreach (var view in views ?? [])
        {
            if (!map.TryGetValue(view.Id, out var here) || view.Seq >= here.Seq)
            {
                map = map.SetItem(view.Id, view);
            }
        }

        return map.RemoveRange(gone);
    }
}
