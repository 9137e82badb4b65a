namespace Reception.Hub.Storage.Postgres;

/// <content>Reading the logs.</content>
internal sealed partial class PostgresStore
{
    public async ValueTask<bool> Register(string venue, byte[] mark, CancellationToken stop = default) =>
        await pool.Execute(Statements.Register, venue, mark) > 0;

    public async ValueTask<IReadOnlyList<string>> Venues(CancellationToken stop = default) =>
        await pool.All(Statements.Venues, row => row.GetString(0), stop);

    public ValueTask<VenueHead?> Head(string venue, CancellationToken stop = default) => pool.First(Statements.Head, Head, stop, venue);

    public async ValueTask<IReadOnlyList<VenueHead>> Heads(IReadOnlyCollection<string> venues, CancellationToken stop = default) =>
        await pool.All(Statements.Heads, Head, stop, (object)venues.ToArray());

    public async ValueTask<IReadOnlyList<VenueHead>> Overdue(DateTimeOffset before, CancellationToken stop = default) =>
        await pool.All(Statements.Overdue, Head, stop, Values.Ticks(before));

    public async ValueTask<IReadOnlyList<StoredEntry>> Entries(string venue, long after, int take, CancellationToken stop = default) =>
        await pool.All(Statements.Entries, Entry, stop, venue, after, take);

    public ValueTask<StoredEntry?> Answered(string venue, string commandId, CancellationToken stop = default) =>
        pool.First(Statements.Answered, Entry, stop, venue, commandId);

    public async ValueTask<IReadOnlyList<StoredEntry>> EntriesOf(string venue, DateOnly day, CancellationToken stop = default) =>
        await pool.All(Statements.EntriesOf, Entry, stop, venue, day);

    public async ValueTask<IReadOnlyList<StoredMark>> Marks(string venue, int take, CancellationToken stop = default)
    {
        var marks = await pool.All(Statements.Marks, row => new StoredMark(row.GetInt64(0), row.Bytes(1)), stop, venue, take);
        marks.Reverse();
        return marks;
    }
}
