using YamlDotNet.RepresentationModel;

namespace Reception.Hub.Tests.Architecture;

/// <summary>The names that belong to the shipped playbooks: of procedures, stages and positions.</summary>
internal static class PlaybookIds
{
    private const string Folder = "src/Reception.Domain/Playbooks";

    public static IReadOnlySet<string> Read() =>
        Repository.Files(Folder).Where(file => file.EndsWith(".yaml", StringComparison.Ordinal))
            .SelectMany(file => Of(Path.GetFileNameWithoutExtension(file), Repository.Read(file)))
            .ToHashSet();

    public static IEnumerable<string> Of(string name, string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        var root = stream.Documents[0].RootNode as YamlMappingNode ?? [];
        // A venue's files are called after what they hold, a playbook's after the procedure.
        return Under(root, "stages").Concat(Under(root, "positions")).Concat(Value(root, "id"))
            .Concat(Find(root, "stages") is null ? [] : [name]);
    }

    private static YamlNode? Find(YamlMappingNode map, string key) =>
        map.Children.TryGetValue(new YamlScalarNode(key), out var node) ? node : null;

    private static IEnumerable<string> Value(YamlMappingNode map, string key) =>
        Find(map, key) is YamlScalarNode { Value: { } text } ? [text] : [];

    private static IEnumerable<string> Under(YamlMappingNode root, string key) => Find(root, key) switch
    {
        YamlMappingNode map => map.Children.Keys.OfType<YamlScalarNode>().Select(node => node.Value!),
        YamlSequenceNode list => list.SelectMany(entry => entry is YamlMappingNode map ? Value(map, "id") : [((YamlScalarNode)entry).Value!]),
        _ => [],
    };
}
