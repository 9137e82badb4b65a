using System.Collections.Frozen;
using System.Collections.Immutable;
using Reception.Domain.Alerts;

namespace Reception.Domain.Playbooks.Reading;

/// <summary>YAML → what a venue says of itself, or everything that is wrong with it.</summary>
public static class VenueReader
{
    internal const string PlaybooksKey = "playbooks";

    private static readonly ImmutableArray<string> Keys =
    [
        "venue", "base", "name", "zone", "day-turns", "opens", "closes", "positions", "places", "staff", "ladders", "calls", "phrases", PlaybooksKey, "rota",
        "settings", DayReader.Key,
    ];

    private static readonly ImmutableDictionary<string, Field> NoFields = ImmutableDictionary<string, Field>.Empty;

    /// <summary>A file without a base. With one: <see cref="LibraryReader"/>.</summary>
    public static Reading<VenueBook> Read(string file, string text)
    {
        var flaws = new List<Flaw>();
        return YamlTree.Parse(file, text, flaws) is { } root ? Read(root, flaws) : new(null, [.. flaws], PlaybookReader.EmptyMarks);
    }

    internal static Reading<VenueBook> Read(Node root, IEnumerable<Flaw> before)
    {
        var scope = new Scope(Names.None with { Positions = PositionsOf(root) });
        scope.Flaws.AddRange(before);
        var book = MapReader.Of(root, "venue", scope, Keys) is { } map ? Read(map) : null;
        var flaws = Flaws.Sorted(scope.Flaws);
        return new(flaws.IsEmpty ? book : null, flaws, scope.Marks.ToFrozenDictionary(StringComparer.Ordinal));
    }

    internal static FrozenSet<string> PositionsOf(Node root) =>
        root is Node.Map map && map["positions"] is Node.Map positions
            ? positions.Entries.Where(entry => !entry.Value.IsEmpty).Select(entry => entry.Key.Value).ToFrozenSet(StringComparer.Ordinal)
            : [];

    private static VenueBook Read(MapReader map)
    {
        map.Scope.Mark("venue", map.At);
        foreach (var key in (ReadOnlySpan<string>)["positions", "ladders", "calls", PlaybooksKey])
        {
            map.Needed(key);
        }

        var book = new VenueBook(
            "",
            map.Word("venue", needed: true) ?? "",
            map.Text("name", needed: true, plain: true) ?? Text.Of(""),
            Zone(map),
            map.Clock("day-turns") ?? new TimeOnly(4, 0),
            map.Clock("opens"),
            map.Clock("closes"),
            [.. PositionReader.All(map)],
            [.. PlaceReader.All(map)],
            [.. PositionReader.Staff(map)],
            Ladders(map),
            Calls(map),
            PhraseReader.All(map).ToImmutableDictionary(phrase => phrase.Id),
            [.. PlaybookIds(map)],
            Rota(map),
            SettingsReader.One(map));
        return book with { Hash = Canonical.Hash(book) };
    }

    /// <summary>Every one that is named, also without changes.</summary>
    private static IEnumerable<string> PlaybookIds(MapReader map) => (map[PlaybooksKey] as Node.Map)?.Entries.Select(entry => entry.Key.Value) ?? [];

    private static string Zone(MapReader map)
    {
        var zone = map.Word("zone", needed: true) ?? "UTC";
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
        {
            map.Scope.Add(Flaws.Senseless(map["zone"]!.At, $"没有这个时区：{zone}；写成 Asia/Shanghai 这样", $"there is no time zone '{zone}'; write one such as Asia/Shanghai"));
        }

        return zone;
    }

    private static ImmutableDictionary<AlertKind, Ladder> Ladders(MapReader map)
    {
        var ladders = ImmutableDictionary.CreateBuilder<AlertKind, Ladder>();
        var kinds = AlertReader.AlertKinds.Remove("information");
        if (MapReader.Of(map["ladders"], "ladders", map.Scope, kinds) is not { } all)
        {
            return ladders.ToImmutable();
        }

        foreach (var kind in kinds)
        {
            if (all.Needed(kind) is { } node && LadderReader.One(all, kind, NoFields) is { } ladder)
            {
                map.Scope.Mark("ladder:" + kind, node.At);
                ladders[Enum.Parse<AlertKind>(kind, ignoreCase: true)] = ladder;
            }
        }

        return ladders.ToImmutable();
    }

    private static ImmutableDictionary<string, AlertTemplate> Calls(MapReader map)
    {
        if (MapReader.Of(map["calls"], "calls", map.Scope, EngineCall.All) is not { } calls)
        {
            return ImmutableDictionary<string, AlertTemplate>.Empty;
        }

        foreach (var call in EngineCall.All)
        {
            calls.Needed(call);
        }

        return AlertReader.All(map, "calls", NoFields).ToImmutableDictionary(alert => alert.Id);
    }

    private static Rota? Rota(MapReader map)
    {
        if (MapReader.Of(map["rota"], "rota", map.Scope, ["position", "pass-after"]) is not { } rota)
        {
            return null;
        }

        var position = rota.Ref("position", Kind.Position, map.Scope.Names.Positions, needed: true);
        var after = rota.Duration("pass-after", needed: true);
        return position is not null && after is { } time ? new(new(position), time) : null;
    }
}
