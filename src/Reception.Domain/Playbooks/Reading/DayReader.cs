using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Reception.Domain.Playbooks.Reading;

/// <summary>The <c>demo</c> of a venue's file, judged against its playbooks: every guest could really be entered.</summary>
public static class DayReader
{
    internal const string Key = "demo";

    private const string Never = "never";

    private static readonly ImmutableArray<string> GuestKeys = ["opens", "eta", "comes", "fields"];

    public static Reading<PlannedDay> Read(Source file, Library library)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(library);
        var flaws = new List<Flaw>();
        var scope = new Scope(Names.None);
        var root = YamlTree.Parse(file.File, file.Text, flaws);
        var day = root is Node.Map map && MapReader.Of(map[Key], Key, scope, ["weather", "guests"]) is { } demo
            ? new PlannedDay([.. Guests(demo, library)], [.. Weather(demo)])
            : new PlannedDay([], []);
        var all = Flaws.Sorted(flaws.Concat(scope.Flaws));
        return new(all.IsEmpty ? day : null, all, scope.Marks.ToFrozenDictionary(StringComparer.Ordinal));
    }

    private static IEnumerable<PlannedWeather> Weather(MapReader demo)
    {
        foreach (var node in demo.List("weather"))
        {
            if (MapReader.Of(node, "weather", demo.Scope, ["at", "is"]) is { } change
                && change.Duration("at", needed: true) is { } at && change.OneOf("is", Uses.Weather, needed: true) is { } weather)
            {
                yield return new(at, weather);
            }
        }
    }

    private static IEnumerable<PlannedGuest> Guests(MapReader demo, Library library)
    {
        var openers = library.ByHash.Values.SelectMany(playbook => playbook.Triggers.Where(trigger => trigger.Opens && trigger.Use is not null)
            .Select(trigger => (trigger.Use, Trigger: trigger, Playbook: playbook))).ToLookup(opener => opener.Use!, StringComparer.Ordinal);
        foreach (var (id, value, _) in demo.Things("guests"))
        {
            if (MapReader.Of(value, id, demo.Scope, GuestKeys) is not { } guest
                || guest.OneOf("opens", [.. openers.Select(opener => opener.Key)], needed: true) is not { } opens)
            {
                continue;
            }

            var (_, trigger, playbook) = openers[opens].First();
            var comes = guest["comes"] is Node.Scalar { Value: Never } ? null : guest.Duration("comes", needed: true);
            yield return new(id, opens, guest.Duration("eta"), comes, Fields(guest, trigger, playbook, library.Venue));
        }
    }

    private static ImmutableDictionary<string, string> Fields(MapReader guest, Trigger trigger, Playbook playbook, VenueBook venue)
    {
        var fields = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var asked = trigger.Ask.Select(ask => ask.Field).ToFrozenSet(StringComparer.Ordinal);
        foreach (var (key, value) in (guest["fields"] as Node.Map)?.Entries ?? [])
        {
            if (guest.Scope.Refer(key, Kind.Field, asked) is { } id && playbook.Field(id) is { } field)
            {
                fields[id] = string.Join(',', (value is Node.List list ? list.Items : [value]).Select(one => Value(guest.Scope, one, field, venue)));
            }
        }

        return fields.ToImmutable();
    }

    private static string? Value(Scope scope, Node node, Field field, VenueBook venue) => field.Type switch
    {
        FieldType.Text => (node as Node.Scalar)?.Value,
        FieldType.Staff => scope.Refer(node, Kind.Staff, [.. venue.Staff.Select(person => person.Id.Value)]),
        FieldType.Place => scope.Refer(node, Kind.Place, [.. venue.Places.Select(place => place.Id.Value)]),
        _ => FactReader.Value(scope, node, field),
    };
}
