using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Reception.Chaos.Running;

/// <summary>One entry as it lies in the store.</summary>
/// <param name="Events">Kinds, in order.</param>
/// <param name="Steps">Escalations in it.</param>
internal sealed record StoredRow(
    long Seq, string? CommandId, DateTimeOffset At, byte[] Body, byte[] Mark, bool Refused, IReadOnlyList<string> Events, IReadOnlyList<StoredStep> Steps)
{
    public static StoredRow Of(long seq, string? commandId, DateTimeOffset at, byte[] body, byte[] mark)
    {
        using var json = JsonDocument.Parse(body);
        var refused = json.RootElement.TryGetProperty("refusal", out var refusal) && refusal.ValueKind != JsonValueKind.Null;
        List<JsonElement> events = json.RootElement.TryGetProperty("events", out var list) ? [.. list.EnumerateArray()] : [];
        return new(
            seq, commandId, at, body, mark, refused,
            [.. events.Select(Kind)], [.. events.Where(happened => Kind(happened) == "alert-stepped").Select(Step)]);
    }

    private static string Kind(JsonElement happened) => happened.GetProperty("is").GetString()!;

    private static StoredStep Step(JsonElement stepped) => new(
        stepped.GetProperty("alert").ToString(), stepped.GetProperty("step").GetInt32(),
        stepped.GetProperty("due").GetDateTimeOffset(), stepped.GetProperty("at").GetDateTimeOffset());
}

/// <summary>A step of a ladder: when it was due and when it was taken, venue time.</summary>
internal sealed record StoredStep(string Alert, int Step, DateTimeOffset Due, DateTimeOffset Taken);

/// <summary>A venue's log, read from the database file without any code of the hub: what a checker must not take on trust.</summary>
/// <param name="Head">What the venue's row says.</param>
internal sealed record StoredLog(string Venue, long Head, byte[] HeadMark, IReadOnlyList<StoredRow> Rows)
{
    private const string StoreFile = "reception.db";

    public static IReadOnlyList<StoredLog> Read(string data, long after = 0)
    {
        using var db = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = Path.Combine(data, StoreFile), Mode = SqliteOpenMode.ReadOnly, Pooling = false,
        }.ToString());
        db.Open();
        using var snapshot = db.BeginTransaction(deferred: true);
        var heads = Query(db, "SELECT venue, head, mark FROM venues ORDER BY venue", row => (row.GetString(0), row.GetInt64(1), (byte[])row[2]));
        return [.. heads.Select(head => new StoredLog(head.Item1, head.Item2, head.Item3, RowsOf(db, head.Item1, after)))];
    }

    /// <summary>Venue time to host time: where it was tied, and the pace.</summary>
    public static Func<DateTimeOffset, DateTimeOffset> HostTime(string data)
    {
        using var db = new SqliteConnection($"Data Source={Path.Combine(data, StoreFile)};Mode=ReadOnly;Pooling=False");
        db.Open();
        var (store, venue, pace) = Query(db, "SELECT store_time, venue_time, pace FROM clock_anchor", row => (Time(row.GetInt64(0)), Time(row.GetInt64(1)), row.GetDouble(2)))[0];
        return at => store + ((at - venue) / pace);
    }

    /// <summary>Null when numbers run on from 1 without a gap up to the head.</summary>
    public string? Gap()
    {
        for (var i = 0; i < Rows.Count; i++)
        {
            if (Rows[i].Seq != i + 1)
            {
                return $"{Venue}: after {i} comes {Rows[i].Seq}";
            }
        }

        return Rows.Count == Head ? null : $"{Venue}: the head is {Head}, the last entry {Rows.Count}";
    }

    /// <summary>Null when every mark is SHA-256(previous mark ‖ body), from the venue's first one to the head's.</summary>
    public string? BrokenChain()
    {
        var mark = SHA256.HashData(Encoding.UTF8.GetBytes("reception-hub\n" + Venue));
        foreach (var row in Rows)
        {
            mark = SHA256.HashData([.. mark, .. row.Body]);
            if (!mark.AsSpan().SequenceEqual(row.Mark))
            {
                return string.Create(CultureInfo.InvariantCulture, $"{Venue}: the mark of entry {row.Seq} is not that of its history");
            }
        }

        return mark.AsSpan().SequenceEqual(HeadMark) ? null : $"{Venue}: the head's mark is not the last entry's";
    }

    private static List<StoredRow> RowsOf(SqliteConnection db, string venue, long after)
    {
        using var command = db.CreateCommand();
        command.CommandText = "SELECT seq, command_id, at, body, mark FROM entries WHERE venue = $venue AND seq > $after ORDER BY seq";
        command.Parameters.AddWithValue("$venue", venue);
        command.Parameters.AddWithValue("$after", after);
        return All(command, row =>
        {
            return StoredRow.Of(row.GetInt64(0), row.IsDBNull(1) ? null : row.GetString(1), Time(row.GetInt64(2)), (byte[])row[3], (byte[])row[4]);
        });
    }

    public static DateTimeOffset Time(long ticks) => new(ticks, TimeSpan.Zero);

    private static List<T> Query<T>(SqliteConnection db, string sql, Func<SqliteDataReader, T> read)
    {
        using var command = db.CreateCommand();
#pragma warning disable CA2100 // The statements are the constants above.
        command.CommandText = sql;
#pragma warning restore CA2100
        return All(command, read);
    }

    private static List<T> All<T>(SqliteCommand command, Func<SqliteDataReader, T> read)
    {
        using var rows = command.ExecuteReader();
        var all = new List<T>();
        while (rows.Read())
        {
            all.Add(read(rows));
        }

        return all;
    }

}
