using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Reception.Domain;
using Reception.Domain.Playbooks;
using Reception.Domain.Venues;
using Reception.Hub.Storage;

namespace Reception.Hub.Venues.Stored;

/// <summary>How entries, snapshots and playbooks lie in the store: UTF-8 JSON. Unknown fields are skipped (events only gain fields), unknown events are not.</summary>
internal static class LogJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { ClosedLists.Describe, MissingLists.AreEmpty } },
    };

    public static byte[] Write(Entry entry) => JsonSerializer.SerializeToUtf8Bytes(entry, Options);

    public static byte[] Write(VenueState state) => JsonSerializer.SerializeToUtf8Bytes(state, Options);

    public static byte[] Write(Playbook playbook) => JsonSerializer.SerializeToUtf8Bytes(playbook, Options);

    public static Playbook ReadPlaybook(string hash, byte[] body) => Read<Playbook>(body, $"playbook {hash}");

    /// <exception cref="VenueParkedException">The entry is of a newer version, or not ours.</exception>
    public static Entry ReadEntry(string venue, StoredEntry stored) => Read<Entry>(stored.Body, $"entry {stored.Seq} of venue {venue}");

    /// <exception cref="VenueParkedException">The snapshot is not what its shape says.</exception>
    public static VenueState ReadState(SnapshotRow row) => Read<VenueState>(row.Content, $"the snapshot of venue {row.Venue} at {row.Seq}");

    private static T Read<T>(byte[] body, string what)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(body, Options) ?? throw new JsonException("null");
        }
        catch (Exception cause) when (cause is JsonException or NotSupportedException or InvalidOperationException or FormatException)
        {
            throw new VenueParkedException($"{what} cannot be read by this version: {cause.Message}", cause);
        }
    }
}
