using System.Collections.Immutable;
using Reception.Domain.Venues;

namespace Reception.Domain.Alerts;

/// <summary>The ladder: a rung where nobody can be reached is left at once, a silent one when its time is over; the last is never empty.</summary>
internal static class Judging
{
    /// <summary>After the last rung: how long until the call counts as exhausted.</summary>
    private static readonly TimeSpan LastPatience = TimeSpan.FromSeconds(60);

    /// <summary>Every change of duty or reach judges the open calls again, oldest first.</summary>
    public static void Again(Work work)
    {
        var open = work.State.Alerts.Values
            .Where(alert => alert is { Open: true, Ringing: true })
            .OrderBy(alert => alert.Raised).ThenBy(alert => alert.Id.Value, StringComparer.Ordinal)
            .Select(alert => alert.Id)
            .ToList();
        foreach (var id in open)
        {
            Settle(work, id, StepCodes.Unmanned);
        }
    }

    /// <summary>If nobody who is asked can be reached: on to whoever can, now. If somebody can again: no longer exhausted.</summary>
    public static void Settle(Work work, AlertId id, string code)
    {
        while (work.State.Alerts.GetValueOrDefault(id) is { Open: true, Ringing: true } alert)
        {
            if (alert.Exhausted)
            {
                Retry(work, alert);
                return;
            }

            if (Targets.AnyReachable(work.State, alert, alert.Asks))
            {
                return;
            }

            if (!GoOn(work, alert, code, work.Time))
            {
                return;
            }
        }
    }

    /// <summary>One step on: the next turn, the fallback of this rung, or the next rung. False: nobody is left.</summary>
    public static bool GoOn(Work work, Alert alert, string code, DateTimeOffset due)
    {
        var above = alert.Rungs.Length > 1 && alert.Rungs[1].At <= due;
        if (alert is { Turn: { } turn, Step: 0 } && !(above && code == StepCodes.Silent) && Pass(work, alert, turn, code))
        {
            return true;
        }

        var rung = alert.Rungs[alert.Step];
        if (code != StepCodes.Silent && rung.Else.Any(position => !alert.Asks.Positions.Contains(position)))
        {
            // The named person cannot be reached: the call falls back to the position, in the same rung.
            var asks = alert.Asks.And(new Asks(rung.Else, []));
            work.Emit(new AlertEvents.AlertAsked(alert.Id, asks, code, null, alert.Turn is null ? alert.Next : NextRung(due, alert.Rungs, alert.Step, false)));
            return true;
        }

        return Step(work, alert, code, due);
    }

    /// <summary>When the rung after this one falls due; after the last one, when patience ends.</summary>
    public static DateTimeOffset? NextRung(DateTimeOffset now, ImmutableArray<LadderRung> rungs, int step, bool emergency)
    {
        if (step + 1 >= rungs.Length)
        {
            return emergency && rungs.Length == 0 ? null : now + LastPatience;
        }

        var next = rungs[step + 1].At;
        return next > now ? next : now;
    }

    private static bool Step(Work work, Alert alert, string code, DateTimeOffset due)
    {
        var step = alert.Step + 1;
        if (step < alert.Rungs.Length)
        {
            var rung = alert.Rungs[step];
            var next = NextRung(due, alert.Rungs, step, false);
            work.Emit(new AlertEvents.AlertStepped(alert.Id, step, alert.Asks.And(rung.Asks), code, due, work.Now, next));
            return true;
        }

        // The last rung is never empty: everybody who is here is asked before the hub gives up.
        var everybody = alert.Asks.And(new Asks([.. work.State.Positions.Values.OrderBy(position => position.Order).Select(position => position.Id)], []));
        if (everybody.Positions.Length > alert.Asks.Positions.Length && Targets.AnyReachable(work.State, alert, everybody))
        {
            work.Emit(new AlertEvents.AlertStepped(alert.Id, step, everybody, code, due, work.Now, due + LastPatience));
            return true;
        }

        work.Emit(new AlertEvents.AlertExhausted(alert.Id, due));
        return false;
    }

    private static void Retry(Work work, Alert alert)
    {
        if (Targets.AnyReachable(work.State, alert, alert.Asks))
        {
            work.Emit(new AlertEvents.AlertAsked(alert.Id, alert.Asks, StepCodes.Manned, null, work.Time + LastPatience));
        }
    }

    private static bool Pass(Work work, Alert alert, TurnOffer turn, string code)
    {
        var had = alert.Asks.Staff;
        ImmutableArray<StaffId> passed = [.. turn.Passed.Union(had).Union(alert.Answers.Where(answer => answer.Kind == AnswerKind.Decline).Select(answer => answer.Staff))];
        if (Targets.NextTurn(work, alert.From, passed) is not { } next || work.Venue.Rota is not { } rota)
        {
            return false;
        }

        // The one whose turn passes may still answer; the turn is the next one's now.
        var supervisor = alert.Rungs.Length > 1 ? alert.Rungs[1].At : (DateTimeOffset?)null;
        var due = work.Time + rota.PassAfter;
        work.Emit(new AlertEvents.AlertAsked(
            alert.Id, new Asks(alert.Asks.Positions, [next]), code == StepCodes.Silent ? StepCodes.Passed : code,
            had.Length > 0 ? had[0] : null, supervisor is { } at && at < due ? at : due));
        return true;
    }
}
