using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Reception.Hub.Storage.Sqlite;

namespace Reception.Hub.Cards;

/// <summary>
/// The keys of the cards and the installation's secret, in a file of their own. A key is on the disk before it is used, and
/// gone from file and WAL when <see cref="Destroy"/> returns.
/// </summary>
internal sealed class KeyFile : IDisposable
{
    public const int KeySize = 32;

    private const string Secret = "SELECT value FROM secrets WHERE name = ?1";
    private const string SetSecret = "INSERT INTO secrets (name, value) VALUES (?1, ?2)";
    private const string KeyOf = "SELECT value FROM keys WHERE venue = ?1 AND guest = ?2";
    private const string AddKey = "INSERT INTO keys (venue, guest, value, made) VALUES (?1, ?2, ?3, ?4)";
    private const string DropKey = "DELETE FROM keys WHERE venue = ?1 AND guest = ?2";
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
        Master = SecretOf("master", KeySize);
    }

    /// <summary>Which store this file belongs to.</summary>
    public byte[] Installation { get; }

    /// <summary>What indexes and digests are made with.</summary>
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

    /// <summary>The key of a guest; null when it was destroyed or never made.</summary>
    public byte[]? Find(string venue, string guest) => Use(() => Key(venue, guest));

    /// <summary>The keys of these guests; those that are missing are made, all with one flush.</summary>
    public IReadOnlyDictionary<string, byte[]> FindOrMake(string venue, IReadOnlyCollection<string> guests) => Use(() =>
    {
        var keys = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        var missing = new List<string>();
        foreach (var guest in guests.Distinct(StringComparer.Ordinal))
        {
            if (Key(venue, guest) is { } key)
            {
                keys[guest] = key;
            }
            else
            {
                keys[guest] = RandomNumberGenerator.GetBytes(KeySize);
                missing.Add(guest);
            }
        }

        Transact(missing.Count > 0, () =>
        {
            foreach (var guest in missing)
            {
                _session.Execute(AddKey, venue, guest, keys[guest], Values.Ticks(_clock.GetUtcNow()));
            }
        });
        return keys;
    });

    /// <summary>Destroys keys; what they sealed can never be read again. Already gone is fine. Says how many went.</summary>
    /// <param name="unless">Asked while nobody can take a key: those in use again are left alone.</param>
    public int Destroy(IReadOnlyCollection<(string Venue, string Guest)> keys, Predicate<(string Venue, string Guest)>? unless = null) => Use(() =>
    {
        var gone = 0;
        Transact(keys.Count > 0, () =>
        {
            foreach (var key in keys)
            {
                gone += unless?.Invoke(key) == true ? 0 : _session.Execute(DropKey, key.Venue, key.Guest);
            }
        });

        // Older pages in the WAL still have the key. Nobody else reads this file, so the WAL can always be emptied.
        _session.Execute(EmptyWal);
        return gone;
    });

    public IReadOnlyList<(string Venue, string Guest)> MadeBefore(DateTimeOffset time) =>
        Use(() => _session.All(Older, row => (row.GetString(0), row.GetString(1)), Values.Ticks(time)));

    public void Dispose() => _session.Dispose();

    private byte[]? Key(string venue, string guest) => _session.First(KeyOf, row => row.Bytes(0), venue, guest);

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
