using System.Text.Json.Nodes;

namespace Reception.Chaos.Worlds;

/// <summary>The same JSON in the same order: a dictionary's own order is another one in each process.</summary>
internal static class Canonical
{
    public static string Of(byte[] json) => Sorted(JsonNode.Parse(json))!.ToJsonString();

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject fields => new JsonObject(fields.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => KeyValuePair.Create(field.Key, Sorted(field.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Sorted)]),
        _ => node?.DeepClone(),
    };
}
