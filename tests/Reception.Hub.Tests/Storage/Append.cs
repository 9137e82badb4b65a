using System.Security.Cryptography;
using System.Text;
using Reception.Hub.Storage;

namespace Reception.Hub.Tests.Storage;

/// <summary>Builds requests whose marks chain as a writer's do.</summary>
internal static class Append
{
    public static readonly byte[] Genesis = new byte[32];

    public static readonly DateTimeOffset Noon = new(2026, 11, 14, 12, 0, 0, TimeSpan.Zero);

    public static readonly DateOnly Saturday = new(2026, 11, 14);

    /// <summary>One entry per command after the given head; a null id is an entry of the system's own.</summary>
    public static AppendRequest After(string venue, long head, byte[] mark, params string?[] commandIds)
    {
        var entries = new List<StoredEntry>();
        var last = mark;
        foreach (var id in commandIds)
        {
            var seq = head + 1 + entries.Count;
            var body = Encoding.UTF8.GetBytes($$"""{"seq":{{seq}},"commandId":"{{id}}","venue":"{{venue}}"}""");
            last = SHA256.HashData([.. last, .. body]);
            entries.Add(new StoredEntry(seq, id, id is null ? null : SHA256.HashData(body), Noon.AddSeconds(seq), Saturday, body, last));
        }

        return new AppendRequest(venue, head, mark, entries, [], null);
    }

    /// <summary>After another request, as if that had been committed.</summary>
    public static AppendRequest Then(this AppendRequest first, params string?[] commandIds) =>
        After(first.Venue, first.Entries[^1].Seq, first.Entries[^1].Mark, commandIds);

    public static AppendRequest Empty(string venue, params string?[] commandIds) => After(venue, 0, Genesis, commandIds);

    public static async Task<AppendResult> Send(this IVenueStore store, AppendRequest request) => (await store.Append([request]))[0];

    /// <summary>Appends and insists that it was committed.</summary>
    public static async Task Write(this IVenueStore store, params AppendRequest[] requests)
    {
        foreach (var request in requests)
        {
            (await store.Send(request)).Should().BeOfType<Committed>();
        }
    }

    public static byte[] Bytes(int size, byte value) => Enumerable.Repeat(value, size).ToArray();
}
