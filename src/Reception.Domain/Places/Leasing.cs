using System.Globalization;
using Reception.Domain.Journeys;
using Reception.Domain.Playbooks;
using Reception.Domain.Positions;
using Reception.Domain.Venues;

namespace Reception.Domain.Places;

/// <summary>Rooms, tables and spaces: one party at a time; the second is told who has it.</summary>
internal static class Leasing
{
    /// <summary>Takes what the trigger leases, marks what it prepares. A place that some trigger prepares is only reserved at first.</summary>
    public static Refusal? Lease(Work work, Playbook book, JourneyId id, Trigger trigger)
    {
        foreach (var field in trigger.Lease)
        {
            if (Lease(work, book, id, field) is { } refusal)
            {
                return refusal;
            }
        }

        if (Queueing.Wait(work, book, id, trigger) is { } full)
        {
            return full;
        }

        foreach (var field in trigger.Ready)
        {
            if (work.State.Journeys[id].Place(field) is { } ready && work.State.Places.GetValueOrDefault(ready)?.Journey == id)
            {
                work.Emit(new PlaceEvents.PlaceReadied(ready, id));
            }
        }

        return null;
    }

    /// <summary>The place that stands in the field, if one does.</summary>
    public static Refusal? Lease(Work work, Playbook book, JourneyId id, string field)
    {
        if (work.State.Journeys[id].Place(field) is not { } wanted || !work.State.Places.TryGetValue(wanted, out var place))
        {
            return null;
        }

        if (place.State == PlaceState.Closed)
        {
            return Refusal.Because(RefusalCodes.PlaceClosed, ("place", wanted.Value));
        }

        if (place.Journey is { } holder && holder != id)
        {
            return Taken(work, place, holder);
        }

        GiveBackOthers(work, id, place);
        Queueing.Leave(work, id, other => other.Kind == place.Kind && other.Id != wanted);
        var prepared = book.Triggers.Any(other => other.Ready.Contains(field));
        var used = !prepared || (place.Journey == id && place.State is PlaceState.Ready or PlaceState.Used);
        work.Emit(new PlaceEvents.PlaceLeased(wanted, id, used));
        return null;
    }

    /// <summary>What the trigger gives back: a field, or every place of a kind.</summary>
    public static void Release(Work work, Playbook book, JourneyId id, Trigger trigger)
    {
        foreach (var place in Held(work.State, id).Where(place => trigger.Release.Any(name => Names(book, work.State.Journeys[id], name, place))))
        {
            Release(work, place.Id, id);
        }

        Queueing.Leave(work, id, place => trigger.Release.Any(name => Names(book, work.State.Journeys[id], name, place)));
    }

    public static void ReleaseAll(Work work, JourneyId id)
    {
        Queueing.Leave(work, id, _ => true);
        foreach (var place in Held(work.State, id))
        {
            Release(work, place.Id, id);
        }
    }

    public static Refusal? Open(Work work, Command.OpenPlace open)
    {
        if (Duty.OnDuty(work) is null)
        {
            return Refusal.Because(RefusalCodes.NotOnDuty);
        }

        if (!work.State.Places.TryGetValue(open.Place, out var place))
        {
            return Refusal.Because(RefusalCodes.UnknownPlace, ("place", open.Place.Value));
        }

        if (!open.Open && place.Journey is { } holder)
        {
            return Taken(work, place, holder);
        }

        if (open.Open == (place.State == PlaceState.Closed))
        {
            work.Emit(open.Open ? new PlaceEvents.PlaceOpened(place.Id) : new PlaceEvents.PlaceClosed(place.Id));
            Queueing.Next(work, place.Id);
        }

        return null;
    }

    private static void Release(Work work, PlaceId place, JourneyId id)
    {
        work.Emit(new PlaceEvents.PlaceReleased(place, id));
        Queueing.Next(work, place);
    }

    /// <summary>Who has it, since when, and for about how long.</summary>
    private static Refusal Taken(Work work, Place place, JourneyId holder) => Refusal.Because(
        RefusalCodes.PlaceTaken,
        ("place", place.Id.Value),
        ("journey", holder.Value),
        ("minutes", Queueing.Minutes(work, place)),
        ("at", place.Since.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)));

    /// <summary>Another place of the same kind: the party changes its table.</summary>
    private static void GiveBackOthers(Work work, JourneyId id, Place wanted)
    {
        foreach (var other in Held(work.State, id).Where(other => other.Kind == wanted.Kind && other.Id != wanted.Id))
        {
            Release(work, other.Id, id);
        }
    }

    private static List<Place> Held(VenueState state, JourneyId id) =>
        [.. state.Places.Values.Where(place => place.Journey == id).OrderBy(place => place.Order)];

    private static bool Names(Playbook book, Journey journey, string name, Place place) =>
        place.Kind.Value == name || (book.Field(name) is not null && journey.Place(name) == place.Id);
}
