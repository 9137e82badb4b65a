using Npgsql;
using Reception.Chaos.Running;

namespace Reception.Chaos.Run;

/// <summary>The venues' logs as they lie in PostgreSQL, read without any code of the hub.</summary>
internal static class PostgresLog
{
    public static async Task<IReadOnlyList<StoredLog>> Read(string connection)
    {
        await using var db = new NpgsqlConnection(connection + ";Pooling=false");
        await db.OpenAsync();
        await using var moment = await db.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead);
        var heads = new List<(string Venue, long Head, byte[] Mark)>();
        await using (var asked = new NpgsqlCommand("SELECT venue, head, mark FROM venues ORDER BY venue", db))
        await using (var rows = await asked.ExecuteReaderAsync())
        {
            while (await rows.ReadAsync())
            {
                heads.Add((rows.GetString(0), rows.GetInt64(1), (byte[])rows[2]));
            }
        }

        var logs = new List<StoredLog>();
        foreach (var (venue, head, mark) in heads)
        {
            logs.Add(new(venue, head, mark, await Rows(db, venue)));
        }

        return logs;
    }

    private static async Task<List<StoredRow>> Rows(NpgsqlConnection db, string venue)
    {
        await using var asked = new NpgsqlCommand("SELECT seq, command_id, at, body, mark FROM entries WHERE venue = @venue ORDER BY seq", db);
        asked.Parameters.AddWithValue("venue", venue);
        await using var rows = await asked.ExecuteReaderAsync();
        var all = new List<StoredRow>();
        while (await rows.ReadAsync())
        {
            all.Add(StoredRow.Of(rows.GetInt64(0), await rows.IsDBNullAsync(1) ? null : rows.GetString(1), StoredLog.Time(rows.GetInt64(2)), (byte[])rows[3], (byte[])rows[4]));
        }

        return all;
    }
}
