using System.Collections.Immutable;

namespace Reception.Domain.Playbooks.Reading;

/// <summary>When something is to be done, or a call to be raised: a closed list, all must hold.</summary>
internal static class ConditionReader
{
    public static IEnumerable<Condition> All(MapReader map, IReadOnlyDictionary<string, Field> fields) =>
        map.List("if").Select(node => One(map.Scope, node, fields)).OfType<Condition>();

    /// <summary><c>{weather: [rain]}</c>, <c>{weather-not: [rain]}</c>, <c>{fact: {drink: [tea]}}</c>, <c>{fact-not: {drink: []}}</c>; an empty list: filled;
    /// <c>{short: {position: number}}</c>.</summary>
    private static Condition? One(Scope scope, Node node, IReadOnlyDictionary<string, Field> fields)
    {
        if (MapReader.Of(node, "if", scope, ["weather", "weather-not", "fact", "fact-not", "short"]) is not { } body)
        {
            return null;
        }

        var not = body["weather-not"] is not null || body["fact-not"] is not null;
        if (body["weather"] is not null || body["weather-not"] is not null)
        {
            return new Condition.WeatherIs(Weather(body, not ? "weather-not" : "weather"), not);
        }

        if (body["short"] is { } few)
        {
            return Short(scope, few, fields);
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

    private static ImmutableArray<string> Weather(MapReader body, string key)
    {
        var words = body.List(key).OfType<Node.Scalar>().ToArray();
        foreach (var word in words.Where(word => !Uses.Weather.Contains(word.Value)))
        {
            body.Scope.Add(Flaws.NotOneOf(word.At, key, word.Value, Uses.Weather));
        }

        return [.. words.Select(word => word.Value)];
    }

    private static Condition.Short? Short(Scope scope, Node node, IReadOnlyDictionary<string, Field> fields)
    {
        if (node is Node.Map { Entries: [var pair] })
        {
            return scope.Refer(pair.Key, Kind.Position, scope.Names.Positions) is { } position && FieldReader.Refer(scope, pair.Value, fields, FieldType.Number) is { } field
                ? new(new(position), field)
                : null;
        }

        scope.Add(Flaws.WrongType(node.At, "short", "一对“岗位: 字段”", "one pair 'position: field'"));
        return null;
    }
}
