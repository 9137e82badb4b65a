
namespace Reception.Domain.Venues;

/// <summary>
/// The clock went back: the last time and all due times that count elapsed time (ladders, undo, targets, away) move with it;
/// those tied to the clock on the wall (ETA, the turn of the day) stay.
/// </summary>
internal static class ClockFold
{
    public static VenueState Back(VenueState state, TimeSpan by)
    {
        foreach (var alert in state.Alerts.Values.Where(alert => alert.Open))
        {
            state = state.Put(alert with
            {
                Raised = alert.Raised - by,
                UndoUntil = alert.UndoUntil - by,
                Next = alert.Next - by,
                Rungs = [.. alert.Rungs.Select(rung => rung with { At = rung.At - by, Fired = rung.Fired - by })],
            });
        }

        foreach (var item in state.Items.Values.Where(item => item.Closed is null && item.BeforeEta is null))
        {
            state = state.Put(item with { Created = item.Created - by, Due = item.Due - by, LateAt = item.LateAt - by });
        }

        foreach (var journey in state.Journeys.Values.Where(journey => journey.Open))
        {
            state = state.Put(journey with
            {
                Since = journey.Since - by,
                Arrived = journey.Arrived - by,
                Last = journey.Last is { } last ? last with { Until = last.Until - by } : null,
            });
        }

        foreach (var person in state.Staff.Values)
        {
            state = state.Put(person with
            {
                Waiting = person.Waiting - by,
                LostSince = person.LostSince - by,
                Away = person.Away is { } away ? away with { Since = away.Since - by, Until = away.Until - by } : null,
            }, state.At);
        }

        return state with { At = state.At - by };
    }
}
