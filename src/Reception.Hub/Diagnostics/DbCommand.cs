using System.CommandLine;
using Microsoft.Extensions.Logging.Abstractions;
using Reception.Domain.Venues;
using Reception.Hub.Storage;
using Reception.Hub.Storage.Sqlite;
using Reception.Hub.Venues;
using Reception.Hub.Venues.Stored;

namespace Reception.Hub.Diagnostics;

/// <summary><c>db check</c>: whether the logs of a data folder are whole, entry by entry, mark by mark, and can be read by this version. Changes nothing.</summary>
internal static class DbCommand
{
    private const int Whole = 0;
    private const int Broken = 1;
    private const int Page = 1000;

    public static Command Make()
    {
        var data = new Option<string>("--data") { Description = "The data folder; its hub must not be running.", Required = true };
        var check = new Command("check", "Reads every entry of every venue and compares the marks.") { data };
        check.SetAction((parsed, stop) => Run(parsed.GetValue(data)!, parsed.InvocationConfiguration.Output, stop));
        return new Command("db", "What opens a data folder.") { check };
    }

    /// <exception cref="StoreException">In words, when the folder cannot be opened.</exception>
    public static async Task<int> Run(string folder, TextWriter output, CancellationToken stop)
    {
        if (!File.Exists(Path.Combine(folder, DataFolder.StoreFile)))
        {
            throw new StartRefusedException($"{folder} has no {DataFolder.StoreFile}. Name the folder that the hub was given with --data.");
        }

        await using var data = DataFolder.Open(folder, TimeProvider.System, NullLogger<SqliteStore>.Instance);
        var code = Whole;
        foreach (var venue in await data.Store.Venues(stop))
        {
            var (line, whole) = await Check(data.Store, venue, stop);
            await output.WriteLineAsync($"{venue}: {line}");
            code = whole ? code : Broken;
        }

        return code;
    }

    private static async Task<(string Line, bool Whole)> Check(SqliteStore store, string venue, CancellationToken stop)
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
