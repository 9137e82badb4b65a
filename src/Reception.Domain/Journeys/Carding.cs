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

    public static Refusal? Erase(Work work, Command.Erase erase)
    {
        if (!work.State.Guests.TryGetValue(erase.Guest, out var guest) || guest.Erased)
        {
            return Refusal.Because(RefusalCodes.UnknownGuest);
        }

        work.Write(new CardChange(guest.Id, guest.Rev + 1, ImmutableDictionary<string, string>.Empty, Erase: true));
        work.Emit(new JourneyEvents.GuestErased(guest.Id));
        return null;
    }
}
