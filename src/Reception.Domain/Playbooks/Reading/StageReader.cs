using System.Collections.Immutable;

namespace Reception.Domain.Playbooks.Reading;

/// <summary>States of a journey; their triggers are read by <see cref="TriggerReader"/>.</summary>
internal static class StageReader
{
    private static readonly ImmutableArray<string> Keys = ["name", "column", "use", "target", "expected", "ends", "items", "triggers"];

    public static IEnumerable<Stage> All(MapReader map)
    {
        foreach (var (id, value, at) in map.Things("stages"))
        {
            map.Scope.Mark("stage:" + id, at);
            if (MapReader.Of(value, id, map.Scope, Keys) is { } stage)
            {
                yield return One(id, stage);
            }
        }
    }

    private static Stage One(string id, MapReader stage) => new(
        id,
        stage.Text("name", needed: true) ?? Text.Of(""),
        stage.Ref("column", Kind.Column, stage.Scope.Names.Columns, needed: true) ?? "",
        stage.OneOf("use", Uses.Stage),
        stage.Duration("target"),
        stage.Flag("expected"),
        stage.Flag("ends"),
        stage.Refs("items", Kind.Item, stage.Scope.Names.Items));
}
