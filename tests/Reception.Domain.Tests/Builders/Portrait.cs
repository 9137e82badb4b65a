using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Reception.Domain.Venues;

namespace Reception.Domain.Tests.Builders;

/// <summary>A state as text that is equal when the states are; dictionaries have no order.</summary>
internal static class Portrait
{
    private static readonly JsonSerializerOptions Options = new()
    {
        IgnoreReadOnlyProperties = true,
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <param name="without">Properties left out, wherever they stand.</param>
    public static string Of(VenueState state, params string[] without) =>
        Sorted(JsonSerializer.SerializeToNode(state, Options)!, [.. without])!.ToJsonString(Options);

    public static string Of(Entry entry) =>
        Sorted(JsonSerializer.SerializeToNode(new { entry.Refusal, Events = entry.Events.Select(happened => new { Is = happened.GetType().Name, What = (object)happened }) }, Options)!, [])!
            .ToJsonString(Options);

    private static JsonNode? Sorted(JsonNode? node, HashSet<string> without) => node switch
    {
        JsonObject map => new JsonObject(map.Where(one => !without.Contains(one.Key)).OrderBy(one => one.Key, StringComparer.Ordinal)
            .Select(one => KeyValuePair.Create(one.Key, Sorted(one.Value, without)))),
        JsonArray list => new JsonArray([.. list.Select(one => Sorted(one, without))]),
        null => null,
        _ => node.DeepClone(),
    };
}
