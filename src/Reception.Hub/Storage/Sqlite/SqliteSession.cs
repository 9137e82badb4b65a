using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Reception.Hub.Storage.Sqlite;

/// <summary>One connection with its prepared statements. For one thread at a time.</summary>
internal sealed class SqliteSession : IDisposable
{
    // How long to wait for another program that holds the write lock (a backup, a curious person with a shell).
    private const int PatienceInSeconds = 5;

    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, SqliteCommand> _prepared = [];

    private SqliteSession(SqliteConnection connection) => _connection = connection;

    /// <summary>Whether a transaction is open; after a failure SQLite may have ended it by itself.</summary>
    public bool InTransaction => raw.sqlite3_get_autocommit(_connection.Handle) == 0;

    public static string Address(string file, SqliteOpenMode mode) => new SqliteConnectionStringBuilder
    {
        DataSource = file,
        Mode = mode,
        DefaultTimeout = PatienceInSeconds,
        Pooling = false,
    }.ToString();

    public static SqliteSession Open(string file, SqliteOpenMode mode, params ReadOnlySpan<string> pragmas)
    {
        var connection = new SqliteConnection(Address(file, mode));
        try
        {
            connection.Open();
            var session = new SqliteSession(connection);
            session.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA busy_timeout = {PatienceInSeconds * 1000}"));
            foreach (var pragma in pragmas)
            {
                session.Execute("PRAGMA " + pragma);
            }

            return session;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>The one connection that writes.</summary>
    public static SqliteSession OpenWriter(string file)
    {
        var session = Open(
            file,
            SqliteOpenMode.ReadWrite,
            "synchronous = FULL", // P1: the flush comes before the answer
            "wal_autocheckpoint = 0", // a commit never pays for copying pages back
            "journal_size_limit = 67108864", // after a burst the WAL shrinks to 64 MB again
            "secure_delete = FAST", // what an erased guest leaves in a page is overwritten
            "trusted_schema = OFF",
            "temp_store = MEMORY");
        var mode = session.First("PRAGMA journal_mode = WAL", row => row.GetString(0));
        if (mode != "wal")
        {
            session.Dispose();
            throw new StoreException(StoreFailure.Unavailable,
                $"{file} lies on a disk that has no shared memory for SQLite's WAL (a network share?). Put the data folder on a local disk.");
        }

        return session;
    }

    /// <summary>Runs a statement and says how many rows it changed.</summary>
    public int Execute(string sql, params ReadOnlySpan<object?> values) => Prepare(sql, values).ExecuteNonQuery();

    public List<T> All<T>(string sql, Func<SqliteDataReader, T> row, params ReadOnlySpan<object?> values)
    {
        using var reader = Prepare(sql, values).ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(row(reader));
        }

        return rows;
    }

    public T? First<T>(string sql, Func<SqliteDataReader, T> row, params ReadOnlySpan<object?> values)
        where T : class
    {
        using var reader = Prepare(sql, values).ExecuteReader();
        return reader.Read() ? row(reader) : null;
    }

    /// <summary>The first column of the only row.</summary>
    public long Number(string sql)
    {
        using var reader = Prepare(sql, []).ExecuteReader();
        return reader.Read() ? reader.GetInt64(0) : 0;
    }

    public bool Any(string sql, params ReadOnlySpan<object?> values)
    {
        using var reader = Prepare(sql, values).ExecuteReader();
        return reader.Read();
    }

    public void Dispose()
    {
        foreach (var command in _prepared.Values)
        {
            command.Dispose();
        }

        _connection.Dispose();
    }

    [SuppressMessage("Security", "CA2100", Justification = "Only constants of Statements and KeyFile come here; what users write are parameters.")]
    private SqliteCommand Prepare(string sql, ReadOnlySpan<object?> values)
    {
        if (!_prepared.TryGetValue(sql, out var command))
        {
            command = _connection.CreateCommand();
            command.CommandText = sql;
            for (var i = 1; i <= values.Length; i++)
            {
                command.Parameters.Add(new SqliteParameter { ParameterName = string.Create(CultureInfo.InvariantCulture, $"?{i}") });
            }

            _prepared.Add(sql, command);
        }

        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }

        return command;
    }
}
