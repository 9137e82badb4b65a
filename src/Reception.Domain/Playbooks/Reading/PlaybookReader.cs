using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Reception.Domain.Playbooks.Reading;

/// <summary>What reading came to. <paramref name="Value"/> is null when there is a flaw.</summary>
/// <param name="Marks">Where each thing was written: <c>stage:seated</c>, <c>alert:x.ear</c>.</param>
public sealed record Reading<T>(T? Value, ImmutableArray<Flaw> Flaws, FrozenDictionary<string, Spot> Marks)
    where T : class;

/// <summary>YAML text → playbook, or everything that is wrong with it. Bad input is an answer, never an exception.</summary>
public static class PlaybookReader
{
    private static readonly ImmutableArray<string> Keys =
        ["playbook", "name", "host", "columns", "fields", "stages", "anywhere", "opens", "alerts", "items", "refusals", "reasons", "no-show"];

    /// <summary>Read alone: references to positions and kinds of places, which are the venue's, are taken as they stand.</summary>
    public static Reading<Playbook> Read(string file, string text)
    {
        var flaws = new List<Flaw>();
        return YamlTree.Parse(file, text, flaws) is { } root ? Read(root, flaws, positions: null, placeKinds: null) : new(null, [.. flaws], EmptyMarks);
    }

    internal static FrozenDictionary<string, Spot> EmptyMarks { get; } = FrozenDictionary<string, Spot>.Empty;

    internal static Reading<Playbook> Read(Node root, IEnumerable<Flaw> before, FrozenSet<string>? positions, FrozenSet<string>? placeKinds)
    {
        var scope = new Scope(NameReader.Of(root, positions, placeKinds));
        scope.Flaws.AddRange(before);
        var playbook = MapReader.Of(root, "playbook", scope, Keys) is { } map ? Read(map) : null;
        var flaws = Flaws.Sorted(scope.Flaws);
        return new(flaws.IsEmpty ? playbook : null, flaws, scope.Marks.ToFrozenDictionary(StringComparer.Ordinal));
    }

    private static Playbook? Read(MapReader map)
    {
        var scope = map.Scope;
        scope.Mark("playbook", map.At);
        var id = map.Word("playbook", needed: true);
        var name = map.Text("name", needed: true);
        var columns = Columns(map).ToImmutableArray();
        var fields = FieldReader.All(map).ToImmutableArray();
        var known = fields.ToDictionary(field => field.Id, StringComparer.Ordinal);
        map.Needed("stages");
        var stages = StageReader.All(map).ToImmutableArray();
        var playbook = new Playbook(
            id ?? "",
            "",
            name ?? Text.Of(""),
            columns,
            fields,
            stages,
            [.. new TriggerReader(scope, known, stages).All(map)],
            AlertReader.All(map, "alerts", known).ToImmutableDictionary(alert => alert.Id),
            new ItemReader(scope, known).All(map).ToImmutableDictionary(item => item.Id),
            Words(map, "refusals", "refusal"),
            FieldReader.Refer(map, "host", known, FieldType.Staff),
            NoShow(map))
        {
            Reasons = Words(map, "reasons", "reason"),
        };
        return playbook with { Hash = Canonical.Hash(playbook) };
    }

    private static IEnumerable<Column> Columns(MapReader map)
    {
        map.Needed("columns");
        foreach (var (id, value, at) in map.Things("columns"))
        {
            map.Scope.Mark("column:" + id, at);
            yield return new(id, MapReader.TextOf(value, id, map.Scope) ?? Text.Of(""));
        }
    }

    private static ImmutableDictionary<string, Text> Words(MapReader map, string key, string mark)
    {
        var words = ImmutableDictionary.CreateBuilder<string, Text>(StringComparer.Ordinal);
        foreach (var (id, value, at) in map.Things(key))
        {
            map.Scope.Mark($"{mark}:{id}", at);
            words[id] = MapReader.TextOf(value, id, map.Scope) ?? Text.Of("");
        }

        return words.ToImmutable();
    }

    private static NoShowRule? NoShow(MapReader map)
    {
        if (MapReader.Of(map["no-show"], "no-show", map.Scope, ["after", "to", "alert"]) is not { } rule)
        {
            return null;
        }

        map.Scope.Mark("no-show", rule.At);
        var after = rule.Duration("after", needed: true);
        var stage = rule.Ref("to", Kind.Stage, map.Scope.Names.Stages, needed: true);
        var alerts = rule.Refs("alert", Kind.Alert, map.Scope.Names.Alerts);
        return after is { } time && stage is not null ? new(time, stage, alerts) : null;
    }
}
