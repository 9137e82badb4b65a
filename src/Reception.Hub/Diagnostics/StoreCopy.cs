using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;
using NpgsqlTypes;
using Reception.Hub.Storage;
using Reception.Hub.Storage.Postgres;
using Reception.Hub.Storage.Sqlite;

namespace Reception.Hub.Diagnostics;

/// <summary>Rows from the files of a data folder into two empty databases: each in one transaction, the keys first.</summary>
internal static class StoreCopy
{
    // What the sweep says of vouching is left behind: it begins anew, as after a restart.
    private static readonly (string Table, string Columns)[] Logs =
    [
        ("installation", "id:b"),
        ("venues", "venue:t head:n mark:b next_due:n"),
        ("entries", "venue:t seq:n command_id:t digest:b at:n day:d body:b mark:b"),
        ("cards", "venue:t guest:t rev:n sealed:b index_phone:b index_plate:b"),
        ("snapshots", "venue:t shape:i seq:n mark:b content:b"),
        ("documents", "hash:t content:b"),
        ("sessions", "id:t token_hash:b venue:t staff:t device:t device_name:t stream:t opened:n last_seen:n revoked:n"),
        ("codes", "hash:b venue:t staff:t expires:n used:n"),
        ("vouches", "venue:t device:t node:t at:n"),
        ("clock_anchor", "one:i store_time:n venue_time:n pace:f"),
    ];

    private static readonly (string Table, string Columns)[] Keys = [("secrets", "name:t value:b"), ("keys", "venue:t guest:t value:b made:n")];

    /// <param name="output">One line per table.</param>
    /// <exception cref="StoreException">In words.</exception>
    public static async Task Run(string folder, PostgresAddress logs, PostgresAddress keys, TextWriter output)
    {
        var told = new List<string>();
        Storage.Postgres.Schema.Prepare(logs, keys, fill: (logsAt, keysAt) =>
        {
            if (!IsEmpty(keysAt, "secrets") || !IsEmpty(logsAt, "venues"))
            {
                throw new StoreException(StoreFailure.Unavailable, $"The {logs} or the {keys} is not empty. Name two new databases: a copy is put beside nothing.");
            }

            using var keysDone = keysAt.BeginTransaction();
            using var logsDone = logsAt.BeginTransaction();
            told.AddRange(Copy(Path.Combine(folder, DataFolder.KeyFileName), keysAt, Keys));
            told.AddRange(Copy(Path.Combine(folder, DataFolder.StoreFile), logsAt, Logs));
            keysDone.Commit();
            logsDone.Commit();
        });
        foreach (var line in told)
        {
            await output.WriteLineAsync(line);
        }
    }

    private static bool IsEmpty(NpgsqlConnection connection, string table)
    {
#pragma warning disable CA2100 // Only the names above.
        using var command = new NpgsqlCommand($"SELECT NOT EXISTS (SELECT 1 FROM {table})", connection);
#pragma warning restore CA2100
        return command.ExecuteScalar() is true;
    }

    private static List<string> Copy(string file, NpgsqlConnection to, IReadOnlyList<(string Table, string Columns)> tables)
    {
        using var from = new SqliteConnection(SqliteSession.Address(file, SqliteOpenMode.ReadOnly));
        from.Open();
        return [.. tables.Select(table => string.Create(CultureInfo.InvariantCulture, $"{table.Table}: {Copy(from, to, table.Table, table.Columns.Split(' '))} rows"))];
    }

    private static long Copy(SqliteConnection from, NpgsqlConnection to, string table, string[] columns)
    {
        var names = string.Join(", ", columns.Select(column => column[..^2]));
        using var read = from.CreateCommand();
#pragma warning disable CA2100 // Only the names above.
        read.CommandText = $"SELECT {names} FROM {table}";
#pragma warning restore CA2100
        using var rows = read.ExecuteReader();
        using var write = to.BeginBinaryImport($"COPY {table} ({names}) FROM STDIN (FORMAT BINARY)");
        write.Timeout = Timeout.InfiniteTimeSpan;
        while (rows.Read())
        {
            write.StartRow();
            for (var i = 0; i < columns.Length; i++)
            {
                Write(write, rows, i, columns[i][^1]);
            }
        }

        return (long)write.Complete();
    }

    private static void Write(NpgsqlBinaryImporter write, SqliteDataReader rows, int column, char type)
    {
        if (rows.IsDBNull(column))
        {
            write.WriteNull();
            return;
        }

        switch (type)
        {
            case 't':
                write.Write(rows.GetString(column), NpgsqlDbType.Text);
                break;
            case 'b':
                write.Write(rows.GetFieldValue<byte[]>(column), NpgsqlDbType.Bytea);
                break;
            case 'n':
                write.Write(rows.GetInt64(column), NpgsqlDbType.Bigint);
                break;
            case 'i':
                write.Write(rows.GetInt32(column), NpgsqlDbType.Integer);
                break;
            case 'f':
                write.Write(rows.GetDouble(column), NpgsqlDbType.Double);
                break;
            default:
                write.Write(DateOnly.ParseExact(rows.GetString(column), "yyyy-MM-dd", CultureInfo.InvariantCulture), NpgsqlDbType.Date);
                break;
        }
    }
}
