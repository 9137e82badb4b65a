using Npgsql;

namespace Reception.Hub.Storage.Postgres;

/// <summary>How times and texts lie in PostgreSQL.</summary>
internal static class Values
{
    public static object? Ticks(DateTimeOffset? time) => time?.UtcTicks;

    extension(NpgsqlDataReader row)
    {
        public DateTimeOffset Time(int column) => new(row.GetInt64(column), TimeSpan.Zero);

        public DateTimeOffset? TimeOrNull(int column) => row.IsDBNull(column) ? null : row.Time(column);

        public string? TextOrNull(int column) => row.IsDBNull(column) ? null : row.GetString(column);

        public byte[] Bytes(int column) => row.GetFieldValue<byte[]>(column);

        public byte[]? BytesOrNull(int column) => row.IsDBNull(column) ? null : row.Bytes(column);
    }
}
