using Reception.Domain.Alerts;
using Reception.Domain.Items;
using Reception.Domain.Places;
using Reception.Domain.Positions;
using Reception.Domain.Venues;

namespace Reception.Domain.Journeys;

/// <summary>The last trigger is taken back within 30 s, if nothing was built upon it; who had heard of it is told.</summary>
internal static class Undoing
{
    public static Refusal? Undo(Work work, Command.Undo undo)
    {
        if (!work.State.Journeys.TryGetValue(undo.Journey, out var journey))
        {
            return Refusal.Because(RefusalCodes.UnknownJourney);
        }

        if (Duty.OnDuty(work) is not { } person)
        {
            return Refusal.Because(RefusalCodes.NotOnDuty);
        }

        if (journey.Last is not { } last || !work.State.Inverses.TryGetValue(journey.Id, out var inverse)
            || !work.InTime(inverse.Until) || BuiltUpon(work.State, journey, inverse))
        {
            return Refusal.Because(RefusalCodes.NothingToUndo, ("journey", journey.Id.Value), ("who", journey.Steps.LastOrDefault()?.Staff?.Value ?? ""));
        }

        if (last.By != person.Id)
        {
            return Refusal.Because(RefusalCodes.NotYours, ("who", last.By?.Value ?? ""));
        }

        foreach (var alert in Brought(work, inverse))
        {
            if (alert.Open)
            {
                work.Emit(new AlertEvents.AlertCancelled(alert.Id, person.Id));
            }

            TakingBack.Correct(work, alert);
        }

        if (inverse.Before is null)
        {
            Ticking.Expire(work, journey.Id);
        }

        work.Emit(new JourneyEvents.TriggerUndone(journey.Id, last.Trigger, person.Id));
        Judging.Again(work);
        return null;
    }

    /// <summary>Calls that it raised, and those of the clock since then for what it had put on somebody's list.</summary>
    private static List<Alert> Brought(Work work, Inverse inverse)
    {
        var items = inverse.Items.Concat(inverse.Ticked.Select(item => item.Id)).ToHashSet();
        return
        [
            .. inverse.Alerts.Select(id => work.State.Alerts.GetValueOrDefault(id)).OfType<Alert>(),
            .. Raising.Open(work, alert => alert.Item is { } item && items.Contains(item) && alert.Raised >= inverse.At && !inverse.Alerts.Contains(alert.Id)),
        ];
    }

    /// <summary>Somebody has done what it asked for, or a place that it gave back is not as it was left.</summary>
    private static bool BuiltUpon(VenueState state, Journey journey, Inverse inverse) =>
        inverse.Items.Any(id => state.Items.GetValueOrDefault(id)?.State is ItemState.Done or ItemState.Skipped or ItemState.Kept)
        || inverse.Ticked.Any(before => state.Items.GetValueOrDefault(before.Id) is { State: not ItemState.Open } item && item.Seq != inverse.Seq)
        || inverse.Alerts.Any(id => state.Alerts.GetValueOrDefault(id) is { State: AlertState.Done, WantsDone: true })
        || (inverse.Exclusive is true && state.Exclusive is { } other && other != journey.Id)
        || inverse.Places.Any(before => state.Places.GetValueOrDefault(before.Id) is not { } place
            || place.State == PlaceState.Closed
            || (place.Journey is { } holder && holder != journey.Id));
}
