using System.Security.Cryptography;
using Npgsql;
using Reception.Hub.Cards;

namespace Reception.Hub.Storage.Postgres;

/// <summary>
/// The keys in a database of their own. A destroyed key can be asked for no more at once; its bytes leave the server's pages with the next
/// vacuum, and its write-ahead log when that is recycled: what archives the log has to forget it within the age of the backups.
/// </summary>
internal sealed class PostgresKeys : IKeyStore
{
    public const string InstallationSecret = "SELECT value FROM secrets WHERE name = 'installation'";
    public const string CountKeys = "SELECT count(*) FROM keys";

    // As long as an append may be under way, and well below the age at which a key without a card is swept.
    private static readonly TimeSpan Young = TimeSpan.FromMinutes(30);

    private const string SetSecret = "INSERT INTO secrets (name, value) VALUES ($1, $2)";
    private const string Secrets = """
        SELECT own.value, master.value FROM secrets AS own, secrets AS master WHERE own.name = 'installation' AND master.name = 'master'
        """;
    private const string KeysOf = "SELECT guest, value, made FROM keys WHERE venue = $1 AND guest = ANY($2)";
    private const string AddOrRenew = """
        INSERT INTO keys (venue, guest, value, made) SELECT $1, guest, value, $4 FROM unnest($2::text[], $3::bytea[]) AS made (guest, value)
        ON CONFLICT (venue, guest) DO UPDATE SET made = excluded.made WHERE keys.made < excluded.made
        """;
    private const string Drop = "DELETE FROM keys WHERE venue = $1 AND guest = $2";
    private const string Older = "SELECT venue, guest FROM keys WHERE made < $1";
    private const string DropOlder = "DELETE FROM keys USING unnest($1::text[], $2::text[]) AS old (venue, guest) WHERE keys.venue = old.venue AND keys.guest = old.guest AND made < $3";

    private readonly PostgresPool _pool;
    private readonly TimeProvider _clock;

    private PostgresKeys(PostgresPool pool, TimeProvider clock, byte[] installation, byte[] master) =>
        (_pool, _clock, Installation, Master) = (pool, clock, installation, master);

    public byte[] Installation { get; }

    public byte[] Master { get; }

    public static async Task<PostgresKeys> Open(PostgresPool pool, TimeProvider clock)
    {
        var (installation, master) = (await pool.All(Secrets, row => (row.Bytes(0), row.Bytes(1)), CancellationToken.None))[0];
        return new(pool, clock, installation, master);
    }

    /// <summary>At the first start, while no other node can do the same. Answers the installation's id.</summary>
    public static byte[] MakeSecrets(NpgsqlConnection connection)
    {
        var installation = RandomNumberGenerator.GetBytes(16);
        using var batch = connection.CreateBatch();
        batch.BatchCommands.Add(new Statement(SetSecret, "installation", installation).ToCommand());
        batch.BatchCommands.Add(new Statement(SetSecret, "master", RandomNumberGenerator.GetBytes(IKeyStore.KeySize)).ToCommand());
        batch.ExecuteNonQuery();
        return installation;
    }

    public async ValueTask<IReadOnlyDictionary<string, byte[]>> Find(string venue, IReadOnlyCollection<string> guests, CancellationToken stop = default) =>
        (await Rows(venue, guests, stop)).ToDictionary(key => key.Guest, key => key.Value, StringComparer.Ordinal);

    public async ValueTask<IReadOnlyDictionary<string, byte[]>> FindOrMake(string venue, IReadOnlyCollection<string> guests, CancellationToken stop = default)
    {
        while (true)
        {
            var now = _clock.GetUtcNow();
            var found = (await Rows(venue, guests, stop)).Where(key => key.Made >= now - Young).ToDictionary(key => key.Guest, key => key.Value, StringComparer.Ordinal);
            var wanting = guests.Where(guest => !found.ContainsKey(guest)).Distinct(StringComparer.Ordinal).ToArray();
            if (wanting.Length == 0)
            {
                return found;
            }

            // Another node may have made one meanwhile: then that is the key, which the next round reads.
            await _pool.Execute(AddOrRenew, venue, wanting, wanting.Select(_ => RandomNumberGenerator.GetBytes(IKeyStore.KeySize)).ToArray(), now.UtcTicks);
        }
    }

    public async ValueTask Destroy(string venue, string guest, CancellationToken stop = default) => await _pool.Execute(Drop, venue, guest);

    public async ValueTask<IReadOnlyList<(string Venue, string Guest)>> OlderThan(DateTimeOffset time, CancellationToken stop = default) =>
        await _pool.All(Older, row => (row.GetString(0), row.GetString(1)), stop, time.UtcTicks);

    public ValueTask<int> DestroyOlder(DateTimeOffset time, IReadOnlyCollection<(string Venue, string Guest)> keys, CancellationToken stop = default) =>
        _pool.Execute(DropOlder, keys.Select(key => key.Venue).ToArray(), keys.Select(key => key.Guest).ToArray(), time.UtcTicks);

    public ValueTask DisposeAsync() => _pool.DisposeAsync();

    private ValueTask<List<Key>> Rows(string venue, IReadOnlyCollection<string> guests, CancellationToken stop) =>
        _pool.All(KeysOf, row => new Key(row.GetString(0), row.Bytes(1), row.Time(2)), stop, venue, guests.ToArray());

    private sealed record Key(string Guest, byte[] Value, DateTimeOffset Made);
}
