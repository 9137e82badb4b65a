using System.Collections.Immutable;
using System.Globalization;
using Reception.Domain.Items;
using Reception.Domain.Playbooks;
using Reception.Domain.Venues;

namespace Reception.Domain.Journeys;

/// <summary>What is known of a visit: facts go into events, texts into the card, each checked against its field.</summary>
internal static class Facts
{
    /// <summary>The use of the field that says when a guest is expected.</summary>
    private const string EtaUse = "eta";

    /// <summary>Null: fits; else what does not.</summary>
    public static Refusal? Check(Work work, Field field, string value)
    {
        if (value.Length == 0)
        {
            return null;
        }

        var fits = field.Type switch
        {
            FieldType.Text => true,
            _ when !Key.Fits(value) => false,
            FieldType.Choice => field.Choices.Any(choice => choice.Id == value),
            FieldType.Choices => value.Split(',').All(one => field.Choices.Any(choice => choice.Id == one)),
            FieldType.Number => int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                && number >= (field.Min ?? 0) && number <= (field.Max ?? int.MaxValue),
            FieldType.Time => Time(value) is not null,
            FieldType.Place => work.State.Places.TryGetValue(new(value), out var place) && (field.PlaceKind is null || place.Kind.Value == field.PlaceKind),
            FieldType.Staff => work.State.Staff.ContainsKey(new(value)),
            FieldType.Position => work.State.Positions.ContainsKey(new(value)),
            _ => false,
        };
        return fits ? null : Wrong(field, value);
    }

    public static void Set(Work work, JourneyId id, string fieldId, string value)
    {
        if (!work.State.Journeys.TryGetValue(id, out var journey) || work.BookOf(journey) is not { } book)
        {
            return;
        }

        if (book.Field(fieldId) is { Type: FieldType.Time, Use: EtaUse } && Time(value) is { } eta)
        {
            work.Emit(new JourneyEvents.EtaSet(id, eta, book.NoShow is { } rule ? eta + rule.After : null));
            Timing.MoveWithEta(work, book, id);
            return;
        }

        if ((journey.Facts.TryGetValue(fieldId, out var old) ? old.Value : "") != value)
        {
            work.Emit(new JourneyEvents.FactSet(id, fieldId, value));
        }

        if (fieldId == book.HostField && journey.Host?.Value != (value.Length == 0 ? null : value))
        {
            work.Emit(new JourneyEvents.HostSet(id, value.Length == 0 ? null : new StaffId(value)));
        }
    }

    /// <summary>Texts of the card: written apart, named in the event.</summary>
    public static void Write(Work work, GuestId id, ImmutableDictionary<string, string> texts)
    {
        // Of an erased guest nothing is written down any more.
        if (texts.IsEmpty || !work.State.Guests.TryGetValue(id, out var guest) || guest.Erased)
        {
            return;
        }

        var rev = guest.Rev + 1;
        work.Write(new CardChange(id, rev, texts, Erase: false));
        work.Emit(new JourneyEvents.GuestCardChanged(id, rev, Named(texts, filled: true), Named(texts, filled: false)));
    }

    public static bool Filled(VenueState state, Journey journey, Field field) => field.Type switch
    {
        FieldType.Text => state.Guests.TryGetValue(journey.Guest, out var guest) && (guest.Erased || guest.Filled.Contains(field.Id)),
        FieldType.Time when field.Use == EtaUse => journey.Eta is not null,
        _ => journey.Facts.ContainsKey(field.Id),
    };

    private static ImmutableArray<Key> Named(ImmutableDictionary<string, string> texts, bool filled) =>
        [.. texts.Where(text => text.Value.Length > 0 == filled).Select(text => (Key)text.Key).OrderBy(key => key.Value, StringComparer.Ordinal)];

    private static DateTimeOffset? Time(string value) =>
        long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var ms) && ms < 253_402_300_800_000
            ? DateTimeOffset.FromUnixTimeMilliseconds(ms)
            : null;

    private static Refusal Wrong(Field field, string value) => field.Type switch
    {
        FieldType.Place => Refusal.Because(RefusalCodes.UnknownPlace, ("place", Key.Fits(value) ? value : ""), ("field", field.Id)),
        FieldType.Staff => Refusal.Because(RefusalCodes.UnknownStaff, ("what", Key.Fits(value) ? value : ""), ("field", field.Id)),
        FieldType.Position => Refusal.Because(RefusalCodes.UnknownPosition, ("position", Key.Fits(value) ? value : ""), ("field", field.Id)),
        _ => Refusal.Because(RefusalCodes.BadArgument, ("field", field.Id)),
    };
}
