using System.Collections.Immutable;
using Reception.Domain.Playbooks;
using Reception.Domain.Venues;

namespace Reception.Domain.Alerts;

/// <summary>Something of a call falls due: it is over, a delay is, what was taken is not done, or the ladder goes on.</summary>
internal static class AlertDue
{
    public static void Take(Work work, Alert alert, DateTimeOffset due, Digest digest)
    {
        switch (alert)
        {
            case { Answer: AnswerRule.None }:
                work.Emit(new AlertEvents.AlertExpired(alert.Id, due));
                break;
            case { Answer: AnswerRule.Each }:
                RollCall.FallDue(work, alert, due);
                break;
            case { State: AlertState.Delayed }:
                AskAgain(work, alert, due);
                break;
            case { State: AlertState.Acknowledged, Reminded: false }:
                Remind(work, alert, due, digest);
                break;
            default:
                Judging.GoOn(work, alert, StepCodes.Silent, due);
                Judging.Settle(work, alert.Id, StepCodes.Unmanned);
                break;
        }
    }

    /// <summary>Whoever took it hears once that it is not done; nobody else is asked yet.</summary>
    private static void Remind(Work work, Alert alert, DateTimeOffset due, Digest digest)
    {
        var rungs = FromNow(work, alert);
        work.Emit(new AlertEvents.AlertReminded(alert.Id, due, rungs, Judging.Next(work, rungs, alert.Step, false)));
        if (alert.By is not { } person || !work.Venue.Calls.TryGetValue(EngineCall.Reminder, out var template))
        {
            return;
        }

        if (!digest.Takes(work, due, alert.Answers.Where(answer => answer.Staff == person).Select(answer => answer.Position).OfType<PositionId>().TakeLast(1)))
        {
            Raising.Raise(work, new Call(work.Venue.Hash, template)
            {
                Journey = alert.Journey, Place = alert.Place, Facts = alert.Facts, To = [], People = [person],
            });
        }
    }

    /// <summary>稍候 is over.</summary>
    private static void AskAgain(Work work, Alert alert, DateTimeOffset due)
    {
        var rungs = FromNow(work, alert);
        work.Emit(new AlertEvents.AlertAskedAgain(alert.Id, due, rungs, Judging.Next(work, rungs, alert.Step, alert.Turn?.Whose is not null)));
        Judging.Settle(work, alert.Id, StepCodes.Unmanned);
    }

    /// <summary>The rungs that wait count from here, spaced as they were from the call.</summary>
    private static ImmutableArray<LadderRung> FromNow(Work work, Alert alert)
    {
        var shift = work.Time - alert.Raised;
        return [.. alert.Rungs.Select((rung, index) => index > alert.Step ? rung with { At = rung.At + shift } : rung)];
    }
}
