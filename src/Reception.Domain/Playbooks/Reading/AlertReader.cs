using System.Collections.Immutable;
using Reception.Domain.Alerts;

namespace Reception.Domain.Playbooks.Reading;

/// <summary>Words and rules of calls.</summary>
internal static class AlertReader
{
    public static readonly ImmutableArray<string> Keys = ["to", "kind", "answer", "done", "over", "ladder", "screen", "ear", "say", "place", "lines", "if"];

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

    /// <summary><c>{within: 5m}</c>, or <c>true</c>: in the venue's own time.</summary>
    private static TimeSpan? Done(MapReader alert) => alert["done"] is Node.Scalar
        ? alert.Flag("done") ? TimeSpan.Zero : null
        : MapReader.Of(alert["done"], "done", alert.Scope, ["within"])?.Duration("within", needed: true);

    public static AlertTemplate One(string id, MapReader alert, IReadOnlyDictionary<string, Field> fields)
    {
        var kind = alert.OneOf("kind", AlertKinds, needed: true) is { } word ? Enum.Parse<AlertKind>(word, ignoreCase: true) : AlertKind.Information;
        var otherwise = kind == AlertKind.Information ? AnswerRule.None : AnswerRule.Any;
        var answer = alert.OneOf("answer", Answers) is { } rule ? Enum.Parse<AnswerRule>(rule, ignoreCase: true) : otherwise;
        if ((answer == AnswerRule.None) != (kind == AlertKind.Information))
        {
            alert.Scope.Add(Flaws.Senseless(alert.At, "information 不要应答，其余都要应答", "information wants no answer, every other kind wants one"));
        }

        if (answer == AnswerRule.Each && alert.List("to").OfType<Node.Map>().Any(target => target["rota"] is not null))
        {
            alert.Scope.Add(Flaws.Senseless(alert.At, "轮到的只有一个人，不用“each”", "a turn is one person's, so 'each' makes no sense"));
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
            Done(alert),
            alert.Refs("over", Kind.Trigger, alert.Scope.Names.Triggers),
            LadderReader.One(alert, "ladder", fields),
            screen,
            alert.Text("ear", needed: true) ?? screen,
            alert.Text("say"),
            FieldReader.Refer(alert, "place", fields, FieldType.Place))
        {
            Lines = Lines(alert),
            If = [.. ConditionReader.All(alert, fields)],
        };
    }

    private static ImmutableDictionary<PositionId, Text> Lines(MapReader alert)
    {
        var lines = ImmutableDictionary.CreateBuilder<PositionId, Text>();
        foreach (var entry in (alert["lines"] as Node.Map)?.Entries ?? [])
        {
            if (alert.Scope.Refer(entry.Key, Kind.Position, alert.Scope.Names.Positions) is { } position && MapReader.TextOf(entry.Value, position, alert.Scope) is { } line)
            {
                lines[new(position)] = line;
            }
        }

        return lines.ToImmutable();
    }
}
