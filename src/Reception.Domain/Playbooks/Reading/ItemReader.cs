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
            [.. ConditionReader.All(item, fields)],
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
}
