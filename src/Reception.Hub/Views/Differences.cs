using Reception.Contracts;
using Reception.Domain;
using Reception.Domain.Venues;
using Reception.Hub.Venues;

namespace Reception.Hub.Views;

/// <summary>
/// What a client at a cursor lacks. Every entity carries the entry that last changed it, so this is a question to the state, whoever asks and from wherever
/// (P4). Sessions are for the desk alone; lists that would be empty are left out.
/// </summary>
internal static class Differences
{
    /// <summary>All views; the client clears first.</summary>
    public static Changes Whole(VenueMoment moment, ViewCache views, bool desk, ViewTime time) => Since(moment, views, -1, desk, time) with
    {
        From = 0,
        Reset = true,
        Gone = null,
    };

    /// <summary>Nothing but where the stream stands. Applied by a client at or after <paramref name="from"/>; a client before it fetches.</summary>
    public static Changes Head(VenueMoment moment, long from, ViewTime time) => new(from, moment.Seq, moment.Mark.Value, time.Now.Ms(), time.Pace, Amber: time.Amber);

    /// <summary>Views changed after <paramref name="cursor"/>, which must not be before the state's horizon (<see cref="Reaches"/>).</summary>
    /// <param name="then">The state at the cursor, where it is at hand: what is the same object in both need not be looked through.</param>
    public static Changes Since(VenueMoment moment, ViewCache views, long cursor, bool desk, ViewTime time, VenueState? then = null)
    {
        var state = then is null ? moment.State : WithoutTheSame(moment.State, then);
        var touched = Touched(state, cursor);
        return Head(moment, cursor, time) with
        {
            Venue = VenueViews.IsNewer(moment, cursor, state.Removed) ? VenueViews.Of(moment) : null,
            Guests = Newer(cursor, state.Guests.Values.Where(guest => guest.Seq > cursor).Select(guest => views.Of(guest, moment))),
            Journeys = Newer(cursor, touched.Select(moment.State.Journeys.GetValueOrDefault).OfType<Domain.Journeys.Journey>().Select(journey => views.Of(journey, moment))),
            Alerts = Newer(cursor, (touched.Count > 0 ? moment.State : state).Alerts.Values
                .Where(alert => alert.Seq > cursor || (alert.Journey is { } journey && touched.Contains(journey)))
                .Select(alert => views.Of(alert, moment))),
            Receipts = Newer(cursor, state.Receipts.Values.Where(receipts => receipts.Seq > cursor).Select(views.Of)),
            Items = Newer(cursor, state.Items.Values.Where(item => item.Seq > cursor).Select(item => views.Of(item, moment))),
            Positions = Newer(cursor, state.Positions.Values.Where(position => position.Seq > cursor).Select(position => views.Of(position, moment))),
            Staff = Newer(cursor, state.Staff.Values.Where(person => person.Seq > cursor).Select(person => views.Of(person, moment))),
            Places = Newer(cursor, state.Places.Values.Where(place => place.Seq > cursor).Select(place => views.Of(place, moment))),
            Sessions = desk ? Newer(cursor, state.Sessions.Values.Where(session => session.Seq > cursor).Select(views.Of)) : null,
            Gone = Gone(state, cursor, desk),
        };
    }

    /// <summary>Whether a difference from here would be whole: nothing that left since then has been forgotten.</summary>
    public static bool Reaches(VenueState state, long cursor) => cursor >= state.Horizon && cursor <= state.Seq;

    /// <summary>A message that changes nothing is not sent.</summary>
    public static bool IsEmpty(Changes changes) =>
        (changes.Venue ?? (object?)changes.Guests ?? changes.Journeys ?? changes.Alerts ?? changes.Receipts ?? changes.Items
        ?? changes.Positions ?? changes.Staff ?? changes.Places ?? changes.Sessions ?? (object?)changes.Gone) is null;

    /// <summary>The state with only those collections in which something may have changed.</summary>
    private static VenueState WithoutTheSame(VenueState now, VenueState then) => now with
    {
        Guests = ReferenceEquals(now.Guests, then.Guests) ? now.Guests.Clear() : now.Guests,
        Journeys = ReferenceEquals(now.Journeys, then.Journeys) ? now.Journeys.Clear() : now.Journeys,
        Alerts = ReferenceEquals(now.Alerts, then.Alerts) ? now.Alerts.Clear() : now.Alerts,
        Receipts = ReferenceEquals(now.Receipts, then.Receipts) ? now.Receipts.Clear() : now.Receipts,
        Items = ReferenceEquals(now.Items, then.Items) ? now.Items.Clear() : now.Items,
        Positions = ReferenceEquals(now.Positions, then.Positions) ? now.Positions.Clear() : now.Positions,
        Staff = ReferenceEquals(now.Staff, then.Staff) ? now.Staff.Clear() : now.Staff,
        Places = ReferenceEquals(now.Places, then.Places) ? now.Places.Clear() : now.Places,
        Sessions = ReferenceEquals(now.Sessions, then.Sessions) ? now.Sessions.Clear() : now.Sessions,
        Removed = ReferenceEquals(now.Removed, then.Removed) ? [] : now.Removed,
    };

    /// <summary>A change of a guest or of a journey may show in the words of a call; that it left, too.</summary>
    private static HashSet<JourneyId> Touched(VenueState state, long cursor)
    {
        HashSet<JourneyId> touched = [];
        touched.UnionWith(state.Guests.Values.Where(guest => guest.Seq > cursor).Select(guest => guest.Journey));
        touched.UnionWith(state.Journeys.Values.Where(journey => journey.Seq > cursor).Select(journey => journey.Id));
        touched.UnionWith(state.Removed.Where(removal => removal.Seq > cursor && removal.Kind == ViewKind.Journey).Select(removal => new JourneyId(removal.Id)));
        return touched;
    }

    /// <summary>In the order in which they last changed, so that the same state always says the same.</summary>
    private static List<TView>? Newer<TView>(long cursor, IEnumerable<TView> views)
        where TView : IView
    {
        List<TView>? newer = null;
        foreach (var view in views)
        {
            if (view.Seq > cursor)
            {
                (newer ??= []).Add(view);
            }
        }

        newer?.Sort(static (one, other) => one.Seq.CompareTo(other.Seq) is not 0 and var bySeq ? bySeq : string.CompareOrdinal(one.Id, other.Id));
        return newer;
    }

    private static List<Gone>? Gone(VenueState state, long cursor, bool desk)
    {
        List<Gone>? gone = null;
        foreach (var removal in state.Removed)
        {
            if (removal.Seq > cursor && (desk || removal.Kind != ViewKind.Session))
            {
                (gone ??= []).Add(new(removal.Kind.Word(), removal.Id));
            }
        }

        return gone;
    }
}

/// <summary>What a message tells beside views: the time, and what is limited here.</summary>
internal readonly record struct ViewTime(DateTimeOffset Now, double Pace, IReadOnlyList<Amber>? Amber = null);
