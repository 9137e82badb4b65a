using System.Collections.Immutable;
using Reception.Domain;
using Reception.Domain.Playbooks;
using Reception.Domain.Venues;
using Reception.Hub.Cards;
using Reception.Hub.Storage;

namespace Reception.Hub.Venues;

/// <summary>Words about guests between a decision (which fields change), the store (the whole card, sealed) and the moment (its labels).</summary>
internal sealed partial class CardBook(IVenueStore store, CardVault vault, ILogger<CardBook> log)
{
    /// <summary>What a plan writes, and how the labels look afterwards.</summary>
    public sealed record Pages(IReadOnlyList<CardWrite> Writes, ImmutableDictionary<GuestId, Card> Cards, IReadOnlyList<GuestId> Erased);

    public async ValueTask<Pages> Write(Plan plan, CancellationToken stop)
    {
        var cards = plan.Start.Cards;
        if (plan.Cards.Count == 0)
        {
            return new([], Kept(cards, plan.State), []);
        }

        var venue = plan.State.Venue;
        var texts = new List<CardText>();
        var erased = new List<GuestId>();
        var writes = new List<CardWrite>();
        var old = await Read(venue, [.. plan.Cards.Select(change => change.Guest).Distinct()], stop);
        foreach (var changes in plan.Cards.GroupBy(change => change.Guest))
        {
            var last = changes.Last();
            if (last.Erase)
            {
                erased.Add(last.Guest);
                writes.Add(CardWrite.Erase(last.Guest.Value, last.Rev));
                cards = cards.Remove(last.Guest);
                continue;
            }

            var words = changes.Aggregate(old.GetValueOrDefault(last.Guest, []), Changed);
            var playbook = PlaybookOf(plan.State, plan.Library, last.Guest);
            texts.Add(new(last.Guest.Value, last.Rev, words, Find(words, playbook, CardLabels.PhoneUse), Find(words, playbook, CardLabels.PlateUse)));
            cards = cards.SetItem(last.Guest, CardLabels.Of(last.Guest, last.Rev, words, playbook));
        }

        writes.AddRange(await vault.Seal(venue, texts, stop));
        return new(writes, Kept(cards, plan.State), erased);
    }

    /// <summary>After the commit: the row is gone, now its key. What fails here the daily sweep does again.</summary>
    public async Task Forget(string venue, IReadOnlyList<GuestId> erased)
    {
        foreach (var guest in erased)
        {
            try
            {
                await vault.Destroy(venue, guest.Value);
            }
            catch (StoreException cause)
            {
                Log.KeyLeft(log, cause, venue, guest.Value);
            }
        }
    }

    /// <summary>The labels of these guests as they lie in the store now.</summary>
    public async ValueTask<ImmutableDictionary<GuestId, Card>> Labels(VenueState state, Library library, IReadOnlyCollection<GuestId> guests, CancellationToken stop)
    {
        var cards = ImmutableDictionary.CreateBuilder<GuestId, Card>();
        foreach (var part in guests.Chunk(500))
        {
            var rows = await store.Cards(state.Venue, [.. part.Select(guest => guest.Value)], stop);
            var words = await vault.Open(state.Venue, rows, stop);
            foreach (var row in rows.Where(row => words.ContainsKey(row.Guest)))
            {
                var guest = new GuestId(row.Guest);
                cards[guest] = CardLabels.Of(guest, row.Rev, words[row.Guest], PlaybookOf(state, library, guest));
            }
        }

        return cards.ToImmutable();
    }

    /// <summary>Whose labels a view may show: the guests of the state, and the last who departed, whom the venue's row still names.</summary>
    public static IEnumerable<GuestId> Named(VenueState state) => state.Guests.Keys.Union(state.Departed.Select(left => left.Guest));

    /// <summary>Labels of guests whom nothing names any more go with them.</summary>
    public static ImmutableDictionary<GuestId, Card> Kept(ImmutableDictionary<GuestId, Card> cards, VenueState state) =>
        cards.Count <= state.Guests.Count
            ? cards
            : cards.RemoveRange(cards.Keys.Where(guest => !state.Guests.ContainsKey(guest) && state.Departed.All(left => left.Guest != guest)));

    private async ValueTask<Dictionary<GuestId, ImmutableDictionary<string, string>>> Read(string venue, IReadOnlyCollection<GuestId> guests, CancellationToken stop)
    {
        var rows = await store.Cards(venue, [.. guests.Select(guest => guest.Value)], stop);
        return (await vault.Open(venue, rows, stop)).ToDictionary(card => new GuestId(card.Key), card => card.Value.ToImmutableDictionary());
    }

    private static ImmutableDictionary<string, string> Changed(ImmutableDictionary<string, string> words, CardChange change) =>
        change.Fields.Aggregate(words, (now, field) => field.Value.Length == 0 ? now.Remove(field.Key) : now.SetItem(field.Key, field.Value));

    private static string? Find(ImmutableDictionary<string, string> words, Playbook? playbook, string use) =>
        words.FirstOrDefault(word => playbook?.Field(word.Key)?.Use == use).Value;

    // Whoever has left the state is known by fields that every playbook in force calls alike.
    private static Playbook? PlaybookOf(VenueState state, Library library, GuestId guest) =>
        state.Guests.TryGetValue(guest, out var known) && state.Journeys.TryGetValue(known.Journey, out var journey)
            ? library.Get(journey.Hash.Value)
            : library.InForce.Keys.Order(StringComparer.Ordinal).Select(library.Current).FirstOrDefault();

    private static partial class Log
    {
        [LoggerMessage(1114, LogLevel.Error, "The key of erased guest {Guest} of venue {Venue} could not be destroyed yet; the sweep does it")]
        public static partial void KeyLeft(ILogger log, Exception cause, string venue, string guest);
    }
}
