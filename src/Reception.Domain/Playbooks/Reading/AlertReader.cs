using System.Collections.Immutable;
using Reception.Domain.Alerts;

namespace Reception.Domain.Playbooks.Reading;

/// <summary>Words and rules of calls.</summary>
internal static class AlertReader
{
    public static readonly ImmutableArray<string> Keys = ["to", "kind", "answer", "done", "over", "ladder", "screen", "ear", "say", "place"];

    private static readonly ImmutableArray<string> Answers = [.. Enum.GetNames<AnswerRule>().Select(name => name.ToLowerInvariant())];

    public static ImmutableArray<string> AlertKinds { get; } = [.. Enum.GetNames<AlertKind>().Select(name => name.ToLowerInvariant())];

    public static IEnumerable<AlertTemplate> All(MapReader map, string key, IReadOnlyDictionary<string, Field> fields)
    {
        foreach (var (id, value, at) in map.Things(key))
        {
            map.Scope.Mark("alert:" + id, at);
            if (MapReader.Of(value, id, map.Scope, Keys) is { } alert)
            {
                yield return One(id, alert, fields);
            }
        }
    }

    public static AlertTemplate One(string id, MapReader alert, IReadOnlyDictionary<string, Field> fields)
    {
        var kind = alert.OneOf("kind", AlertKinds, needed: true) is { } word ? Enum.Parse<AlertKind>(word, ignoreCase: true) : AlertKind.Information;
        var otherwise = kind == AlertKind.Information ? AnswerRule.None : AnswerRule.Any;
        var answer = alert.OneOf("answer", Answers) is { } rule ? Enum.Parse<AnswerRule>(rule, ignoreCase: true) : otherwise;
        if ((answer == AnswerRule.None) != (kind == AlertKind.Information))
        {
            alert.Scope.Add(Flaws.Senseless(alert.At, "information 不要应答，其余都要应答", "information wants no answer, every other kind wants one"));
        }

        foreach (var part in new[] { "screen", "ear", "say" })
        {
            if (alert[part] is { } node)
            {
                alert.Scope.Mark($"alert:{id}.{part}", node.At);
            }
        }

        var screen = alert.Text("screen", needed: true) ?? Text.Of("");
        return new(
            id,
            TargetReader.All(alert, "to", fields),
            kind,
            answer,
            MapReader.Of(alert["done"], "done", alert.Scope, ["within"])?.Duration("within", needed: true),
            alert.Refs("over", Kind.Trigger, alert.Scope.Names.Triggers),
            LadderReader.One(alert, "ladder", fields),
            screen,
            alert.Text("ear", needed: true) ?? screen,
            alert.Text("say"),
            FieldReader.Refer(alert, "place", fields, FieldType.Place));
    }
}
