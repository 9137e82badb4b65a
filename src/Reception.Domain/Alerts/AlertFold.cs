using System.Collections.Immutable;
using Reception.Domain.Venues;
using static Reception.Domain.Alerts.AlertEvents;

namespace Reception.Domain.Alerts;

internal static class AlertFold
{
    public static VenueState? Apply(VenueState state, Event happened, DateTimeOffset at) => happened switch
    {
        AlertRaised raised => state.Put(Raise(raised)),
        AlertStepped stepped => state.With(stepped.Alert, alert => Step(alert, stepped)),
        AlertAsked asked => state.With(asked.Alert, alert => Ask(alert, asked)),
        AlertExhausted exhausted => state.With(exhausted.Alert, alert => alert with
        {
            State = AlertState.Open, Exhausted = true, Next = null, Rungs = Leave(alert, exhausted.Code),
        }),
        AlertAcknowledged taken => state.With(taken.Alert, alert => Acknowledge(alert, taken, at)),
        AlertDelayed delayed => state.With(delayed.Alert, alert =>
        {
            var answered = Answered(alert, new(delayed.By, null, AnswerKind.Delay, at, delayed.Minutes, delayed.Until));
            return alert.Answer == AnswerRule.Each
                ? answered
                : answered with { State = AlertState.Delayed, By = delayed.By, Exhausted = false, Next = delayed.Until };
        }),
        AlertAskedAgain again => state.With(again.Alert, alert => Awake(alert, again.Due) with { State = AlertState.Open, Rungs = again.Rungs, Next = again.Next }),
        AlertRolled rolled => state.With(rolled.Alert, alert => alert with
        {
            Asks = rolled.Asks, Missing = rolled.Missing, Exhausted = alert.Exhausted && !rolled.Missing.IsNobody, Next = rolled.Next,
        }),
        AlertHandedOn handed => state.With(handed.Alert, alert => HandOn(alert, handed.From, handed.To)),
        AlertDeclined declined => state.With(declined.Alert, alert => Answered(alert, new(declined.By, null, AnswerKind.Decline, declined.At, null)) with
        {
            State = AlertState.Open,
            Asks = alert.Asks with { Staff = alert.Asks.Staff.Remove(declined.By) },
        }),
        AlertCompleted done => state.With(done.Alert, alert => (done.By is { } by
            ? Answered(alert, new(by, null, AnswerKind.Done, done.At, null))
            : alert) with { State = AlertState.Done, By = done.By ?? alert.By, Closed = at, Next = null }),
        AlertReminded reminded => state.With(reminded.Alert, alert => alert with { Reminded = true, Rungs = reminded.Rungs, Next = reminded.Next }),
        AlertCancelled cancelled => state.Over(cancelled.Alert, AlertState.Cancelled, cancelled.By, at),
        AlertOvertaken overtaken => state.Over(overtaken.Alert, AlertState.Overtaken, overtaken.By, at),
        AlertExpired expired => state.Over(expired.Alert, AlertState.Expired, null, at),
        Received received => received.Receipts.Aggregate(state, Receive),
        _ => null,
    };

    private static VenueState With(this VenueState state, AlertId id, Func<Alert, Alert> change) =>
        state.Alerts.TryGetValue(id, out var alert) ? state.Put(change(alert)) : state;

    private static VenueState Over(this VenueState state, AlertId id, AlertState over, StaffId? by, DateTimeOffset at) =>
        state.With(id, alert => alert with { State = over, By = by ?? alert.By, Closed = at, Next = null });

    /// <summary>Of the same answer by the same person only the last is kept: taking and giving back for ever does not grow.</summary>
    private static Alert Answered(Alert alert, AnswerGiven answer) => alert with
    {
        Answers =
        [
            .. alert.Answers.Where(old => (old.Staff, old.Kind, old.Position) != (answer.Staff, answer.Kind, answer.Position))
                .Select(old => old.Staff == answer.Staff ? old with { Until = null } : old),
            answer,
        ],
    };

    /// <summary>Whoever asked for a moment that is over by then is asked again.</summary>
    private static Alert Awake(Alert alert, DateTimeOffset due) => alert with
    {
        Answers = [.. alert.Answers.Select(answer => answer.Until <= due ? answer with { Until = null, AskedAgain = due } : answer)],
    };

    private static Alert Raise(AlertRaised raised) => new(
        raised.Alert, raised.Book, raised.Template, raised.Kind, raised.Answer, raised.From, raised.FromPosition, raised.Journey, raised.Place,
        raised.Item, raised.Facts, raised.At, raised.Made ?? raised.At, raised.UndoUntil, raised.Again, raised.DoneWithin, raised.Over, raised.Rungs, Step: 0,
        raised.Rungs[0].Asks, Asks.Nobody,
        raised.TurnField is { } field ? new TurnOffer(field, raised.Turn, []) : null,
        AlertState.Open, Exhausted: false, Reminded: false, [], raised.Next, Closed: null, By: null, Seq: 0);

