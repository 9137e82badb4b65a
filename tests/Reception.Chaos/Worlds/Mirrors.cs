using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Reception.Client;
using Reception.Contracts;
using Reception.Domain;
using Reception.Domain.Venues;
using Reception.Hub.Cards;
using Reception.Hub.Realtime;
using Reception.Hub.Venues;
using Reception.Hub.Views;

namespace Reception.Chaos.Worlds;

/// <summary>P4: what a phone has put together from messages is what a fresh snapshot at its cursor says.</summary>
internal sealed class Mirrors(World world)
{
    private readonly CardBook _cards = new(world.Store, new CardVault(world.Keys, world.Store, TimeProvider.System, NullLogger<CardVault>.Instance), NullLogger<CardBook>.Instance);

    public void Compare(Phone phone)
    {
        var cursor = phone.Cursor;
        if (cursor.Seq == 0 || !world.Judge.Knows(cursor))
        {
            return;
        }

        var (state, mark) = world.Judge.At(cursor.Seq);
        if (CardsAreNewer(state))
        {
            return;
        }

        var labels = _cards.Labels(state, Centre.Library, [.. CardBook.Named(state)], CancellationToken.None);
        var moment = new VenueMoment(state, mark, labels.IsCompletedSuccessfully ? labels.Result : throw new InvalidOperationException("The store in memory waited."), Centre.Library);
        var whole = ViewSet.Empty.With(Differences.Whole(moment, new ViewCache(), phone.Who.Desk, new(state.At, 1)));
        if (Portrait(phone.Views, Plain).SequenceEqual(Portrait(whole, Plain)))
        {
            return;
        }

        // Perhaps only the order within a dictionary.
        var (seen, fresh) = (Portrait(phone.Views, Canonical.Of), Portrait(whole, Canonical.Of));
        if (!seen.SequenceEqual(fresh))
        {
            world.Fail("P4", $"{phone.Who.Staff} at {cursor.Seq} sees\n    {string.Join("\n    ", seen.Except(fresh).Take(3))}\n  where a fresh snapshot has\n    {string.Join("\n    ", fresh.Except(seen).Take(3))}");
        }
    }

    // A card may be newer than the cursor: then the words of now say nothing of then.
    private bool CardsAreNewer(VenueState state)
    {
        var now = world.Judge.State;
        return CardBook.Named(state).Any(guest => Rev(now, guest) != Rev(state, guest));
    }

    private static (long?, bool?) Rev(VenueState state, GuestId guest) => state.Guests.GetValueOrDefault(guest) is { } known ? (known.Rev, known.Erased) : (null, null);

    private static List<string> Portrait(ViewSet views, Func<byte[], string> words)
    {
        List<string> lines = [];
        Add<VenueView>(views.Venue is null ? [] : [views.Venue]);
        Add(views.Guests.Values);
        Add(views.Journeys.Values);
        // A call whose journey went on without a word of it changing is not sent again: its number may be the older one.
        Add(views.Alerts.Values.Select(alert => alert with { Seq = 0 }));
        Add(views.Receipts.Values);
        Add(views.Items.Values);
        Add(views.Positions.Values);
        Add(views.Staff.Values);
        Add(views.Places.Values);
        Add(views.Sessions.Values);
        return lines;

        void Add<TView>(IEnumerable<TView> all)
            where TView : IView =>
            lines.AddRange(all.OrderBy(view => view.Id, StringComparer.Ordinal).Select(view => words(JsonSerializer.SerializeToUtf8Bytes(view, WireJson.Options))));
    }

    private static string Plain(byte[] json) => Encoding.UTF8.GetString(json);
}
