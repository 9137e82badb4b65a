using Reception.Contracts;
using Reception.Domain.Playbooks;
using Reception.Hub.Views;

namespace Reception.Hub.Playbooks;

/// <summary>A venue's own words: its phrases, and every code that an answer may carry.</summary>
internal static class VenueWords
{
    public const string Kind = "venue";

    private const string Everyone = "everyone";

    public static WordsDocument Of(VenueBook venue) => new(
        venue.Hash,
        Kind,
        venue.Id,
        venue.Name.ToWire(),
        [],
        [],
        [],
        [.. venue.Phrases.Values.OrderBy(phrase => phrase.Id, StringComparer.Ordinal).Select(Phrase)],
        ErrorCodes.All.Values.ToDictionary(code => code.Id, code => new Text(code.Zh, code.En), StringComparer.Ordinal));

    private static PhraseWords Phrase(Phrase phrase) => new(
        phrase.Id,
        phrase.Name.ToWire(),
        phrase.Meaning?.ToWire(),
        phrase.Alert.Kind.Word(),
        [.. phrase.Alert.To.Select(target => target is Target.Position position ? position.Id.Value : Everyone).Distinct()],
        phrase.Discreet,
        phrase.NeedsPlace,
        phrase.Use);
}
