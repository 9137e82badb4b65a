using Npgsql;

namespace Reception.Hub.Storage.Postgres;

/// <content>Reading cards.</content>
internal sealed partial class PostgresStore
{
    public ValueTask<CardRow?> Card(string venue, string guest, CancellationToken stop = default) =>
        pool.First(Statements.Card, Card, stop, venue, guest);

    public async ValueTask<IReadOnlyList<CardRow>> Cards(string venue, IReadOnlyCollection<string> guests, CancellationToken stop = default) =>
        await pool.All(Statements.Cards, Card, stop, venue, guests.ToArray());

    public async ValueTask<IReadOnlySet<string>> WithCard(string venue, IReadOnlyCollection<string> guests, CancellationToken stop = default) =>
        (await pool.All(Statements.WithCard, row => row.GetString(0), stop, venue, guests.ToArray())).ToHashSet(StringComparer.Ordinal);

    public async ValueTask<IReadOnlyList<string>> GuestsBy(
        string venue, byte[]? indexPhone, byte[]? indexPlate, CancellationToken stop = default) =>
        await pool.All(Statements.GuestsBy, row => row.GetString(0), stop, venue, indexPhone, indexPlate);

    private static CardRow Card(NpgsqlDataReader row) => new(row.GetString(0), row.GetInt64(1), row.Bytes(2));
}
