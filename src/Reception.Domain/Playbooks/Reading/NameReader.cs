using System.Collections.Frozen;

namespace Reception.Domain.Playbooks.Reading;

/// <summary>Gathers every name of a playbook before anything refers to one.</summary>
internal static class NameReader
{
    public static Names Of(Node root, FrozenSet<string>? positions, FrozenSet<string>? placeKinds) => new(
        Ids(root, "columns"),
        Ids(root, "fields"),
        Ids(root, "stages"),
        Triggers(root).ToFrozenSet(StringComparer.Ordinal),
        Ids(root, "alerts"),
        Ids(root, "items"),
        Ids(root, "refusals"),
        positions,
        placeKinds);

    private static FrozenSet<string> Ids(Node root, string key) =>
        Entries(root, key).Select(entry => entry.Key.Value).ToFrozenSet(StringComparer.Ordinal);

    private static IEnumerable<string> Triggers(Node root) => Entries(root, "stages")
        .SelectMany(stage => Entries(stage.Value, "triggers"))
        .Concat(Entries(root, "anywhere"))
        .Concat(Entries(root, "opens"))
        .Select(entry => entry.Key.Value);

    private static IEnumerable<Node.Entry> Entries(Node node, string key) =>
        node is Node.Map map && map[key] is Node.Map things ? things.Entries.Where(entry => !entry.Value.IsEmpty) : [];
}
