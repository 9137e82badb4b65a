using System.Collections.Immutable;
using Reception.Domain.Venues;

namespace Reception.Domain.Alerts;

/// <summary>A call that is open, not exhausted, and to which nothing will ever happen. It cannot be; should it be all the same, it is asked anew and the manager told.</summary>
public static class Mending
{
    /// <summary>What was set aside after a fault is not lost: the manager has been told.</summary>
    public static ImmutableArray<AlertId> Lost(VenueState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return
        [
            .. state.Alerts.Values.Where(alert => alert is { Open: true, Exhausted: false } && !Falls(state, alert))
                .OrderBy(alert => alert.Raised).ThenBy(alert => alert.Id.Value, StringComparer.Ordinal).Select(alert => alert.Id),
        ];
    }

    internal static Refusal? Mend(Work work)
    {
        var lost = Lost(work.State);
        foreach (var id in lost)
        {
            AskAnew(work, work.State.Alerts[id]);
        }

        return lost.IsEmpty ? null : Telling.OfFault(work, "alert");
    }

    private static bool Falls(VenueState state, Alert alert) =>
        Puts.DueOf(alert) is { } due && (state.Due.Contains(due) || state.Parked.Contains(due));

    private static void AskAnew(Work work, Alert alert)
    {
        if (alert.Answer == AnswerRule.None)
        {
            work.Emit(new AlertEvents.AlertExpired(alert.Id, work.Time));
            return;
        }

        var next = Judging.Next(work, alert.Rungs, alert.Step, alert.Turn?.Whose is not null);
        // The time that it has already would change nothing, and the calendar not take it.
        next = next == alert.Next ? next + TimeSpan.FromMilliseconds(1) : next;
        work.Emit(new AlertEvents.AlertAsked(alert.Id, alert.Asks, StepCodes.Unmanned, null, alert.Turn?.Whose, next));
        Judging.Settle(work, alert.Id, StepCodes.Unmanned);
    }
}
