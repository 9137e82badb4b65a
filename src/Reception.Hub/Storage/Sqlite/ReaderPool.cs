using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Reception.Hub.Storage.Sqlite;

/// <summary>Connections that only read. In WAL mode they neither wait for the writer nor hold it up; each read sees one committed moment.</summary>
internal sealed class ReaderPool(string file) : IDisposable
{
    // More than two cores can use at once; the rest of a burst is closed again.
    private const int MostIdle = 8;

    private readonly ConcurrentBag<SqliteSession> _idle = [];
    private volatile bool _closed;

    public T Read<T>(Func<SqliteSession, T> read)
    {
        SqliteSession? session = null;
        try
        {
            if (!_idle.TryTake(out session))
            {
                session = SqliteSession.Open(file, SqliteOpenMode.ReadWrite, "query_only = ON", "trusted_schema = OFF", "temp_store = MEMORY");
            }

            var result = read(session);
            Return(ref session);
            return result;
        }
        catch (SqliteException cause) when (Failures.Explain(cause, file) is { } failure)
        {
            throw failure;
        }
        finally
        {
            // A session that failed is not used again.
            session?.Dispose();
        }
    }

    public void Dispose()
    {
        _closed = true;
        while (_idle.TryTake(out var session))
        {
            session.Dispose();
        }
    }

    private void Return(ref SqliteSession? session)
    {
        if (!_closed && _idle.Count < MostIdle)
        {
            _idle.Add(session!);
            session = null;
        }
    }
}
