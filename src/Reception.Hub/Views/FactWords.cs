using System.Globalization;
using Reception.Domain;
using Reception.Domain.Playbooks;

namespace Reception.Hub.Views;

/// <summary>A fact in words: the name of a choice, a person, a place; a time of day in the venue's zone; a number as it is.</summary>
internal static class FactWords
{
    /// <param name="field">What the playbook says of it; null: only known to the engine.</param>
    public static Text? Of(string value, Field? field, Names names) => field?.Type switch
    {
        FieldType.Choice => Choice(value, field),
        FieldType.Choices => Choices(value, field),
        FieldType.Number => Text.Of(value),
        FieldType.Time => Time(value, names),
        FieldType.Place => names.Place(new(value))?.Name,
        FieldType.Staff => names.Person(new(value))?.Name,
        FieldType.Position => names.Position(new(value))?.Name,
        _ => Guess(value, names),
    };

    private static Text? Choice(string value, Field field) => field.Choices.FirstOrDefault(choice => choice.Id == value)?.Name;

    private static Text? Choices(string value, Field field)
    {
        var names = value.Split(',').Select(id => Choice(id, field)).OfType<Text>().ToList();
        return names.Count == 0 ? null : new(string.Join('、', names.Select(name => name.Zh)), string.Join(", ", names.Select(name => name.En)));
    }

    private static Text? Time(string value, Names names) =>
        long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var ms) && ms is > -62135596800000 and < 253402300800000
            ? Text.Of(TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeMilliseconds(ms), names.Zone).ToString("HH:mm", CultureInfo.InvariantCulture))
            : null;

    private static Text? Guess(string value, Names names) =>
        names.Person(new(value))?.Name ?? names.Place(new(value))?.Name ?? names.Position(new(value))?.Name
        ?? names.Item(value)?.Name ?? NeutralWords.Kind(value)
        ?? (value.Length > 0 && value.All(char.IsAsciiDigit) ? Text.Of(value) : null);
}
