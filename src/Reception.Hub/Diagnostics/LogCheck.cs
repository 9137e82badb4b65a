using Reception.Domain.Venues;
using Reception.Hub.Storage;
using Reception.Hub.Venues;
using Reception.Hub.Venues.Stored;

namespace Reception.Hub.Diagnostics;

/// <summary>Whether every log of a store is whole, entry by entry, mark by mark, and can be read by this version. Changes nothing.</summary>
internal static class LogCheck
{
    private const int Page = 1000;

    /// <summary>One line per venue; whether all are whole.</summary>
    public static async Task<bool> Run(IVenueStore store, TextWriter output, CancellationToken stop)
    {
        var all = true;
        foreach (var venue in await store.Venues(stop))
        {
            var (line, whole) = await Check(store, venue, stop);
            await output.WriteLineAsync($"{venue}: {line}");
            all &= whole;
        }

        return all;
    }

    private static async Task<(string Line, bool Whole)> Check(IVenueStore store, string venue, CancellationToken stop)
    {
        var state = new VenueState(venue);
        var mark = Mark.First(venue);
        for (IReadOnlyList<StoredEntry>? page = null; page is null or { Count: Page };)
        {
            page = await store.Entries(venue, state.Seq, Page, stop);
            foreach (var stored in page)
            {
                mark = mark.After(stored.Body);
                if (stored.Seq != state.Seq + 1 || Mark.Of(stored.Mark) != mark)
                {
                    return ($"entry {stored.Seq} does not follow from what is before it; the log was changed by hand or damaged", false);
                }

                try
                {
                    state = Folder.Fold(state, LogJson.ReadEntry(venue, stored));
                }
                catch (VenueParkedException cause)
                {
                    return (cause.Message, false);
                }
            }
        }

        var head = await store.Head(venue, stop);
        return head?.Head == state.Seq
            ? ($"{state.Seq} entries, whole; mark {mark}", true)
            : ($"the log ends at {state.Seq}, but {head?.Head} was noted", false);
    }
}
