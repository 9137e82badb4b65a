using System.Globalization;
using Reception.Domain.Alerts;
using Reception.Domain.Playbooks;
using Reception.Domain.Venues;

namespace Reception.Domain.Places;

/// <summary>Nothing free: a guest waits for a place, and has it, reserved, when it is given back; whoever put him on the list is told.</summary>
internal static class Queueing
{
    /// <summary>Waits for the places of the trigger that another has; those that are free are simply taken.</summary>
    public static Refusal? Wait(Work work, Playbook book, JourneyId id, Trigger trigger)
    {
        foreach (var field in trigger.Queue)
        {
            if (work.State.Journeys[id].Place(field) is not { } wanted || !work.State.Places.TryGetValue(wanted, out var place))
            {
                continue;
            }

            if (place.Journey is null || place.Journey == id || place.State == PlaceState.Closed)
            {
                if (Leasing.Lease(work, book, id, field) is { } refusal)
                {
                    return refusal;
                }
            }
            else if (!place.Queue.Any(waiter => waiter.Journey == id))
            {
                work.Emit(new PlaceEvents.PlaceQueued(wanted, id, work.Intent.Who));
            }
        }

        return null;
    }

    /// <summary>A place was given back: the first who waits has it.</summary>
    public static void Next(Work work, PlaceId id)
    {
        if (work.State.Places[id] is not { State: PlaceState.Free, Queue: [var first, ..] })
        {
            return;
        }

        work.Emit(new PlaceEvents.PlaceLeased(id, first.Journey, Used: false));
        if (work.Venue.Calls.TryGetValue(EngineCall.PlaceFree, out var template))
        {
            var told = first.Staff ?? work.State.Journeys.GetValueOrDefault(first.Journey)?.Host;
            Raising.Raise(work, new Call(work.Venue.Hash, template)
            {
                Journey = first.Journey, Place = id, To = told is null ? null : [], People = told is { } person ? [person] : [],
            });
        }
    }

    public static void Leave(Work work, JourneyId id, Func<Place, bool> which)
    {
        foreach (var place in work.State.Places.Values.Where(place => place.Queue.Any(waiter => waiter.Journey == id) && which(place)).OrderBy(place => place.Order).ToList())
        {
            work.Emit(new PlaceEvents.PlaceUnqueued(place.Id, id));
        }
    }

    /// <summary>In about how many minutes it is free: what is left of the time that its guest's stage usually takes, and the same again for each who waits.</summary>
    public static string Minutes(Work work, Place place)
    {
        var holder = place.Journey is { } id ? work.State.Journeys.GetValueOrDefault(id) : null;
        if (holder is null || work.BookOf(holder)?.Stage(holder.Stage.Value)?.Target is not { } target)
        {
            return "";
        }

        var left = holder.Since + target - work.Time;
        left = (left > TimeSpan.Zero ? left : TimeSpan.Zero) + (target * place.Queue.Length);
        return Math.Max(1, (int)Math.Ceiling(left.TotalMinutes)).ToString(CultureInfo.InvariantCulture);
    }
}
