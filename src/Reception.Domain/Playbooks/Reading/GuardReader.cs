using System.Collections.Immutable;

namespace Reception.Domain.Playbooks.Reading;

/// <summary>The six guards: <c>filled, done, on-duty-as, holds, enough, no-exclusive</c>.</summary>
internal sealed class GuardReader(Scope scope, IReadOnlyDictionary<string, Field> fields)
{
    private static readonly ImmutableArray<string> Kinds = ["filled", "done", "on-duty-as", "holds", "enough", "no-exclusive"];

    public IEnumerable<Guard> All(MapReader trigger)
    {
        foreach (var node in trigger.List("require"))
        {
            if (MapReader.Of(node, "require", scope, [.. Kinds, "ready", "else", "override"]) is { } body && One(body) is { } guard)
            {
                yield return guard;
            }
        }
    }

    private Guard? One(MapReader body)
    {
        var named = Kinds.Where(kind => body[kind] is not null).ToArray();
        if (named.Length != 1)
        {
            scope.Add(Flaws.Senseless(body.At, $"每个条件只写一种：{string.Join("、", Kinds)}", $"each guard is one of {string.Join(", ", Kinds)}"));
            return null;
        }

        var words = body.Ref("else", Kind.Refusal, scope.Names.Refusals);
        var over = body.Positions("override");
        if (named[0] != "holds" && body["ready"] is { } ready)
        {
            scope.Add(Flaws.Senseless(ready.At, "“ready”只和“holds”一起写", "'ready' goes with 'holds' only"));
        }

        return named[0] switch
        {
            "filled" => FieldReader.Refer(body, "filled", fields) is { } field ? new Guard.Filled(field, words, over) : null,
            "done" => body.Ref("done", Kind.Item, scope.Names.Items) is { } item ? new Guard.Done(item, words, over) : null,
            "on-duty-as" => OnDutyAs(body, words, over),
            "holds" => FieldReader.Refer(body, "holds", fields, FieldType.Place) is { } place ? new Guard.Holds(place, body.Flag("ready"), words, over) : null,
            "enough" => Enough(body, words, over),
            _ => body.Flag("no-exclusive") ? new Guard.NoExclusive(words, over) : null,
        };
    }

    private Guard.OnDutyAs? OnDutyAs(MapReader body, string? words, ImmutableArray<PositionId> over)
    {
        if (Pair(body, "on-duty-as") is not { } pair || FieldReader.Refer(scope, pair.Key, fields, FieldType.Staff) is not { } field)
        {
            return null;
        }

        var positions = (pair.Value is Node.List list ? list.Items : [pair.Value])
            .Select(node => scope.Refer(node, Kind.Position, scope.Names.Positions)).OfType<string>().Select(id => new PositionId(id)).ToImmutableArray();
        return new(field, positions, words, over);
    }

    private Guard.Enough? Enough(MapReader body, string? words, ImmutableArray<PositionId> over) =>
        Pair(body, "enough") is { } pair
        && scope.Refer(pair.Key, Kind.Position, scope.Names.Positions) is { } position
        && FieldReader.Refer(scope, pair.Value, fields, FieldType.Number) is { } field
            ? new(new(position), field, words, over)
            : null;

    private Node.Entry? Pair(MapReader body, string key)
    {
        if (body[key] is Node.Map { Entries: [var pair] })
        {
            return pair;
        }

        scope.Add(Flaws.WrongType(body[key]!.At, key, "一对“a: b”", "one pair 'a: b'"));
        return null;
    }
}
