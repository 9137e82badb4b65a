namespace Reception.Hub.Storage;

/// <summary>
/// What outlives a process. One contract, one suite, whatever the database: the store knows bytes, ids and times, never a
/// domain type. Every failure of the store itself is a <see cref="StoreException"/>; losing a race is an answer.
/// Times are kept exactly (100 ns). Every call reads committed data only, and sees its own earlier writes.
/// </summary>
internal partial interface IVenueStore : IAsyncDisposable
{
    /// <summary>
    /// Commits what fits, in one transaction and with one flush, and answers each request in the order given. A request that
    /// is not committed leaves no trace and does not disturb its neighbours. Two requests for one venue are judged one after the other.
    /// Sending a request again that has been committed answers <see cref="Committed"/> and changes nothing (P5, F11).
    /// </summary>
    ValueTask<IReadOnlyList<AppendResult>> Append(IReadOnlyList<AppendRequest> requests, CancellationToken stop = default);

    /// <summary>Makes a venue known, with an empty log whose first mark is <paramref name="mark"/>. Known already → nothing happens, false.</summary>
    ValueTask<bool> Register(string venue, byte[] mark, CancellationToken stop = default);

    /// <summary>All venues, by id.</summary>
    ValueTask<IReadOnlyList<string>> Venues(CancellationToken stop = default);

    /// <summary>Where a venue's log ends; null when the venue is not known.</summary>
    ValueTask<VenueHead?> Head(string venue, CancellationToken stop = default);

    /// <summary>The heads of many venues at one moment, in one query. Unknown ones are left out.</summary>
    ValueTask<IReadOnlyList<VenueHead>> Heads(IReadOnlyCollection<string> venues, CancellationToken stop = default);

    /// <summary>Venues whose next due time is at or before <paramref name="before"/> (venue time, as <see cref="AppendRequest.NextDue"/>), the most overdue first.</summary>
    ValueTask<IReadOnlyList<VenueHead>> Overdue(DateTimeOffset before, CancellationToken stop = default);

    /// <summary>Entries with a number above <paramref name="after"/>, in order, at most <paramref name="take"/>. Never with a hole (P2).</summary>
    ValueTask<IReadOnlyList<StoredEntry>> Entries(string venue, long after, int take, CancellationToken stop = default);

    /// <summary>The entry that answered a command; null when it was never stored.</summary>
    ValueTask<StoredEntry?> Answered(string venue, string commandId, CancellationToken stop = default);

    /// <summary>All entries of one day of the venue, in order.</summary>
    ValueTask<IReadOnlyList<StoredEntry>> EntriesOf(string venue, DateOnly day, CancellationToken stop = default);

    /// <summary>The last <paramref name="take"/> marks, the oldest first.</summary>
    ValueTask<IReadOnlyList<StoredMark>> Marks(string venue, int take, CancellationToken stop = default);

    /// <summary>The store's clock, which is what venue time hangs on.</summary>
    ValueTask<DateTimeOffset> Now(CancellationToken stop = default);
}
