using System.Collections.Immutable;
using Reception.Domain.Positions;
using Reception.Domain.Venues;

namespace Reception.Domain.Alerts;

/// <summary>The ladder: a rung where nobody can be reached is left at once, a silent one when its time is over; the last is never empty.</summary>
internal static class Judging
{
    /// <summary>After the last rung: how long until the call counts as exhausted.</summary>
    public static readonly TimeSpan LastPatience = TimeSpan.FromSeconds(60);

    /// <summary>Every change of duty or reach judges the open calls again, oldest first.</summary>
    public static void Again(Work work)
    {
        var open = work.State.Alerts.Values.Where(alert => alert is { Open: true, Answer: not AnswerRule.None })
            .OrderBy(alert => alert.Raised).ThenBy(alert => alert.Id.Value, StringComparer.Ordinal).Select(alert => alert.Id).ToList();
        foreach (var id in open)
        {
            GiveBack(work, work.State.Alerts[id]);
            Retry(work, work.State.Alerts[id]);
            Settle(work, id, StepCodes.Unmanned);
        }
    }

    /// <summary>If nobody who is asked now can answer: on to whoever can, at once.</summary>
    /// <param name="code">Why the rung that is asked now is left, if it is; those after it can only be unmanned.</param>
    public static void Settle(Work work, AlertId id, string code)
    {
        while (true)
        {
            RollCall.Call(work, id);
            if (work.State.Alerts.GetValueOrDefault(id) is not { Open: true, Ringing: true, Exhausted: false } alert)
            {
                return;
            }

            if (FallBack(work, alert, code))
            {
                continue;
            }

            if (Targets.Stands(work.State, alert))
            {
                return;
            }

            GoOn(work, alert, code, work.Time);
            code = StepCodes.Unmanned;
        }
    }

    /// <summary>One step on: the turn passes to the next, or the next rung is asked. A call that somebody took and did not finish offers no turn any more.</summary>
    public static void GoOn(Work work, Alert alert, string code, DateTimeOffset due)
    {
        var above = alert.Rungs.Length > 1 && alert.Rungs[1].At <= work.Time;
        if (alert is { Step: 0, State: AlertState.Open, Turn: { Whose: { } whose } turn } && !(above && code == StepCodes.Silent))
        {
            Turns.Pass(work, alert, turn, whose, code);
        }
        else
        {
            Step(work, alert, code, due);
        }
    }

    /// <summary>When the rung after this one falls due, or the turn passes on; after the last one, when patience ends. Never before now.</summary>
    public static DateTimeOffset Next(Work work, ImmutableArray<LadderRung> rungs, int step, bool offered)
    {
        var next = step + 1 < rungs.Length ? rungs[step + 1].At : work.Time + LastPatience;
        next = next > work.Time ? next : work.Time;
        return offered && step == 0 && work.Venue.Rota is { } rota && work.Time + rota.PassAfter < next ? work.Time + rota.PassAfter : next;
    }

    /// <summary>Of the last rung: what is left of it, or all of it.</summary>
    public static DateTimeOffset Patience(Work work, Alert alert) =>
        alert.Next is { } running && running > work.Time && running < work.Time + LastPatience ? running : work.Time + LastPatience;

    /// <summary>Asked anew, the clock of the rung begins or goes on.</summary>
    public static void AskAnew(Work work, Alert alert, string code) =>
        work.Emit(new AlertEvents.AlertAsked(
            alert.Id, alert.Asks, code, null, alert.Turn?.Whose, Next(work, alert.Rungs, alert.Step, alert.Turn?.Whose is not null)));

    /// <summary>Who took it, or asked for a delay, has gone home: it is everybody's again.</summary>
    private static void GiveBack(Work work, Alert alert)
    {
        if (alert.State is AlertState.Acknowledged or AlertState.Delayed && (alert.By is not { } by || work.State.Staff.GetValueOrDefault(by) is null or { State: DutyState.Off }))
        {
            AskAnew(work, alert, StepCodes.Unmanned);
        }
    }

    /// <summary>Who is named and cannot answer is replaced by the positions of the fallback, in the same rung.</summary>
    private static bool FallBack(Work work, Alert alert, string code)
    {
        var more = alert.Rungs[alert.Step].Else
            .Where(fallback => fallback.Person is { } person
                ? !Targets.CanAnswer(work.State, alert, person) && !alert.Answers.Any(answer => answer.Staff == person && answer.Kind == AnswerKind.Ack)
                : alert.Step > 0 || alert.Turn?.Whose is null)
            .SelectMany(fallback => fallback.Positions)
            .Except(alert.Asks.Positions)
            .ToImmutableArray();
        if (more.IsEmpty)
        {
            return false;
        }

        work.Emit(new AlertEvents.AlertAsked(alert.Id, alert.Asks.And(new Asks(more, [])), code, null, alert.Turn?.Whose, alert.Next));
        return true;
    }

    private static void Step(Work work, Alert alert, string code, DateTimeOffset due)
    {
        var step = alert.Step + 1;
        if (step < alert.Rungs.Length)
        {
            var more = alert.Rungs[step].Asks;
            more = more with { Staff = [.. more.Staff.Where(person => !Targets.Declined(alert, person))] };
            work.Emit(new AlertEvents.AlertStepped(alert.Id, step, alert.Asks.And(more), code, due, work.Now, Next(work, alert.Rungs, step, false)));
            return;
        }

        // The last rung is never empty: everybody who is here is asked before the hub gives up.
        var everybody = alert.Asks.And(Targets.Everybody(work.State));
        if (everybody.Positions.Length > alert.Asks.Positions.Length && Targets.AnyCanAnswer(work.State, alert, everybody.But(alert.Asks)))
        {
            work.Emit(new AlertEvents.AlertStepped(alert.Id, step, everybody, code, due, work.Now, work.Time + LastPatience));
            return;
        }

        work.Emit(new AlertEvents.AlertExhausted(alert.Id, code, due));
    }

    /// <summary>Exhausted, and somebody of all those asked can be reached who could not before; the silent ones alone are no reason.</summary>
    private static void Retry(Work work, Alert alert)
    {
        if (alert.Exhausted && Targets.Left(work.State, alert).Except(Targets.Left(work.Start, alert)).Any())
        {
            AskAnew(work, alert, StepCodes.Manned);
        }
    }
}
