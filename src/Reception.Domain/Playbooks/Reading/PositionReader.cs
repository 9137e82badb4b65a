using System.Collections.Immutable;

namespace Reception.Domain.Playbooks.Reading;

/// <summary>Positions of a venue and who may take them.</summary>
internal static class PositionReader
{
    private const int MostNeeded = 99;

    private static readonly ImmutableArray<string> Keys = ["name", "screen", "theme", "phone", "desk", "needed"];

    public static IEnumerable<PositionEntry> All(MapReader map)
    {
        foreach (var (id, value, at) in map.Things("positions"))
        {
            map.Scope.Mark("position:" + id, at);
            if (MapReader.Of(value, id, map.Scope, Keys) is { } position)
            {
                yield return new(
                    new(id),
                    position.Text("name", needed: true) ?? Text.Of(""),
                    position.OneOf("screen", Uses.Screen) ?? "calls",
                    position.OneOf("theme", Uses.Theme) ?? "day",
                    position.Word("phone"),
                    position.Flag("desk"),
                    position.Number("needed", 0, MostNeeded) ?? 1);
            }
        }
    }

    public static IEnumerable<StaffEntry> Staff(MapReader map)
    {
        foreach (var (id, value, at) in map.Things("staff"))
        {
            map.Scope.Mark("staff:" + id, at);
            if (MapReader.Of(value, id, map.Scope, ["name", "positions"]) is { } person)
            {
                person.Needed("positions");
                yield return new(new(id), person.Text("name", needed: true, plain: true) ?? Text.Of(""), person.Positions("positions"));
            }
        }
    }
}

/// <summary>Places by kind: a list of names, or a map from ids to names.</summary>
internal static class PlaceReader
{
    public static IEnumerable<PlaceEntry> All(MapReader map)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (kind, value, at) in map.Things("places"))
        {
            map.Scope.Mark("place-kind:" + kind, at);
            foreach (var (id, name, where) in Places(value, map.Scope))
            {
                if (seen.Add(id))
                {
                    yield return new(new(id), kind, name);
                    continue;
                }

                map.Scope.Add(Flaws.Twice(where, Kind.Place, id));
            }
        }
    }

    private static IEnumerable<(string Id, Text Name, Spot At)> Places(Node node, Scope scope)
    {
        if (node is Node.List names)
        {
            foreach (var name in names.Items.Where(item => item is not Node.Scalar))
            {
                scope.Add(Flaws.WrongType(name.At, "places", "地方的名字", "the name of a place"));
            }

            node = new Node.Map(node.At, [.. names.Items.OfType<Node.Scalar>().Select(name => new Node.Entry(name, name))]);
        }

        var holder = MapReader.Of(new Node.Map(node.At, [new(new(node.At, "places", Plain: true), node)]), "places", scope, ["places"])!;
        foreach (var (id, value, at) in holder.Things("places", anyCase: true))
        {
            if (MapReader.TextOf(value, id, scope, plain: true) is { } name)
            {
                yield return (id, name, at);
            }
        }
    }
}
