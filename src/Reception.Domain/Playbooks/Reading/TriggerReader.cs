using System.Collections.Immutable;

namespace Reception.Domain.Playbooks.Reading;

/// <summary>
/// What staff tap. Within a stage the trigger starts there; under <c>anywhere</c> it says <c>from</c>; under <c>opens</c> it begins a journey.
/// The same trigger in several stages is one trigger when it is written alike, else an error.
/// </summary>
internal sealed class TriggerReader(Scope scope, IReadOnlyDictionary<string, Field> fields, ImmutableArray<Stage> stages)
{
    private const string AllAfterArrival = "all-after-arrival";

    private static readonly ImmutableArray<string> Keys =
    [
        "name", "done", "say", "to", "by", "needs", "ask", "require", "set", "alert", "item", "tick", "lease", "ready", "release", "queue", "exclusive", "undo", "use", "hold",
    ];

    private readonly List<(Trigger Trigger, Spot At)> read = [];

    public IEnumerable<Trigger> All(MapReader map)
    {
        foreach (var (stage, value, _) in map.Things("stages"))
        {
            if (value is Node.Map body && body["triggers"] is { } triggers)
            {
                var holder = MapReader.Of(new Node.Map(body.At, [.. body.Entries.Where(entry => entry.Value == triggers)]), stage, scope, ["triggers"])!;
                Read(holder, "triggers", trigger => trigger with { From = [stage] });
            }
        }

        Read(map, "opens", trigger => trigger with { Opens = true });
        Read(map, "anywhere", trigger => trigger, ["from", "except"]);
        return read.Select(entry => entry.Trigger);
    }

    private void Read(MapReader map, string key, Func<Trigger, Trigger> place, params ImmutableArray<string> more)
    {
        foreach (var (id, value, at) in map.Things(key))
        {
            if (MapReader.Of(value, id, scope, [.. Keys, .. more]) is { } body)
            {
                scope.Mark("trigger:" + id, at);
                Add(place(One(id, body, anywhere: more.Length > 0)), at);
            }
        }
    }

    private void Add(Trigger trigger, Spot at)
    {
        var same = read.FindIndex(other => other.Trigger.Id == trigger.Id);
        if (same < 0)
        {
            read.Add((trigger, at));
            return;
        }

        var first = read[same];
        if (trigger.Opens || Canonical.Write(first.Trigger with { From = [] }) != Canonical.Write(trigger with { From = [] }))
        {
            scope.Add(Flaws.DiffersElsewhere(at, trigger.Id, first.At));
            return;
        }

        read[same] = (first.Trigger with { From = [.. first.Trigger.From.Union(trigger.From)] }, first.At);
    }

    private Trigger One(string id, MapReader body, bool anywhere)
    {
        var name = body.Text("name", needed: true) ?? Text.Of("");
        var to = body.Ref("to", Kind.Stage, scope.Names.Stages);
        body.Needed("by");
        return new(
            id,
            name,
            body.Text("done") ?? name,
            Opens: false,
            anywhere ? From(body, to) : [],
            to,
            body.Positions("by"),
            Asks(body),
            [.. new GuardReader(scope, fields).All(body)],
            Sets(body),
            body.Refs("alert", Kind.Alert, scope.Names.Alerts),
            body.Refs("item", Kind.Item, scope.Names.Items),
            body.Refs("tick", Kind.Item, scope.Names.Items),
            Places(body, "lease"),
            Places(body, "ready"),
            Releases(body),
            body.Flag("undo", otherwise: true),
            body.OneOf("use", Uses.Trigger),
            body.Flag("hold"))
        {
            Say = body.Text("say"),
            Queue = Places(body, "queue"),
            Exclusive = body.Flag("exclusive"),
        };
    }

    private ImmutableArray<string> From(MapReader body, string? to)
    {
        body.Needed("from");
        var except = body.Refs("except", Kind.Stage, scope.Names.Stages);
        var every = stages.Where(stage => !stage.Expected && !stage.Ends && stage.Id != to).Select(stage => stage.Id);
        return
        [
            .. body.Refs("from", Kind.Stage, [.. scope.Names.Stages, AllAfterArrival])
                .SelectMany(stage => stage == AllAfterArrival ? every : [stage])
                .Distinct().Except(except),
        ];
    }

    private ImmutableArray<Ask> Asks(MapReader body)
    {
        var needed = body.Refs("needs", Kind.Field, scope.Names.Fields);
        var asked = body.Refs("ask", Kind.Field, scope.Names.Fields);
        foreach (var twice in body.List("ask").OfType<Node.Scalar>().Where(node => needed.Contains(node.Value)))
        {
            scope.Add(Flaws.Twice(twice.At, Kind.Field, twice.Value));
        }

        return [.. needed.Select(field => new Ask(field, Needed: true)), .. asked.Select(field => new Ask(field, Needed: false))];
    }

    private ImmutableDictionary<string, string> Sets(MapReader body)
    {
        var sets = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var entry in (body["set"] as Node.Map)?.Entries ?? [])
        {
            if (FieldReader.Refer(scope, entry.Key, fields) is { } id && FactReader.Value(scope, entry.Value, fields[id]) is { } value)
            {
                sets[id] = value;
            }
        }

        if (body["set"] is { } node and not Node.Map)
        {
            scope.Add(Flaws.WrongType(node.At, "set", "字段到值的一组键", "a map from fields to values"));
        }

        return sets.ToImmutable();
    }

    private ImmutableArray<string> Places(MapReader body, string key) =>
        [.. body.List(key).Select(node => FieldReader.Refer(scope, node, fields, FieldType.Place)).OfType<string>()];

    /// <summary>Place fields, or kinds of places.</summary>
    private ImmutableArray<string> Releases(MapReader body)
    {
        var kinds = fields.Values.Select(field => field.PlaceKind).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return
        [
            .. body.List("release")
                .Select(node => node is Node.Scalar { Value: var word } && kinds.Contains(word) ? word : FieldReader.Refer(scope, node, fields, FieldType.Place))
                .OfType<string>(),
        ];
    }
}
