using Microsoft.Data.Sqlite;

namespace Reception.Hub.Storage.Sqlite;

/// <summary>The embedded store: one file, one writer, as many readers as are needed at once. The store's clock is the machine's.</summary>
internal sealed partial class SqliteStore : IVenueStore
{
    private readonly TimeProvider _clock;
    private readonly CommitLoop _commits;
    private readonly ReaderPool _readers;
    private readonly Checkpoints _checkpoints;
    private bool _closed;

    private SqliteStore(string file, bool checkLater, TimeProvider clock, ILogger<SqliteStore> logger, Action<StoreException> ended)
    {
        _clock = clock;
        _readers = new ReaderPool(file);
        _commits = new CommitLoop(file, ended);
        _checkpoints = new Checkpoints(file, checkLater, _commits, clock, logger);
    }

    /// <summary>Opens the file, makes it when it is not there, brings its schema up to date, refuses a damaged or newer one.</summary>
    /// <param name="ended">Told once when no write can be trusted any more (<see cref="StoreFailure.Broken"/>): the process has to end.</param>
    public static SqliteStore Open(string file, TimeProvider clock, ILogger<SqliteStore> logger, Action<StoreException>? ended = null)
    {
        try
        {
            var checkedWhole = Schema.Prepare(file, "Sqlite");
            return new SqliteStore(file, !checkedWhole, clock, logger, ended ?? (_ => { }));
        }
        catch (SqliteException cause) when (Failures.Explain(cause, file) is { } failure)
        {
            throw failure;
        }
    }

    /// <summary>Transactions since the start: how well commits are gathered.</summary>
    internal long Transactions => _commits.Transactions;

    public ValueTask<DateTimeOffset> Now(CancellationToken stop = default) => new(_clock.GetUtcNow());

    /// <summary>More than once is fine: a container closes what it holds under two names twice.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _closed, true))
        {
            return;
        }

        // The writer last: the last one to close copies the WAL back.
        await _checkpoints.DisposeAsync();
        _readers.Dispose();
        _commits.Dispose();
    }

    /// <summary>Does the work in the next transaction; for tests and measurements that must look from within.</summary>
    internal Task<T> Write<T>(Func<SqliteSession, T> work, CancellationToken stop = default)
    {
        // Once it waits it cannot be called back: its outcome would be unknown.
        stop.ThrowIfCancellationRequested();
        return _commits.Run(work);
    }

    internal ValueTask<T> Read<T>(Func<SqliteSession, T> read, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        _commits.ThrowIfEnded();
        try
        {
            return new(_readers.Read(read));
        }
        catch (StoreException end) when (end.Failure is StoreFailure.Broken or StoreFailure.Corrupt)
        {
            _commits.Finish(end);
            throw;
        }
    }
}
