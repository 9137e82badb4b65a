using Reception.Contracts;
using Reception.Domain.Journeys;
using Reception.Hub.Addressing;
using Reception.Hub.Venues;

namespace Reception.Hub.Views;

/// <summary>A party, in labels only.</summary>
internal static class GuestViews
{
    public static GuestView Of(Guest guest, Card? card) => guest.Erased
        ? new(guest.Id.Value, guest.Seq, NeutralWords.Erased.ToWire(), Nothing, "", [], guest.Journey.Value, Erased: true)
        : new(
            guest.Id.Value,
            guest.Seq,
            FormOfAddress.Shown(card?.Address).ToWire(),
            card?.Labels ?? Nothing,
            card?.Initials ?? "",
            [.. guest.Filled.Select(field => field.Value).Order(StringComparer.Ordinal)],
            guest.Journey.Value,
            Erased: false);

    private static IReadOnlyDictionary<string, string> Nothing { get; } = new Dictionary<string, string>();
}
