using Npgsql;

namespace Reception.Hub.Storage.Postgres;

/// <summary>The store of many nodes: one PostgreSQL database. The store's clock is the server's.</summary>
internal sealed partial class PostgresStore(PostgresPool pool) : IVenueStore
{
    public async ValueTask<DateTimeOffset> Now(CancellationToken stop = default) =>
        (await pool.All(Statements.Now, row => row.Time(0), stop))[0];

    public async ValueTask<int> Level(CancellationToken stop = default) => (await pool.All(Statements.Level, row => row.GetInt32(0), stop))[0];

    public async ValueTask<int> RaiseLevel(int level, CancellationToken stop = default) =>
        (await pool.Write(row => row.GetInt32(0), new Statement(Statements.RaiseLevel, level)))[0];

    public ValueTask DisposeAsync() => pool.DisposeAsync();

    private static VenueHead Head(NpgsqlDataReader row) =>
        new(row.GetString(0), row.GetInt64(1), row.Bytes(2), row.TimeOrNull(3), row.Time(4));

    private static StoredEntry Entry(NpgsqlDataReader row) => new(
        row.GetInt64(0), row.TextOrNull(1), row.BytesOrNull(2), row.Time(3), row.GetFieldValue<DateOnly>(4), row.Bytes(5), row.Bytes(6));
}
