using System.Globalization;
using Reception.Contracts;
using Reception.Crew.Worlds;

namespace Reception.Crew.Habits;

/// <summary>What a person types when a trigger asks, by what the field is for. What is not needed is often left out.</summary>
internal static class FieldFilling
{
    public static IReadOnlyDictionary<string, string> Fill(Scene scene, WordsDocument words, TriggerWords trigger, Party party, JourneyView? journey = null)
    {
        var filled = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var id in trigger.Ask.Concat(trigger.Needs).Distinct())
        {
            var needed = trigger.Needs.Contains(id);
            if (party.Given.TryGetValue(id, out var given))
            {
                filled[id] = given;
            }
            else if (words.Field(id) is { } field && (needed || Dice.Roll(scene.World.Seed, party.Id + trigger.Id + id) < Often(field)) && Value(scene, field, party, journey, trigger) is { } value)
            {
                filled[id] = value;
            }
        }

        return filled;
    }

    // People tap what matters and leave the rest.
    private static double Often(FieldWords field) => field.Use switch
    {
        "address" or "companion" or "place" or "table" or "room" or "host" => 1,
        "plate" or "size" or "guide" => 0.8,
        "drink" or "phone" or "name" => 0.25,
        "stored" or "needs" => 0.3,
        _ => 0,
    };

    private static string? Value(Scene scene, FieldWords field, Party party, JourneyView? journey, TriggerWords trigger) => (field.Use, field.Type) switch
    {
        ("address", _) => party.Address,
        ("plate", _) => party.Plate,
        ("phone", _) => party.Phone,
        ("name", _) => party.FullName,
        (_, "number") => Number(field, party.Size),
        ("eta", _) => party.Eta is { } eta ? (scene.World.Begins + (long)eta.TotalMilliseconds).ToString(CultureInfo.InvariantCulture) : null,
        ("stored", _) when scene.Views.Venue?.Weather is not ("rain" or "snow") => null,
        (_, "choice") or (_, "choices") => field.Choices.Count == 0 ? null : Dice.For(scene.World.Seed, party.Id + field.Id).Pick(field.Choices).Id,
        (_, "place") => (journey is null ? null : scene.Had(journey, field.Kind)?.Id) ?? Place(scene, field, party),
        (_, "staff") => Staff(scene, field, party, journey, trigger),
        (_, "text") => "—",
        _ => null,
    };

    private static string Number(FieldWords field, int size) =>
        Math.Clamp(size, field.Min ?? 0, field.Max ?? int.MaxValue).ToString(CultureInfo.InvariantCulture);

    // Not always the first: two people who look at the same moment do not always want the same.
    private static string? Place(Scene scene, FieldWords field, Party party)
    {
        var free = scene.Free(field.Kind).Take(3).ToList();
        return free.Count == 0 ? null : Dice.For(scene.World.Seed, party.Id + field.Id).Pick(free).Id;
    }

    private static string? Staff(Scene scene, FieldWords field, Party party, JourneyView? journey, TriggerWords trigger)
    {
        var fit = scene.Views.Staff.Values
            .Where(person => person.State == "on" && (field.Positions.Count == 0 || person.Positions.Any(field.Positions.Contains)))
            .OrderBy(person => person.Id, StringComparer.Ordinal).Select(person => person.Id).ToList();
        return fit.Count == 0 ? null
            : journey?.Host is { } host && fit.Contains(host) ? host
            : trigger.Opens && field.Use == "companion" ? null
            : fit.Contains(scene.Me) && field.Use == "companion" ? scene.Me
            : Dice.For(scene.World.Seed, party.Id + field.Id).Pick(fit);
    }
}
