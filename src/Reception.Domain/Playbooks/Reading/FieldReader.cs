using System.Collections.Immutable;

namespace Reception.Domain.Playbooks.Reading;

/// <summary>What can be known of a guest or a visit.</summary>
internal static class FieldReader
{
    private static readonly ImmutableArray<string> Keys = ["name", "type", "class", "use", "choices", "kind", "positions", "min", "max"];

    private static readonly ImmutableArray<string> Types = [.. Enum.GetNames<FieldType>().Select(name => name.ToLowerInvariant())];

    private static readonly ImmutableArray<string> Classes = [.. Enum.GetNames<CardClass>().Select(name => name.ToLowerInvariant())];

    public static IEnumerable<Field> All(MapReader map)
    {
        foreach (var (id, value, at) in map.Things("fields"))
        {
            map.Scope.Mark("field:" + id, at);
            if (MapReader.Of(value, id, map.Scope, Keys) is { } field && One(id, field) is { } read)
            {
                yield return read;
            }
        }
    }

    /// <summary>A key that names a field of a given type.</summary>
    public static string? Refer(MapReader map, string key, IReadOnlyDictionary<string, Field> fields, params ReadOnlySpan<FieldType> types) =>
        map[key] is { } node ? Refer(map.Scope, node, fields, types) : null;

    public static string? Refer(Scope scope, Node? node, IReadOnlyDictionary<string, Field> fields, params ReadOnlySpan<FieldType> types)
    {
        if (scope.Refer(node, Kind.Field, scope.Names.Fields) is not { } id)
        {
            return null;
        }

        if (fields.TryGetValue(id, out var field) && types.Length > 0 && !types.Contains(field.Type))
        {
            var wanted = string.Join(" / ", types.ToArray().Select(NameOf));
            scope.Add(Flaws.WrongFieldType(node!.At, id, wanted, NameOf(field.Type)));
            return null;
        }

        return id;
    }

    public static string NameOf(FieldType type) => type.ToString().ToLowerInvariant();

    private static Field? One(string id, MapReader field)
    {
        var name = field.Text("name", needed: true);
        var type = field.OneOf("type", Types, needed: true) is { } word ? Enum.Parse<FieldType>(word, ignoreCase: true) : (FieldType?)null;
        var cardClass = field.OneOf("class", Classes) is { } held ? Enum.Parse<CardClass>(held, ignoreCase: true) : (CardClass?)null;
        var use = field.OneOf("use", Uses.Field);
        var kind = field.Ref("kind", Kind.PlaceKind, field.Scope.Names.PlaceKinds);
        var positions = field.Positions("positions");
        var choices = Choices(field).ToImmutableArray();
        var least = field.Number("min", 0, int.MaxValue);
        var most = field.Number("max", 0, int.MaxValue);
        if (name is null || type is not { } of)
        {
            return null;
        }

        Fits(id, field, of);
        return new(id, name, of, cardClass, use, choices, kind, positions, least, most);
    }

    private static IEnumerable<Choice> Choices(MapReader field)
    {
        foreach (var (id, value, _) in field.Things("choices"))
        {
            if (MapReader.TextOf(value, id, field.Scope) is { } name)
            {
                yield return new(id, name);
            }
        }
    }

    /// <summary>Each type needs its own keys and has no use for the others'.</summary>
    private static void Fits(string id, MapReader field, FieldType type)
    {
        Own("class", type == FieldType.Text, needed: true);
        Own("choices", type is FieldType.Choice or FieldType.Choices, needed: true);
        Own("kind", type == FieldType.Place, needed: true);
        Own("positions", type == FieldType.Staff, needed: false);
        Own("min", type == FieldType.Number, needed: false);
        Own("max", type == FieldType.Number, needed: false);

        void Own(string key, bool owns, bool needed)
        {
            if (owns && needed)
            {
                field.Needed(key);
            }
            else if (!owns && field[key] is { } stray)
            {
                field.Scope.Add(Flaws.Senseless(stray.At, $"{NameOf(type)} 类型的字段“{id}”没有“{key}”", $"'{id}' is of type {NameOf(type)} and has no '{key}'"));
            }
        }
    }
}
