using System.Globalization;
using Reception.Contracts;
using Reception.Domain.Playbooks;
using Reception.Domain.Venues;
using Reception.Hub.Addressing;
using Reception.Hub.Venues;

namespace Reception.Hub.Views;

/// <summary>The one row of the venue.</summary>
internal static class VenueViews
{
    public static VenueView Of(VenueMoment moment)
    {
        var state = moment.State;
        var book = moment.Library.Venue;
        return new(
            state.Venue,
            Seq(moment),
            book.Name.ToWire(),
            state.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            book.Zone,
            state.Weather,
            Clock(book.Opens),
            Clock(book.Closes),
            state.Exclusive?.Value,
            Columns(moment),
            [.. state.Departed.Select(left => new Departure(left.Journey.Value, FormOfAddress.Shown(moment.Cards.GetValueOrDefault(left.Guest)?.Address).ToWire(), left.At.Ms(), left.Minutes))],
            Domain.Venues.VenueRow.RotaOf(state).Ids(),
            moment.Library.InForce.Append(new("venue", book.Hash)).OrderBy(words => words.Key, StringComparer.Ordinal)
                .ToDictionary(words => words.Key, words => words.Value, StringComparer.Ordinal),
            (int)book.Settings.Undo.TotalSeconds);
    }

    /// <summary>Whether the row changed after the cursor: of itself, or because a guest whom it names changed or left the state.</summary>
    /// <param name="removed">What left since then, at least.</param>
    public static bool IsNewer(VenueMoment moment, long cursor, IEnumerable<Removal> removed) =>
        moment.State.VenueSeq > cursor
        || moment.State.Departed.Any(left => moment.State.Guests.GetValueOrDefault(left.Guest)?.Seq > cursor)
        || removed.Any(removal => removal.Seq > cursor && removal.Kind == ViewKind.Guest
            && moment.State.Departed.Any(left => left.Guest.Value == removal.Id.Value));

    private static long Seq(VenueMoment moment) => moment.State.Departed.Aggregate(
        moment.State.VenueSeq,
        (seq, left) => Math.Max(seq, moment.State.Guests.TryGetValue(left.Guest, out var guest) ? guest.Seq : moment.State.LeftAt(ViewKind.Guest, left.Guest.Value)));

    private static List<ColumnCount> Columns(VenueMoment moment) =>
    [
        .. moment.Library.Venue.Playbooks.Select(moment.Library.Current).OfType<Playbook>()
            .SelectMany(playbook => playbook.Columns).DistinctBy(column => column.Id)
            .Select(column => new ColumnCount(column.Id, column.Name.ToWire(), moment.State.Counts.GetValueOrDefault(column.Id))),
    ];

    private static string Clock(TimeOnly? time) => time?.ToString("HH:mm", CultureInfo.InvariantCulture) ?? "";
}
