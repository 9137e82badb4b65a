namespace Reception.Contracts;

/// <summary>
/// The only thing a client must understand: live, head, resume, snapshot and long poll.
/// Applied so: <c>reset</c> → clear; replace by kind and id if <c>seq</c> is newer; remove <c>gone</c>; cursor = (<c>to</c>, <c>mark</c>).
/// <c>from</c> ≤ cursor → apply; <c>from</c> &gt; cursor → fetch <c>/sync</c>; without reset, <c>to</c> &lt; cursor → older than what one has: drop. Unknown kinds and fields are ignored. Lists that would be empty are left out.
/// </summary>
/// <param name="From">The <c>to</c> of the last message that changed a view of this stream.</param>
/// <param name="To">The venue's sequence that this brings the client to.</param>
/// <param name="Mark">The chain's mark at <paramref name="To"/>.</param>
/// <param name="Now">Venue time, milliseconds since 1970 UTC.</param>
/// <param name="Pace">Venue seconds per second: 1, more only in a demo.</param>
/// <param name="Amber">What is limited at the node that sent this; left out: all is well. Of the message, like <paramref name="Now"/>, not of the dictionary.</param>
public sealed record Changes(
    long From,
    long To,
    string Mark,
    long Now,
    double Pace,
    bool Reset = false,
    VenueView? Venue = null,
    IReadOnlyList<GuestView>? Guests = null,
    IReadOnlyList<JourneyView>? Journeys = null,
    IReadOnlyList<AlertView>? Alerts = null,
    IReadOnlyList<ReceiptView>? Receipts = null,
    IReadOnlyList<ItemView>? Items = null,
    IReadOnlyList<PositionView>? Positions = null,
    IReadOnlyList<StaffView>? Staff = null,
    IReadOnlyList<PlaceView>? Places = null,
    IReadOnlyList<SessionView>? Sessions = null,
    IReadOnlyList<Gone>? Gone = null,
    IReadOnlyList<Amber>? Amber = null);

/// <summary>A view that is no longer there. <paramref name="Kind"/>: guest, journey, alert, receipt, item, session …</summary>
public sealed record Gone(string Kind, string Id);

/// <summary>A view: a small entity, replaced whole.</summary>
public interface IView
{
    string Id { get; }

    /// <summary>The entry that last changed it.</summary>
    long Seq { get; }
}
