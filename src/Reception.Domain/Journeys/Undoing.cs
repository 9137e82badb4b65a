using Reception.Domain.Alerts;
using Reception.Domain.Items;
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

        if (journey.Last is not { } last || work.MadeAt > last.Until || BuiltUpon(work.State, journey, last))
        {
            return Refusal.Because(RefusalCodes.NothingToUndo, ("journey", journey.Id.Value), ("who", journey.Steps.LastOrDefault()?.Staff?.Value ?? ""));
        }

        if (last.By != person.Id)
        {
            return Refusal.Because(RefusalCodes.NotYours, ("who", last.By?.Value ?? ""));
        }

        foreach (var id in last.Alerts)
        {
            if (work.State.Alerts.TryGetValue(id, out var alert))
            {
                if (alert.Open)
                {
                    work.Emit(new AlertEvents.AlertCancelled(id, person.Id));
                }

                Answering.Correct(work, alert);
            }
        }

        work.Emit(new JourneyEvents.TriggerUndone(journey.Id, last.Trigger, person.Id));
        Judging.Again(work);
        return null;
    }

    /// <summary>Somebody ticked what it brought, finished a call of it, or has the place that it gave back.</summary>
    private static bool BuiltUpon(VenueState state, Journey journey, Last last) =>
        last.Items.Any(id => state.Items.GetValueOrDefault(id)?.State is ItemState.Done or ItemState.Skipped)
        || last.Alerts.Any(id => state.Alerts.GetValueOrDefault(id) is { State: AlertState.Done, WantsDone: true })
        || last.Places.Any(before => state.Places.GetValueOrDefault(before.Id)?.Journey is { } holder && holder != journey.Id)
        || last.Places.Any(before => before.Journey is { } owner && owner != journey.Id);
}
