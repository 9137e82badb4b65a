using System.Collections.Immutable;
using Reception.Domain;
using Reception.Domain.Playbooks;
using Reception.Hub.Addressing;

namespace Reception.Hub.Venues;

/// <summary>
/// What of a card's words may be in the stream: texts of class <c>label</c> as they are, and of guarded plates and phone numbers what is left when they are masked.
/// </summary>
internal static class CardLabels
{
    public const string AddressUse = "address";
    public const string PlateUse = "plate";
    public const string PhoneUse = "phone";

    public static Card Of(GuestId guest, long rev, IReadOnlyDictionary<string, string> words, Playbook? playbook)
    {
        var address = "";
        var labels = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (id, word) in words)
        {
            if (word.Length == 0 || playbook?.Field(id) is not { Type: FieldType.Text } field)
            {
                continue;
            }

            if (field.Use == AddressUse)
            {
                address = word;
            }
            else if (Masked(field, word) is { } label)
            {
                labels[id] = label;
            }
        }

        return new(guest, rev, address, labels.ToImmutable(), Initials.Of(address));
    }

    /// <summary>Null: not for the stream at all.</summary>
    public static string? Masked(Field field, string word) => (field.Use, field.Class) switch
    {
        (PlateUse, _) => Plate(word),
        (PhoneUse, _) => Phone(word),
        (_, CardClass.Label) => word,
        _ => null,
    };

    /// <summary>浙A·12345 → 浙A·**345: province and letter, then the last three.</summary>
    private static string Plate(string word)
    {
        var plate = new string([.. word.Where(char.IsLetterOrDigit)]).ToUpperInvariant();
        return plate.Length <= 5 ? $"**{plate[Math.Max(0, plate.Length - 3)..]}" : $"{plate[..2]}·{new string('*', plate.Length - 5)}{plate[^3..]}";
    }

    private static string Phone(string word)
    {
        var digits = new string([.. word.Where(char.IsAsciiDigit)]);
        return $"····{digits[Math.Max(0, digits.Length - 4)..]}";
    }
}
