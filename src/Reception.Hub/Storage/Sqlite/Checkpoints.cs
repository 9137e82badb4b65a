using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace Reception.Hub.Storage.Sqlite;

/// <summary>
/// Copies what was committed from the WAL back into the file, on a connection and a thread of its own. A commit waits for it
/// only when writing never pauses and the WAL would grow without end. Also reads a big file through for damage, once, at the start.
/// </summary>
internal sealed partial class Checkpoints : IAsyncDisposable
{
    // Long enough for pages that change often to be copied once, short enough for the WAL to stay small (25 KB a commit).
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(200);

    // 32 MB of pages: half a second at the highest rate measured. From here on the WAL is made to begin again.
    private const int LongWal = 8192;

    // What is copied in about 10 ms; a commit may wait that long.
    private const int ShortRest = 1024;

    // Each round copies what came during the one before. If it never gets less, writers have to wait.
    private const int MostRounds = 2;

    private readonly string _file;
    private readonly CommitLoop _commits;
    private readonly ILogger _logger;
    private readonly SqliteSession _session;
    private readonly CancellationTokenSource _stop = new();
    private readonly PeriodicTimer _timer;
    private readonly Task _running;
    private long _seen;

    public Checkpoints(string file, bool checkFirst, CommitLoop commits, TimeProvider clock, ILogger logger)
    {
        (_file, _commits, _logger) = (file, commits, logger);
        _session = SqliteSession.Open(file, SqliteOpenMode.ReadWrite, "synchronous = FULL");
        _timer = new PeriodicTimer(Every, clock);
        _running = Task.Run(() => Run(checkFirst));
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        _timer.Dispose();
        _session.Dispose();
        _stop.Dispose();
    }

    private async Task Run(bool checkFirst)
    {
        try
        {
            if (checkFirst)
            {
                Try(() => Schema.QuickCheck(_session, _file));
            }

            do
            {
                var transactions = _commits.Transactions;
                if (transactions != _seen)
                {
                    Try(Once);
                    _seen = transactions;
                }
            }
            while (await _timer.WaitForNextTickAsync(_stop.Token));
        }
        catch (OperationCanceledException)
        {
            // The store is closed; the last connection to close copies the rest.
        }
    }

    private void Once()
    {
        var before = 0L;
        for (var round = 0; round < MostRounds; round++)
        {
            var pages = Passive();
            if (pages <= LongWal)
            {
                return;
            }

            if (pages - before <= ShortRest)
            {
                break;
            }

            before = pages;
        }

        // The bulk is copied. The rest, while nobody writes: then the WAL begins again from its start.
        _commits.Run(_ => Passive()).Wait(_stop.Token);
    }

    [SuppressMessage("Design", "CA1031", Justification = "A checkpoint that failed is tried again; a disk that failed ends the store.")]
    private void Try(Action action)
    {
        try
        {
            action();
        }
        catch (StoreException end)
        {
            _commits.Finish(end);
        }
        catch (SqliteException cause) when (Failures.Explain(cause, _file) is { Failure: StoreFailure.Broken or StoreFailure.Corrupt } end)
        {
            _commits.Finish(end);
        }
        catch (Exception cause) when (cause is not OperationCanceledException)
        {
            Log.Postponed(_logger, cause);
        }
    }

    /// <summary>Copies what nobody reads, and says how many pages the WAL has.</summary>
    private long Passive() => _session.First(Statements.Checkpoint, row => Tuple.Create(row.GetInt64(1)))!.Item1;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A checkpoint of the store did not succeed and will be tried again")]
        public static partial void Postponed(ILogger logger, Exception cause);
    }
}
