using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace Reception.Hub.Storage.Sqlite;

/// <summary>
/// The only writer. One transaction, and so one flush, for all that waits; when nothing waits, the caller's thread commits
/// at once and nobody is woken. What arrives while a commit runs goes together into the next one, on this loop's own thread:
/// on a thread of the pool it would stand in line behind the very work that waits for it.
/// </summary>
internal sealed class CommitLoop : IDisposable
{
    // Bounds how long the first of a group waits for the last, and how much one failed transaction repeats.
    private const int MostInOneTransaction = 256;

    private readonly SqliteSession _writer;
    private readonly string _file;
    private readonly Action<StoreException> _ended;
    private readonly Lock _gate = new();
    private readonly Lock _writing = new();
    private readonly Queue<Job> _waiting = [];
    private readonly SemaphoreSlim _work = new(0);
    private readonly Thread _thread;
    private bool _committing;
    private StoreException? _end;
    private long _transactions;

    /// <param name="ended">Told once, when no write can be trusted any more.</param>
    public CommitLoop(string file, Action<StoreException> ended)
    {
        (_file, _ended) = (file, ended);
        _writer = SqliteSession.OpenWriter(file);
        _thread = new Thread(Loop) { IsBackground = true, Name = "store commits" };
        _thread.Start();
    }

    /// <summary>Transactions so far.</summary>
    public long Transactions => Volatile.Read(ref _transactions);

    /// <summary>Why nothing is done any more; null while all is well.</summary>
    public StoreException? End => Volatile.Read(ref _end);

    /// <summary>Does the work inside a transaction, perhaps together with others. Complete when it is on the disk.</summary>
    public Task<T> Run<T>(Func<SqliteSession, T> work)
    {
        var job = new Job<T>(work);
        lock (_gate)
        {
            ThrowIfEnded();
            _waiting.Enqueue(job);
            if (_committing)
            {
                return job.Outcome;
            }

            _committing = true;
        }

        CommitOneGroup();
        return job.Outcome;
    }

    /// <summary>From now on every read and write is refused with this failure.</summary>
    public void Finish(StoreException why)
    {
        if (Interlocked.CompareExchange(ref _end, why, null) is null && why.Failure is not StoreFailure.Unavailable)
        {
            _ended(why);
        }
    }

    public void ThrowIfEnded()
    {
        if (End is { } why)
        {
            throw new StoreException(why.Failure, why.Message, why);
        }
    }

    /// <summary>Lets what waits finish, then closes the writer.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            Finish(new(StoreFailure.Unavailable, $"{_file} was closed because the hub is stopping."));
        }

        _work.Release();
        _thread.Join();
        _writer.Dispose();
        _work.Dispose();
    }

    private void Loop()
    {
        while (true)
        {
            _work.Wait();
            if (!CommitOneGroup() && End is not null)
            {
                return;
            }
        }
    }

    /// <summary>Commits what waits; when more came meanwhile, wakes the loop. False when nothing waited.</summary>
    private bool CommitOneGroup()
    {
        // Uncontended but for the last wake-up of Dispose, which may meet a caller that commits inline.
        lock (_writing)
        {
            var group = new List<Job>();
            lock (_gate)
            {
                while (group.Count < MostInOneTransaction && _waiting.TryDequeue(out var job))
                {
                    group.Add(job);
                }
            }

            if (group.Count > 0)
            {
                Commit(group);
            }

            lock (_gate)
            {
                _committing = _waiting.Count > 0;
                if (_committing)
                {
                    _work.Release();
                }
            }

            return group.Count > 0;
        }
    }

    /// <summary>A group that the database rejects is tried one by one: only the one at fault fails.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "Whatever went wrong belongs to the caller who waits for the job, and not to this thread.")]
    private void Commit(IReadOnlyList<Job> group)
    {
        try
        {
            Transact(group);
        }
        catch (Exception cause)
        {
            var failure = cause is SqliteException known ? Failures.Explain(known, _file) ?? cause : cause;
            if (failure is StoreException { Failure: StoreFailure.Broken or StoreFailure.Corrupt } end)
            {
                Finish(end);
            }
            else if (group.Count > 1)
            {
                foreach (var job in group)
                {
                    Commit([job]);
                }

                return;
            }

            foreach (var job in group)
            {
                job.Fail(failure);
            }

            return;
        }

        foreach (var job in group)
        {
            job.Complete();
        }
    }

    private void Transact(IReadOnlyList<Job> group)
    {
        ThrowIfBroken();
        _writer.Execute(Statements.Begin);
        try
        {
            foreach (var job in group)
            {
                job.Work(_writer);
            }

            _writer.Execute(Statements.Commit);
            Interlocked.Increment(ref _transactions);
        }
        finally
        {
            if (_writer.InTransaction)
            {
                _writer.Execute(Statements.Rollback);
            }
        }
    }

    /// <summary>After a failed flush the file's pages in memory say more than the disk does (F13); what waited when the store was closed is still done.</summary>
    private void ThrowIfBroken()
    {
        if (End is { Failure: not StoreFailure.Unavailable })
        {
            ThrowIfEnded();
        }
    }
}
