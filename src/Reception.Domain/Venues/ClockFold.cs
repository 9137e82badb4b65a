using Reception.Domain.Alerts;
using Reception.Domain.Items;
using Reception.Domain.Journeys;

namespace Reception.Domain.Venues;

/// <summary>
/// The clock went back: the last time and all due times that count elapsed time (ladders, undo, targets, away) move with it;
/// those tied to the clock on the wall (ETA, the turn of the day) stay.
/// </summary>
internal static class ClockFold
{
    public static VenueState Back(VenueState state, TimeSpan by)
    {
        state = state.Alerts.Values.Where(alert => alert.Open).Aggregate(state, (next, alert) => next.Put(Back(alert, by)));
        state = state.Items.Values.Where(item => item.Closed is null && item.BeforeEta is null).Aggregate(state, (next, item) => next.Put(Back(item, by)));
        state = state.Journeys.Values.Where(journey => journey.Open).Aggregate(state, (next, journey) => next.Put(Back(journey, by)));
        state = state.Places.Values.Aggregate(state, (next, place) => next.Put(place with { Since = place.Since - by }));
        state = state with { Positions = state.Positions.SetItems(state.Positions.Values.Where(position => position.Since is not null)
            .Select(position => KeyValuePair.Create(position.Id, position with { Since = position.Since - by, Seq = state.Seq }))) };
        foreach (var person in state.Staff.Values)
        {
            state = state.Put(person with
            {
                Waiting = person.Waiting - by,
                LostSince = person.LostSince - by,
                Away = person.Away is { } away ? away with { Since = away.Since - by, Until = away.Until - by } : null,
            }, state.At);
        }

        return state with { At = state.At - by, Inverses = state.Inverses.SetItems(state.Inverses.Values.Select(inverse => KeyValuePair.Create(inverse.Journey, Back(inverse, by)))) };
    }

    private static Alert Back(Alert alert, TimeSpan by) => alert with
    {
        Raised = alert.Raised - by,
        Made = alert.Made - by,
        Answers = [.. alert.Answers.Select(answer => answer with { Until = answer.Until - by, AskedAgain = answer.AskedAgain - by })],
        UndoUntil = alert.UndoUntil - by,
        Next = alert.Next - by,
        Rungs = [.. alert.Rungs.Select(rung => rung with { At = rung.At - by, Fired = rung.Fired - by })],
    };

    private static Item Back(Item item, TimeSpan by) => item.BeforeEta is not null ? item : item with
    {
        Created = item.Created - by, Ticked = item.Ticked - by, Due = item.Due - by, CallAt = item.CallAt - by, LateAt = item.LateAt - by,
    };

    private static Journey Back(Journey journey, TimeSpan by) => journey with
    {
        Since = journey.Since - by,
        Arrived = journey.Arrived - by,
        Last = journey.Last is { } last ? last with { Until = last.Until - by } : null,
        Turn = journey.Turn is { } turn ? turn with { Waiting = turn.Waiting - by, At = turn.At - by } : null,
    };

    private static Inverse Back(Inverse inverse, TimeSpan by) => inverse with
    {
        At = inverse.At - by,
        Until = inverse.Until - by,
        Before = inverse.Before is { } before ? Back(before, by) : null,
        Ticked = [.. inverse.Ticked.Select(item => Back(item, by))],
        Overtaken = [.. inverse.Overtaken.Select(alert => Back(alert, by))],
        Places = [.. inverse.Places.Select(place => place with { Since = place.Since - by })],
    };
}
