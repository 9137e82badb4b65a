using Reception.Domain;
using Reception.Domain.Journeys;
using Reception.Domain.Playbooks;
using Reception.Domain.Venues;
using Reception.Hub.Storage;
using Reception.Hub.Venues.Stored;

namespace Reception.Hub.Venues;

/// <summary>From the store to a moment: the newest readable snapshot, the entries after it, the last marks, the labels.</summary>
internal sealed class VenueReader(IVenueStore store, CardBook cards)
{
    private const int OldestShape = 1;
    private const int Page = 1000;

    /// <summary>What a venue's writer begins with, or goes on with.</summary>
    public sealed record Found(VenueMoment Moment, IReadOnlyList<StoredMark> Marks, IReadOnlyList<FirstAnswer> Answers);

    /// <param name="library">What decide may read, given the state: journeys keep the playbook they began with.</param>
    public async Task<Found> Wake(string venue, Func<VenueState, CancellationToken, ValueTask<Library>> library, CancellationToken stop)
    {
        var snapshot = await store.Snapshot(venue, OldestShape, VenueState.Shape, stop);
        var state = snapshot is null ? new VenueState(venue) : LogJson.ReadState(snapshot);
        var mark = snapshot is null ? Mark.First(venue) : Mark.Of(snapshot.Mark);
        var tail = await Tail(state, mark, stop) ?? throw new VenueParkedException($"the log of venue {venue} does not go on from its snapshot at {state.Seq}");
        var marks = await store.Marks(venue, MarkRing.Kept, stop);
        var books = await library(tail.State, stop);
        var labels = await cards.Labels(tail.State, books, [.. CardBook.Named(tail.State)], stop);
        return new(new(tail.State, tail.Mark, labels, books), marks, tail.Answers);
    }

    /// <summary>What others have appended meanwhile; null when the log does not go on from what this node remembers.</summary>
    /// <param name="told">Entries that another node has sent along; used when they go on from here, else the store is asked.</param>
    public async Task<Found?> GoOn(VenueMoment from, IReadOnlyList<StoredEntry>? told, CancellationToken stop)
    {
        var tail = told is [var first, ..] && first.Seq == from.Seq + 1 ? Fold(from.State, from.Mark, told) : null;
        tail ??= await Tail(from.State, from.Mark, stop);
        if (tail is null)
        {
            return null;
        }

        var changed = tail.Entries.SelectMany(entry => entry.Events).Select(GuestOf).OfType<GuestId>().Distinct().ToList();
        var labels = await cards.Labels(tail.State, from.Library, changed, stop);
        var all = CardBook.Kept(from.Cards.RemoveRange(changed).SetItems(labels), tail.State);
        return new(new(tail.State, tail.Mark, all, from.Library), tail.Marks, tail.Answers);
    }

    private async Task<TailOf?> Tail(VenueState state, Mark mark, CancellationToken stop)
    {
        var tail = new TailOf(state, mark, [], [], []);
        for (; ; )
        {
            var page = await store.Entries(state.Venue, tail.State.Seq, Page, stop);
            if (Fold(tail.State, tail.Mark, page) is not { } next)
            {
                return null;
            }

            tail = tail.Then(next);
            if (page.Count < Page)
            {
                return tail.Entries.Count > 0 || await Ends(state, mark, stop) ? tail : null;
            }
        }
    }

    /// <summary>Null when they are not what comes after this mark.</summary>
    private static TailOf? Fold(VenueState state, Mark mark, IReadOnlyList<StoredEntry> stored)
    {
        var tail = new TailOf(state, mark, [], [], []);
        foreach (var one in stored)
        {
            mark = mark.After(one.Body);
            if (!mark.ToBytes().AsSpan().SequenceEqual(one.Mark))
            {
                return null;
            }

            var entry = LogJson.ReadEntry(state.Venue, one);
            state = Folder.Fold(state, entry);
            tail.Entries.Add(entry);
            tail.Marks.Add(new(one.Seq, one.Mark));
            tail.Answers.Add(FirstAnswer.Of(entry, one));
        }

        return tail with { State = state, Mark = mark };
    }

    // Nothing came after it: then it must itself be the end.
    private async Task<bool> Ends(VenueState state, Mark mark, CancellationToken stop) =>
        await store.Head(state.Venue, stop) is { } head && head.Head >= state.Seq && (head.Head > state.Seq || head.Mark.AsSpan().SequenceEqual(mark.ToBytes()));

    private static GuestId? GuestOf(Event happened) => happened switch
    {
        JourneyEvents.GuestCardChanged changed => changed.Guest,
        JourneyEvents.GuestErased erased => erased.Guest,
        _ => null,
    };

    private sealed record TailOf(VenueState State, Mark Mark, List<Entry> Entries, List<StoredMark> Marks, List<FirstAnswer> Answers)
    {
        public TailOf Then(TailOf next)
        {
            Entries.AddRange(next.Entries);
            Marks.AddRange(next.Marks);
            Answers.AddRange(next.Answers);
            return this with { State = next.State, Mark = next.Mark };
        }
    }
}
