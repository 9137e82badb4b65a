using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Reception.Hub.Storage.Sqlite;

namespace Reception.Hub.Cards;

/// <summary>
/// The keys in a file of their own. They are gone from file and WAL when destroying returns. It answers at once, on the
/// caller's thread.
/// </summary>
internal sealed class KeyFile : IKeyStore
{
    // As long as an append may be under way, and well below the age at which a key without a card is swept.
    private static readonly TimeSpan Young = TimeSpan.FromMinutes(30);

    private const string Secret = "SELECT value FROM secrets WHERE name = ?1";
    private const string SetSecret = "INSERT INTO secrets (name, value) VALUES (?1, ?2)";
    private const string KeysOf = "SELECT guest, value FROM keys WHERE venue = ?1 AND guest IN (SELECT value FROM json_each(?2))";
    private const string AddKey = "INSERT INTO keys (venue, guest, value, made) VALUES (?1, ?2, ?3, ?4)";
    private const string Renew = "UPDATE keys SET made = ?3 WHERE venue = ?1 AND guest IN (SELECT value FROM json_each(?2)) AND made < ?4";
    private const string NeedsRenewal = "SELECT 1 FROM keys WHERE venue = ?1 AND guest IN (SELECT value FROM json_each(?2)) AND made < ?3";
    private const string DropKey = "DELETE FROM keys WHERE venue = ?1 AND guest = ?2 AND made < ?3";
    private const string Older = "SELECT venue, guest FROM keys WHERE made < ?1";
    private const string CountKeys = "SELECT count(*) FROM keys";
    private const string EmptyWal = "PRAGMA wal_checkpoint(TRUNCATE)";

    private readonly Lock _gate = new();
    private readonly string _file;
    private readonly TimeProvider _clock;
    private readonly SqliteSession _session;

    private KeyFile(string file, TimeProvider clock)
    {
        (_file, _clock) = (file, clock);
        _session = SqliteSession.OpenWriter(file);
        _session.Execute("PRAGMA secure_delete = ON");
        Installation = SecretOf("installation", 16);
        Master = SecretOf("master", IKeyStore.KeySize);
    }

    public byte[] Installation { get; }

    public byte[] Master { get; }

    public long Count => Use(() => _session.Number(CountKeys));

    public static KeyFile Open(string file, TimeProvider clock)
    {
        try
        {
            Schema.Prepare(file, "Keys");
            return new KeyFile(file, clock);
        }
        catch (SqliteException cause) when (Failures.Explain(cause, file) is { } failure)
        {
            throw failure;
        }
    }

    public ValueTask<IReadOnlyDictionary<string, byte[]>> Find(string venue, IReadOnlyCollection<string> guests, CancellationToken stop = default) =>
        new(Use<IReadOnlyDictionary<string, byte[]>>(() => Keys(venue, Values.List(guests))));

    public ValueTask<IReadOnlyDictionary<string, byte[]>> FindOrMake(string venue, IReadOnlyCollection<string> guests, CancellationToken stop = default) =>
        new(Use<IReadOnlyDictionary<string, byte[]>>(() =>
        {
            var list = Values.List(guests);
            var keys = Keys(venue, list);
            var missing = guests.Where(guest => keys.TryAdd(guest, RandomNumberGenerator.GetBytes(IKeyStore.KeySize))).ToList();
            var now = _clock.GetUtcNow();
            var old = _session.Any(NeedsRenewal, venue, list, Values.Ticks(now - Young));
            Transact(old || missing.Count > 0, () =>
            {
                _session.Execute(Renew, venue, list, Values.Ticks(now), Values.Ticks(now - Young));
                foreach (var guest in missing)
                {
                    _session.Execute(AddKey, venue, guest, keys[guest], Values.Ticks(now));
                }
            });
            return keys;
        }));

    public async ValueTask Destroy(string venue, string guest, CancellationToken stop = default) =>
        await DestroyOlder(DateTimeOffset.MaxValue, [(venue, guest)], stop);

    public ValueTask<IReadOnlyList<(string Venue, string Guest)>> OlderThan(DateTimeOffset time, CancellationToken stop = default) =>
        new(Use(() => _session.All(Older, row => (row.GetString(0), row.GetString(1)), Values.Ticks(time))));

    public ValueTask<int> DestroyOlder(DateTimeOffset time, IReadOnlyCollection<(string Venue, string Guest)> keys, CancellationToken stop = default) => new(Use(() =>
    {
        var gone = 0;
        Transact(keys.Count > 0, () =>
        {
            foreach (var (venue, guest) in keys)
            {
                gone += _session.Execute(DropKey, venue, guest, Values.Ticks(time));
            }
        });

        // Older pages in the WAL still have the key. Nobody else reads this file, so the WAL can always be emptied.
        _session.Execute(EmptyWal);
        return gone;
    }));

    public ValueTask DisposeAsync()
    {
        _session.Dispose();
        return ValueTask.CompletedTask;
    }

    private Dictionary<string, byte[]> Keys(string venue, string guests) =>
        _session.All(KeysOf, row => (row.GetString(0), row.Bytes(1)), venue, guests).ToDictionary(StringComparer.Ordinal);

    private byte[] SecretOf(string name, int size)
    {
        var secret = _session.First(Secret, row => row.Bytes(0), name);
        if (secret is null)
        {
            secret = RandomNumberGenerator.GetBytes(size);
            _session.Execute(SetSecret, name, secret);
        }

        return secret;
    }

    private void Transact(bool needed, Action work)
    {
        if (!needed)
        {
            return;
        }

        _session.Execute(Statements.Begin);
        try
        {
            work();
            _session.Execute(Statements.Commit);
        }
        finally
        {
            if (_session.InTransaction)
            {
                _session.Execute(Statements.Rollback);
            }
        }
    }

    private T Use<T>(Func<T> work)
    {
        try
        {
            lock (_gate)
            {
                return work();
            }
        }
        catch (SqliteException cause) when (Failures.Explain(cause, _file) is { } failure)
        {
            throw failure;
        }
    }
}
