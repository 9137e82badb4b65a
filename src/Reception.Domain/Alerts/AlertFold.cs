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
        AlertAsked asked => state.With(asked.Alert, alert => alert with
        {
            Asks = asked.Asks,
            Exhausted = false,
            Next = asked.Next,
            Turn = asked.Passed is { } passed && alert.Turn is { } turn ? turn with { Passed = turn.Passed.Add(passed) } : alert.Turn,
        }),
        AlertExhausted exhausted => state.With(exhausted.Alert, alert => alert with { Exhausted = true, Next = null }),
        AlertAcknowledged taken => state.With(taken.Alert, alert => Answered(alert, new(taken.By, taken.Position, AnswerKind.Ack, taken.At, null)) with
        {
            State = taken.Over ? AlertState.Done : alert.Answer == AnswerRule.Each ? AlertState.Open : AlertState.Acknowledged,
            Exhausted = alert.Answer == AnswerRule.Each && !taken.Over && alert.Exhausted,
            By = taken.By,
            Closed = taken.Over ? at : null,
            Next = taken.Over ? null : taken.Next,
        }),
        AlertDelayed delayed => state.With(delayed.Alert, alert => Answered(alert, new(delayed.By, null, AnswerKind.Delay, at, delayed.Minutes)) with
        {
            State = AlertState.Delayed, By = delayed.By, Exhausted = false, Next = delayed.Until,
        }),
        AlertAskedAgain again => state.With(again.Alert, alert => alert with { State = AlertState.Open, Rungs = again.Rungs, Next = again.Next }),
        AlertDeclined declined => state.With(declined.Alert, alert => Answered(alert, new(declined.By, null, AnswerKind.Decline, declined.At, null)) with
        {
            State = AlertState.Open,
            Asks = alert.Asks with { Staff = alert.Asks.Staff.Remove(declined.By) },
        }),
        AlertCompleted done => state.With(done.Alert, alert => (done.By is { } by
            ? Answered(alert, new(by, null, AnswerKind.Done, done.At, null))
            : alert) with { State = AlertState.Done, By = done.By ?? alert.By, Closed = at, Next = null }),
        AlertReminded reminded => state.With(reminded.Alert, alert => alert with { Reminded = true, Next = reminded.Next }),
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

    private static Alert Answered(Alert alert, AnswerGiven answer) => alert with { Answers = alert.Answers.Add(answer) };

    private static Alert Raise(AlertRaised raised) => new(
        raised.Alert, raised.Book, raised.Template, raised.Kind, raised.Answer, raised.From, raised.FromPosition, raised.Journey, raised.Place,
        raised.Facts, raised.At, raised.UndoUntil, raised.Again, raised.DoneWithin, raised.Over, raised.Rungs, Step: 0,
        raised.Turn is { } first ? new Asks([], [first]) : raised.Rungs[0].Asks,
        raised.TurnField is { } field ? new TurnOffer(field, []) : null,
        AlertState.Open, Exhausted: false, Reminded: false, [], raised.Next, Closed: null, By: null, Seq: 0);

    private static Alert Step(Alert alert, AlertStepped stepped)
    {
        var rungs = alert.Rungs;
        if (alert.Step < rungs.Length && rungs[alert.Step].State == RungState.Asked)
        {
            var left = rungs[alert.Step];
            var skipped = stepped.Code.Value == StepCodes.Unmanned;
            rungs = rungs.SetItem(alert.Step, left with { State = skipped ? RungState.Skipped : RungState.Passed, Code = stepped.Code });
        }

        rungs = stepped.Step < rungs.Length
            ? rungs.SetItem(stepped.Step, rungs[stepped.Step] with { State = RungState.Asked, Code = null, Fired = stepped.At })
            : rungs.Add(new LadderRung(stepped.Asks, [], Everyone: true, stepped.Due, RungState.Asked, null, stepped.At));

        return alert with
        {
            Rungs = rungs, Step = stepped.Step, Asks = stepped.Asks, State = AlertState.Open, Exhausted = false, Next = stepped.Next,
        };
    }

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
