using Reception.Domain.Positions;
using Reception.Domain.Venues;

namespace Reception.Domain.Alerts;

/// <summary>
/// A call that each must answer, line by line. Who asked for a moment is left in peace until it is over, then asked once more; the ladder concerns those only who
/// have not answered, each counted from when it was asked, and those above are asked as long as somebody is missing.
/// </summary>
internal static class RollCall
{
    /// <summary>After something changed of who has answered or can: who is missing, whom the call asks therefore, when it goes on.</summary>
    public static void Call(Work work, AlertId id)
    {
        if (work.State.Alerts.GetValueOrDefault(id) is not { Answer: AnswerRule.Each, Ringing: true, Open: true } alert)
        {
            return;
        }

        var missing = alert.Step > 0 ? Missing(work, alert) : Asks.Nobody;
        var asks = Asked(alert, missing);
        var next = Next(work, alert, missing);
        if (!asks.SameAs(alert.Asks) || !missing.SameAs(alert.Missing) || next != alert.Next)
        {
            work.Emit(new AlertEvents.AlertRolled(id, asks, missing, next));
        }
    }

    /// <summary>Something of it falls due; several things may at the same moment.</summary>
    public static void FallDue(Work work, Alert alert, DateTimeOffset due)
    {
        for (var now = alert; now is { Open: true } && now.Next <= work.Time; now = work.State.Alerts[alert.Id])
        {
            TakeOne(work, now, due);
            Judging.Settle(work, alert.Id, StepCodes.Unmanned);
        }
    }

    /// <summary>A delay is over, a line has been silent for too long, or the next rung is due for those who are missing.</summary>
    private static void TakeOne(Work work, Alert alert, DateTimeOffset due)
    {
        if (alert.Answers.Any(answer => answer.Until <= work.Time))
        {
            work.Emit(new AlertEvents.AlertAskedAgain(alert.Id, due, alert.Rungs, null));
        }
        else if (!alert.Exhausted && Missing(work, alert) is { IsNobody: false } missing && (alert.Step == 0 || missing.SameAs(alert.Missing)))
        {
            Judging.GoOn(work, alert, StepCodes.Silent, due);
        }
    }

    /// <summary>Every line of this person is answered. Who is only asked because others are silent takes it over from them.</summary>
    public static Refusal? Acknowledge(Work work, Alert alert, StaffMember person, PositionId? said)
    {
        var mine = Lines.Pending(work.State, alert)
            .Where(line => line.Has(person) && (said is null || line.Person == person.Id || line.Positions.Contains(said.Value))).ToList();
        if (mine.Count == 0)
        {
            if (!alert.Rungs.Take(alert.Step + 1).Skip(1).Any(rung => Targets.Has(rung.Asks, person)))
            {
                return Answering.By(RefusalCodes.AlreadyAnswered, alert);
            }

            work.Emit(new AlertEvents.AlertAcknowledged(alert.Id, person.Id, Answering.At(alert, person, said), Answering.When(work, alert), Over: true, null));
            return null;
        }

        foreach (var line in mine)
        {
            var position = line.Positions.Where(person.Holds).Select(held => (PositionId?)held).FirstOrDefault() ?? Answering.At(alert, person, said);
            var over = Lines.Pending(work.State, work.State.Alerts[alert.Id])
                .All(other => other.Person == person.Id || (position is { } at && other.Positions.Contains(at)));
            work.Emit(new AlertEvents.AlertAcknowledged(alert.Id, person.Id, position, Answering.When(work, alert), over, alert.Next));
            if (over)
            {
                return null;
            }
        }

        // Of the lines that are left nobody may be reachable.
        Judging.Settle(work, alert.Id, StepCodes.Unmanned);
        return null;
    }

    /// <summary>Of a call that each must answer, a line that nobody is left to answer goes on at once.</summary>
    public static void Decline(Work work, Alert alert, StaffMember person)
    {
        if (alert is { Answer: AnswerRule.Each, Step: 0, Exhausted: false }
            && Lines.Pending(work.State, alert).Any(line => line.Has(person) && !line.CanBeAnswered(work.State, alert)))
        {
            Judging.GoOn(work, alert, StepCodes.Declined, work.Time);
            Judging.Settle(work, alert.Id, StepCodes.Unmanned);
        }
    }

    /// <summary>Nobody above is asked, or nobody need be any more: it stands with those whose lines are open.</summary>
    public static bool StandsBelow(Alert alert) => alert.Step == 0 || alert.Missing.IsNobody;

    /// <summary>Lines that nobody can answer or that have been silent as long as the first rung waits; when nobody is at any line, all that are open.</summary>
    private static Asks Missing(Work work, Alert alert)
    {
        var pending = Lines.Pending(work.State, alert);
        var missing = pending.IsEmpty
            ? Lines.Of(alert).Where(line => !line.Answered(alert))
            : pending.Where(line => line.Until(work.State, alert) is null && (line.Since(work.State, alert) + After(alert, 1) <= work.Time || !line.CanBeAnswered(work.State, alert)));
        return missing.Aggregate(Asks.Nobody, (sum, line) => sum.And(line.Person is { } person ? new([], [person]) : new(line.Positions, [])));
    }

    /// <summary>Those above are asked while somebody is missing; else only the lines themselves.</summary>
    private static Asks Asked(Alert alert, Asks missing)
    {
        if (alert.Step == 0 || missing.IsNobody == alert.Missing.IsNobody)
        {
            return alert.Asks;
        }

        var above = alert.Rungs.Take(alert.Step + 1).Skip(1).Aggregate(Asks.Nobody, (sum, rung) => sum.And(rung.Asks));
        return missing.IsNobody
            ? alert.Asks.Only(alert.Rungs[0].Asks)
            : alert.Asks.And(above with { Staff = [.. above.Staff.Where(person => !Targets.Declined(alert, person))] });
    }

    private static DateTimeOffset? Next(Work work, Alert alert, Asks missing)
    {
        var times = alert.Answers.Select(answer => answer.Until).OfType<DateTimeOffset>().ToList();
        var asked = Lines.Pending(work.State, alert).Where(line => line.Until(work.State, alert) is null).ToLookup(line => line.IsAmong(missing), line => line.Since(work.State, alert));
        times.AddRange(asked[false].Select(since => since + After(alert, 1)));
        if (!missing.IsNobody && !alert.Exhausted)
        {
            times.Add(alert.Step + 1 >= alert.Rungs.Length
                ? Judging.Patience(work, alert)
                : asked[true].DefaultIfEmpty(alert.Raised).Min() + After(alert, alert.Step + 1));
        }

        return times.Count == 0 ? null : times.Min() is var next && next > work.Time ? next : work.Time;
    }

    /// <summary>How long after a line was asked this rung is.</summary>
    private static TimeSpan After(Alert alert, int rung) => rung < alert.Rungs.Length ? alert.Rungs[rung].At - alert.Raised : Judging.LastPatience;
}
