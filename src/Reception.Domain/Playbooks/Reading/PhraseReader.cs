using System.Collections.Immutable;

namespace Reception.Domain.Playbooks.Reading;

/// <summary>Ready calls: the keys of an alert, and what makes it a phrase.</summary>
internal static class PhraseReader
{
    private static readonly ImmutableArray<string> Keys = [.. AlertReader.Keys.Remove("over").Remove("place").Remove("if"), "name", "meaning", "discreet", "needs-place", "use"];

    public static IEnumerable<Phrase> All(MapReader map)
    {
        foreach (var (id, value, at) in map.Things("phrases"))
        {
            map.Scope.Mark("alert:" + id, at);
            if (MapReader.Of(value, id, map.Scope, Keys) is { } phrase)
            {
                var discreet = phrase.Flag("discreet");
                if (discreet)
                {
                    phrase.Needed("meaning");
                }

                yield return new(
                    id,
                    phrase.Text("name", needed: true) ?? Text.Of(""),
                    phrase.Text("meaning"),
                    AlertReader.One(id, phrase, ImmutableDictionary<string, Field>.Empty),
                    discreet,
                    phrase.Flag("needs-place"),
                    phrase.OneOf("use", Uses.Phrase));
            }
        }
    }
}

/// <summary>Numbers of a venue, all with defaults.</summary>
internal static class SettingsReader
{
    private static readonly ImmutableArray<string> Keys = ["undo", "information", "remind", "max-journeys", "max-alerts", "max-items"];

    public static Settings One(MapReader map)
    {
        var settings = MapReader.Of(map["settings"], "settings", map.Scope, Keys);
        return new(
            settings?.Duration("undo") ?? TimeSpan.FromSeconds(30),
            settings?.Duration("information") ?? TimeSpan.FromMinutes(3),
            settings?.Duration("remind") ?? TimeSpan.FromMinutes(3),
            settings?.Number("max-journeys", 1, 20_000) ?? 2_000,
            settings?.Number("max-alerts", 1, 5_000) ?? 500,
            settings?.Number("max-items", 1, 200_000) ?? 20_000);
    }
}
