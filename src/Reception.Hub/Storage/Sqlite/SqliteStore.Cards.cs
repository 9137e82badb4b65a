using Microsoft.Data.Sqlite;

namespace Reception.Hub.Storage.Sqlite;

/// <content>Reading cards.</content>
internal sealed partial class SqliteStore
{
    public ValueTask<CardRow?> Card(string venue, string guest, CancellationToken stop = default) =>
        Read(session => session.First(Statements.Card, Card, venue, guest), stop);

    public async ValueTask<IReadOnlyList<CardRow>> Cards(string venue, IReadOnlyCollection<string> guests, CancellationToken stop = default) =>
        await Read(session => session.All(Statements.Cards, Card, venue, Values.List(guests)), stop);

    public async ValueTask<IReadOnlySet<string>> WithCard(string venue, IReadOnlyCollection<string> guests, CancellationToken stop = default)
    {
        var found = await Read(session => session.All(Statements.WithCard, row => row.GetString(0), venue, Values.List(guests)), stop);
        return found.ToHashSet(StringComparer.Ordinal);
    }

    public async ValueTask<IReadOnlyList<string>> GuestsBy(
        string venue, byte[]? indexPhone, byte[]? indexPlate, CancellationToken stop = default) =>
        await Read(session => session.All(Statements.GuestsBy, row => row.GetString(0), venue, indexPhone, indexPlate), stop);

    private static CardRow Card(SqliteDataReader row) => new(row.GetString(0), row.GetInt64(1), row.Bytes(2));
}
