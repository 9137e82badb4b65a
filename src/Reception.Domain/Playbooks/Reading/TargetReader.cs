using System.Collections.Immutable;

namespace Reception.Domain.Playbooks.Reading;

/// <summary>Whom a call is for: <c>position-id</c>, <c>everyone</c>, <c>all-staff</c>, <c>{person: field, else: [positions]}</c>, <c>{rota: field}</c>.</summary>
internal static class TargetReader
{
    private const string AllOnDuty = "everyone";
    private const string AllStaff = "all-staff";
    private const string ItsPosition = "its-position";

    public static ImmutableArray<Target> All(MapReader map, string key, IReadOnlyDictionary<string, Field> fields) =>
        [.. map.List(key).Select(node => One(map.Scope, node, fields)).OfType<Target>()];

    private static Target? One(Scope scope, Node node, IReadOnlyDictionary<string, Field> fields)
    {
        if (node is Node.Scalar word)
        {
            return word.Value switch
            {
                AllOnDuty => new Target.Everyone(),
                AllStaff => new Target.AllStaff(),
                ItsPosition => new Target.ItsPosition(),
                _ => scope.Refer(node, Kind.Position, scope.Names.Positions is { } known ? [.. known, AllOnDuty, AllStaff, ItsPosition] : null) is { } id
                    ? new Target.Position(new(id))
                    : null,
            };
        }

        if (MapReader.Of(node, "to", scope, ["person", "else", "rota"]) is not { } map)
        {
            return null;
        }

        if ((map["person"] is null) == (map["rota"] is null))
        {
            scope.Add(Flaws.Senseless(map.At, "写 person 或 rota 其中一个", "write either person or rota"));
            return null;
        }

        return map["rota"] is { } turn
            ? FieldReader.Refer(scope, turn, fields, FieldType.Staff) is { } rota ? new Target.Rota(rota) : null
            : FieldReader.Refer(map, "person", fields, FieldType.Staff) is { } person ? new Target.Person(person, map.Positions("else")) : null;
    }
}

/// <summary>Who is asked when nobody answers.</summary>
internal static class LadderReader
{
    private static readonly ImmutableArray<string> Keys = ["again", "rungs"];

    public static Ladder? One(MapReader map, string key, IReadOnlyDictionary<string, Field> fields)
    {
        if (MapReader.Of(map[key], key, map.Scope, Keys) is not { } ladder)
        {
            return null;
        }

        var again = ladder.Duration("again", needed: true) ?? TimeSpan.Zero;
        if (ladder["again"] is { } node && again < TimeSpan.FromSeconds(5))
        {
            map.Scope.Add(Flaws.Senseless(node.At, "重复提醒最快 5 秒一次", "ringing again is possible every 5 seconds at most"));
        }

        var rungs = ImmutableArray.CreateBuilder<Rung>();
        foreach (var step in ladder.List("rungs"))
        {
            if (MapReader.Of(step, "rungs", map.Scope, ["after", "to"]) is not { } rung)
            {
                continue;
            }

            rung.Needed("to");
            var after = rung.Duration("after", needed: true) ?? TimeSpan.Zero;
            if (rungs.Count > 0 && after < rungs[^1].After)
            {
                map.Scope.Add(Flaws.Senseless(rung.At, "后一级不能比前一级早", "a later rung cannot come before the one above it"));
            }

            rungs.Add(new(after, TargetReader.All(rung, "to", fields)));
        }

        return new(again, rungs.ToImmutable());
    }
}
