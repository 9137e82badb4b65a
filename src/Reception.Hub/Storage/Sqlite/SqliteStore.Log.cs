using Microsoft.Data.Sqlite;

namespace Reception.Hub.Storage.Sqlite;

/// <content>Reading the logs.</content>
internal sealed partial class SqliteStore
{
    public async ValueTask<bool> Register(string venue, byte[] mark, CancellationToken stop = default) =>
        await Write(session => session.Execute(Statements.Register, venue, mark) > 0, stop);

    public async ValueTask<IReadOnlyList<string>> Venues(CancellationToken stop = default) =>
        await Read(session => session.All(Statements.Venues, row => row.GetString(0)), stop);

    public ValueTask<VenueHead?> Head(string venue, CancellationToken stop = default)
    {
        var now = _clock.GetUtcNow();
        return Read(session => session.First(Statements.Head, row => Head(row, now), venue), stop);
    }

    public async ValueTask<IReadOnlyList<VenueHead>> Heads(IReadOnlyCollection<string> venues, CancellationToken stop = default)
    {
        var now = _clock.GetUtcNow();
        return await Read(session => session.All(Statements.Heads, row => Head(row, now), Values.List(venues)), stop);
    }

    public async ValueTask<IReadOnlyList<VenueHead>> Overdue(DateTimeOffset before, CancellationToken stop = default)
    {
        var now = _clock.GetUtcNow();
        return await Read(session => session.All(Statements.Overdue, row => Head(row, now), Values.Ticks(before)), stop);
    }

    public async ValueTask<IReadOnlyList<StoredEntry>> Entries(string venue, long after, int take, CancellationToken stop = default) =>
        await Read(session => session.All(Statements.Entries, Entry, venue, after, take), stop);

    public ValueTask<StoredEntry?> Answered(string venue, string commandId, CancellationToken stop = default) =>
        Read(session => session.First(Statements.Answered, Entry, venue, commandId), stop);

    public async ValueTask<IReadOnlyList<StoredEntry>> EntriesOf(string venue, DateOnly day, CancellationToken stop = default) =>
        await Read(session => session.All(Statements.EntriesOf, Entry, venue, Values.Day(day)), stop);

    public async ValueTask<IReadOnlyList<StoredMark>> Marks(string venue, int take, CancellationToken stop = default)
    {
        var marks = await Read(
            session => session.All(Statements.Marks, row => new StoredMark(row.GetInt64(0), row.Bytes(1)), venue, take), stop);
        marks.Reverse();
        return marks;
    }

    private static VenueHead Head(SqliteDataReader row, DateTimeOffset now) =>
        new(row.GetString(0), row.GetInt64(1), row.Bytes(2), row.TimeOrNull(3), now);

    private static StoredEntry Entry(SqliteDataReader row) =>
        new(row.GetInt64(0), row.TextOrNull(1), row.BytesOrNull(2), row.Time(3), row.Day(4), row.Bytes(5), row.Bytes(6));
}
