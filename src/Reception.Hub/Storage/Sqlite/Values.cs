using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Reception.Hub.Storage.Sqlite;

/// <summary>How times, days and lists lie in SQLite.</summary>
internal static class Values
{
    private const string DayFormat = "yyyy-MM-dd";

    public static object? Ticks(DateTimeOffset? time) => time?.UtcTicks;

    public static string Day(DateOnly day) => day.ToString(DayFormat, CultureInfo.InvariantCulture);

    public static string List<T>(IReadOnlyCollection<T> items) => JsonSerializer.Serialize(items);

    extension(SqliteDataReader row)
    {
        public DateTimeOffset Time(int column) => new(row.GetInt64(column), TimeSpan.Zero);

        public DateTimeOffset? TimeOrNull(int column) => row.IsDBNull(column) ? null : row.Time(column);

        public string? TextOrNull(int column) => row.IsDBNull(column) ? null : row.GetString(column);

        public byte[] Bytes(int column) => row.GetFieldValue<byte[]>(column);

        public byte[]? BytesOrNull(int column) => row.IsDBNull(column) ? null : row.Bytes(column);

        public DateOnly Day(int column) => DateOnly.ParseExact(row.GetString(column), DayFormat, CultureInfo.InvariantCulture);
    }
}
