using System.Diagnostics.CodeAnalysis;
using Reception.Hub.Cards;
using Reception.Hub.Storage.Sqlite;

namespace Reception.Hub.Storage;

/// <summary>
/// Everything the embedded hub keeps: <c>reception.db</c> (logs, cards, sessions), <c>reception.keys</c> (what opens the cards)
/// and <c>reception.lock</c>, held while the process lives. Opened whole or not at all.
/// </summary>
internal sealed class DataFolder : StoreHome
{
    public const string StoreFile = "reception.db";
    public const string KeyFileName = "reception.keys";
    public const string LockFile = "reception.lock";

    private readonly FileStream _held;

    private DataFolder(string folder, FileStream held, KeyFile keys, SqliteStore store) => (Place, _held, Keys, Store) = (Path.GetFullPath(folder), held, keys, store);

    public override SqliteStore Store { get; }

    public override KeyFile Keys { get; }

    public override string Place { get; }

    /// <param name="ended">Told once when the store can no longer be trusted and the process has to end.</param>
    /// <exception cref="StoreException">In words, when the folder is in use, not writable, damaged, newer, or its two files do not belong together.</exception>
    [SuppressMessage("Reliability", "CA2000", Justification = "The folder owns them; when it cannot be opened they are closed below.")]
    public static DataFolder Open(string folder, TimeProvider clock, ILogger<SqliteStore> logger, Action<StoreException>? ended = null)
    {
        var held = Hold(folder);
        KeyFile? keys = null;
        SqliteStore? store = null;
        try
        {
            // The key file first: a store that says "mine are the keys of X" must never be there without X.
            keys = KeyFile.Open(Path.Combine(folder, KeyFileName), clock);
            store = SqliteStore.Open(Path.Combine(folder, StoreFile), clock, logger, ended);
            HubLevel.Check(store.LevelNow(), $"{Path.Combine(folder, StoreFile)}");
            Match(folder, store, keys);
            return new DataFolder(folder, held, keys, store);
        }
        catch
        {
            // Nothing waits in a store that nobody has seen.
            store?.DisposeAsync().AsTask().GetAwaiter().GetResult();
            keys?.DisposeAsync().AsTask().GetAwaiter().GetResult();
            held.Dispose();
            throw;
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        await Keys.DisposeAsync();
        await _held.DisposeAsync();
    }

    /// <summary>An advisory lock of the operating system (flock): it goes with the process, however that ends.</summary>
    public static FileStream Hold(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            return new FileStream(Path.Combine(folder, LockFile), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (UnauthorizedAccessException cause)
        {
            throw NotWritable(folder, cause);
        }
        catch (IOException cause) when (cause is DirectoryNotFoundException or FileNotFoundException || !File.Exists(Path.Combine(folder, LockFile)))
        {
            throw NotWritable(folder, cause);
        }
        catch (IOException cause)
        {
            throw new StoreException(StoreFailure.Unavailable,
                $"The data folder {folder} is in use by another hub. Stop that one first, or give this one a folder of its own with --data.", cause);
        }
    }

    private static StoreException NotWritable(string folder, Exception cause) => new(StoreFailure.Unavailable,
        $"The data folder {folder} cannot be made or written to. Give the account of the hub the right to write there, or name another folder with --data.", cause);

    private static void Match(string folder, SqliteStore store, KeyFile keys)
    {
        var known = store.Installation();
        if (known is null && keys.Count > 0)
        {
            throw new StoreException(StoreFailure.Corrupt,
                $"{folder} has the keys of {keys.Count} cards, but its {StoreFile} is new. Restore the store; or move {KeyFileName} away to begin anew without them.");
        }

        if (known is not null && !known.AsSpan().SequenceEqual(keys.Installation))
        {
            throw new StoreException(StoreFailure.Corrupt,
                $"{KeyFileName} in {folder} is missing or belongs to another store, so no card could be read. Restore the key file that was backed up with this store.");
        }

        if (known is null)
        {
            store.SetInstallation(keys.Installation);
        }
    }
}