    private static Alert HandOn(Alert alert, StaffId from, StaffId to)
    {
        var declined = Targets.Declined(alert, to);
        Asks To(Asks asks) => asks.Staff.Contains(from) ? asks with { Staff = [.. asks.Staff.Remove(from).Union(declined ? [] : [to])] } : asks;
        return alert with
        {
            Asks = To(alert.Asks),
            Missing = To(alert.Missing),
            Rungs = [.. alert.Rungs.Select(rung => rung with
            {
                Asks = To(rung.Asks), Else = [.. rung.Else.Select(other => other.Person == from ? other with { Person = to } : other)],
            })],
        };
    }

    private static Alert Acknowledge(Alert alert, AlertAcknowledged taken, DateTimeOffset at)
    {
        var each = alert.Answer == AnswerRule.Each;
        return Answered(alert, new(taken.By, taken.Position, AnswerKind.Ack, taken.At, null)) with
        {
            State = taken.Over ? AlertState.Done : each ? AlertState.Open : AlertState.Acknowledged,
            Exhausted = each && !taken.Over && alert.Exhausted,
            Reminded = false,
            By = taken.By,
            Closed = taken.Over ? at : null,
            Next = taken.Over ? null : taken.Next,
        };
    }

    /// <summary>Whom a rung fell back to belongs to it; when an exhausted call is tried again, everybody does.</summary>
    private static Alert Ask(Alert alert, AlertAsked asked)
    {
        var rungs = alert.Rungs;
        if (alert.Step < rungs.Length)
        {
            var rung = rungs[alert.Step];
            rungs = rungs.SetItem(alert.Step, rung with { Asks = rung.Asks.And(alert.Exhausted ? asked.Asks : asked.Asks.But(alert.Asks)), State = RungState.Asked, Code = null });
        }

        // Asked anew of any: nobody has to wait for the end of a delay any more.
        return alert with
        {
            Answers = alert.Answer == AnswerRule.Any ? [.. alert.Answers.Select(answer => answer with { Until = null })] : alert.Answers,
            State = AlertState.Open,
            Asks = asked.Asks,
            Exhausted = false,
            Next = asked.Next,
            Rungs = rungs,
            Turn = alert.Turn is { } turn
                ? turn with { Whose = asked.Turn, Passed = asked.Passed is { } passed ? [.. turn.Passed.Union([passed])] : turn.Passed }
                : null,
        };
    }

    private static Alert Step(Alert alert, AlertStepped stepped)
    {
        var rungs = Leave(alert, stepped.Code);
        rungs = stepped.Step < rungs.Length
            ? rungs.SetItem(stepped.Step, rungs[stepped.Step] with { State = RungState.Asked, Code = null, Fired = stepped.At })
            : rungs.Add(new LadderRung(stepped.Asks.But(alert.Asks), [], Everyone: true, stepped.Due, RungState.Asked, null, stepped.At));

        return alert with
        {
            Rungs = rungs, Step = stepped.Step, Asks = stepped.Asks, State = AlertState.Open, Exhausted = false, Next = stepped.Next,
        };
    }

    /// <summary>The rung that was asked is over: nobody was there, or nobody took it.</summary>
    private static ImmutableArray<LadderRung> Leave(Alert alert, Key code) =>
        alert.Step < alert.Rungs.Length && alert.Rungs[alert.Step] is { State: RungState.Asked } left
            ? alert.Rungs.SetItem(alert.Step, left with { State = code.Value == StepCodes.Unmanned ? RungState.Skipped : RungState.Passed, Code = code })
            : alert.Rungs;

    private static VenueState Receive(VenueState state, Receiving receiving)
    {
        if (!state.Alerts.TryGetValue(receiving.Alert, out var alert))
        {
            return state;
        }

        var receipts = state.Receipts.GetValueOrDefault(receiving.Alert)
            ?? new Receipts(receiving.Alert, ImmutableDictionary<StaffId, Receiving>.Empty, alert.Closed, state.Seq);
        var known = receipts.People.GetValueOrDefault(receiving.Staff);
        var merged = known is null
            ? receiving
            : known with { Delivered = known.Delivered ?? receiving.Delivered, Heard = known.Heard ?? receiving.Heard, How = known.How ?? receiving.How };
        return merged == known ? state : state.Put(receipts with { People = receipts.People.SetItem(receiving.Staff, merged) });
    }
}
