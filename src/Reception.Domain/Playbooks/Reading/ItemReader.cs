using System.Collections.Immutable;

namespace Reception.Domain.Playbooks.Reading;

/// <summary>Things to do.</summary>
internal sealed class ItemReader(Scope scope, IReadOnlyDictionary<string, Field> fields)
{
    private static readonly ImmutableArray<string> Keys = ["name", "who", "due", "if", "keep", "tag", "call", "late", "stays", "ahead", "every"];

    private static readonly ImmutableArray<string> DueKeys = ["in", "before-eta", "at"];

    public IEnumerable<ItemTemplate> All(MapReader map)
    {
        foreach (var (id, value, at) in map.Things("items"))
        {
            scope.Mark("item:" + id, at);
            if (MapReader.Of(value, id, scope, Keys) is { } item)
            {
                yield return One(id, item);
            }
        }
    }

    private ItemTemplate One(string id, MapReader item)
    {
        var (late, after) = Late(item);
        var every = item.Duration("every");
        return new(
            id,
            item.Text("name", needed: true) ?? Text.Of(""),
            item.Positions("who"),
            Due(item) ?? (every is { } span ? new DueRule.In(span) : null),
            [.. item.List("if").Select(Condition).OfType<Condition>()],
            item.Flag("keep"),
            item.Flag("tag"),
            item.Ref("call", Kind.Alert, scope.Names.Alerts),
            late,
            after,
            item.Flag("stays"))
        {
            Ahead = item.Duration("ahead"),
            Every = every,
        };
    }

    private DueRule? Due(MapReader item)
    {
        if (MapReader.Of(item["due"], "due", scope, DueKeys) is not { } due)
        {
            return null;
        }

        if (DueKeys.Count(key => due[key] is not null) != 1)
        {
            scope.Add(Flaws.Senseless(due.At, "到期只写一种：in、before-eta 或 at", "due is one of in, before-eta, at"));
            return null;
        }

        return due.Duration("in") is { } span ? new DueRule.In(span)
            : due.Duration("before-eta") is { } before ? new DueRule.BeforeEta(before)
            : due.Ref("at", Kind.Stage, scope.Names.Stages) is { } stage ? new DueRule.AtStage(stage)
            : null;
    }

    private (string? Alert, TimeSpan After) Late(MapReader item)
    {
        if (MapReader.Of(item["late"], "late", scope, ["alert", "after"]) is not { } late)
        {
            return (null, TimeSpan.Zero);
        }

        return (late.Ref("alert", Kind.Alert, scope.Names.Alerts, needed: true), late.Duration("after") ?? TimeSpan.Zero);
    }

    /// <summary><c>{weather: [rain]}</c>, <c>{weather-not: [rain]}</c>, <c>{fact: {drink: [tea]}}</c>, <c>{fact-not: {drink: []}}</c>; an empty list: filled.</summary>
    private Condition? Condition(Node node)
    {
        if (MapReader.Of(node, "if", scope, ["weather", "weather-not", "fact", "fact-not"]) is not { } body)
        {
            return null;
        }

        var not = body["weather-not"] is not null || body["fact-not"] is not null;
        if (body["weather"] is not null || body["weather-not"] is not null)
        {
            return new Condition.WeatherIs(Weather(body, not ? "weather-not" : "weather"), not);
        }

        var key = not ? "fact-not" : "fact";
        if (body[key] is not Node.Map { Entries: [var pair] })
        {
            scope.Add(Flaws.WrongType(body[key]?.At ?? body.At, key, "一对“字段: [值]”", "one pair 'field: [values]'"));
            return null;
        }

        if (FieldReader.Refer(scope, pair.Key, fields) is not { } id || !fields.TryGetValue(id, out var field))
        {
            return null;
        }

        var values = pair.Value is Node.List list ? list.Items : [pair.Value];
        return new Condition.FactIs(id, [.. values.Select(value => FactReader.Value(scope, value, field)).OfType<string>()], not);
    }

    private ImmutableArray<string> Weather(MapReader body, string key)
    {
        var words = body.List(key).OfType<Node.Scalar>().ToArray();
        foreach (var word in words.Where(word => !Uses.Weather.Contains(word.Value)))
        {
            scope.Add(Flaws.NotOneOf(word.At, key, word.Value, Uses.Weather));
        }

        return [.. words.Select(word => word.Value)];
    }
}
