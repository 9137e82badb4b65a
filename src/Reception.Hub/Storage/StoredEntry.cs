namespace Reception.Hub.Storage;

/// <summary>One entry of a venue's log as it lies in the store.</summary>
/// <param name="CommandId">Null for the system's own entries.</param>
/// <param name="Digest">HMAC of the command's content (<c>CardVault.Digest</c>): "same id, other content".</param>
/// <param name="At">Venue time.</param>
/// <param name="Day">The venue's day, by which stories and reports are found.</param>
/// <param name="Body">The whole entry, UTF-8 JSON.</param>
/// <param name="Mark">32 bytes, made by the writer: SHA-256(previous mark ‖ body).</param>
internal sealed record StoredEntry(
    long Seq, string? CommandId, byte[]? Digest, DateTimeOffset At, DateOnly Day, byte[] Body, byte[] Mark);

/// <summary>The mark of one entry: what a cursor is compared with.</summary>
internal readonly record struct StoredMark(long Seq, byte[] Mark);

/// <summary>Where a venue's log ends.</summary>
/// <param name="Head">Number of the last entry, 0 in an empty log.</param>
/// <param name="NextDue">Venue time at which something next falls due.</param>
/// <param name="StoreTime">The store's clock when it was read.</param>
internal sealed record VenueHead(string Venue, long Head, byte[] Mark, DateTimeOffset? NextDue, DateTimeOffset StoreTime);

/// <summary>Entries to append after <paramref name="Head"/>, which must still be the head and carry <paramref name="Mark"/>.</summary>
/// <param name="Entries">At least one, numbered on from the head without a gap.</param>
/// <param name="Cards">Words that belong to these entries: written with them or not at all.</param>
/// <param name="NextDue">Venue time at which something falls due after these entries; null when nothing does.</param>
internal sealed record AppendRequest(
    string Venue, long Head, byte[] Mark, IReadOnlyList<StoredEntry> Entries, IReadOnlyList<CardWrite> Cards, DateTimeOffset? NextDue)
{
    /// <exception cref="ArgumentException">It does not go on from the head it names: the caller's mistake.</exception>
    public void Check()
    {
        if (Entries.Count == 0)
        {
            throw new ArgumentException($"An append to {Venue} has no entries.");
        }

        for (var i = 0; i < Entries.Count; i++)
        {
            if (Entries[i].Seq != Head + 1 + i || Entries[i].Mark.Length != 32)
            {
                throw new ArgumentException($"Entries to {Venue} do not go on from {Head}, each with a mark of 32 bytes.");
            }
        }
    }
}

/// <summary>What became of a request: <see cref="Committed"/>, <see cref="Behind"/> or <see cref="Repeated"/>.</summary>
internal abstract record AppendResult;

/// <summary>It is on the disk, now or since an earlier send.</summary>
internal sealed record Committed(DateTimeOffset StoreTime) : AppendResult;

/// <summary>Somebody else was first, or this memory belongs to another history. The log ends here; a venue that is not known has head -1.</summary>
internal sealed record Behind(long Head, byte[] Mark) : AppendResult;

/// <summary>These commands have their entry already; nothing of the request was written.</summary>
internal sealed record Repeated(IReadOnlyList<string> CommandIds) : AppendResult;
