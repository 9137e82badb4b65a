using System.Collections.Immutable;
using Reception.Domain.Playbooks;
using Reception.Domain.Positions;
using Reception.Domain.Venues;

namespace Reception.Domain.Journeys;

/// <summary>Words about a guest, corrected or destroyed.</summary>
internal static class Carding
{
    public static Refusal? Change(Work work, Command.ChangeCard change)
    {
        if (!work.State.Guests.TryGetValue(change.Guest, out var guest) || guest.Erased)
        {
            return Refusal.Because(RefusalCodes.UnknownGuest);
        }

        if (Duty.OnDuty(work) is null)
        {
            return Refusal.Because(RefusalCodes.NotOnDuty);
        }

        if (!work.State.Journeys.TryGetValue(guest.Journey, out var journey) || work.BookOf(journey) is not { } book)
        {
            return Refusal.Because(RefusalCodes.UnknownJourney);
        }

        if (change.Fields.Keys.Order(StringComparer.Ordinal).FirstOrDefault(id => book.Field(id)?.Type != FieldType.Text) is { } unknown)
        {
            return Refusal.Because(RefusalCodes.UnknownField, ("field", Key.Fits(unknown) ? unknown : ""));
        }

        Facts.Write(work, guest.Id, change.Fields);
        return null;
    }

    /// <summary>Also of a guest who left long ago and whom the state has forgotten: the card is still there.</summary>
    public static Refusal? Erase(Work work, Command.Erase erase)
    {
        var guest = work.State.Guests.GetValueOrDefault(erase.Guest);
        if (guest is { Erased: true } || !Key.Fits(erase.Guest.Value) || erase.Guest.Value.Length == 0)
        {
            return Refusal.Because(RefusalCodes.UnknownGuest);
        }

        work.Write(new CardChange(erase.Guest, guest?.Rev + 1 ?? long.MaxValue, ImmutableDictionary<string, string>.Empty, Erase: true));
        work.Emit(new JourneyEvents.GuestErased(erase.Guest));
        return null;
    }
}
