using System.Collections.Immutable;
using System.Globalization;
using Reception.Domain.Journeys;
using Reception.Domain.Playbooks;
using Reception.Domain.Positions;
using Reception.Domain.Venues;

namespace Reception.Domain.Alerts;

/// <summary>收到, 稍候, 去不了, 完成, and taking a call back.</summary>
internal static class Answering
{
    private const int LongestDelay = 60;

    public static Refusal? Acknowledge(Work work, Command.Acknowledge taken)
    {
        if (Asked(work, taken.Alert, out var alert, out var person) is { } refusal)
        {
            return refusal;
        }

        if (alert.State == AlertState.Acknowledged)
        {
            return By(RefusalCodes.AlreadyAnswered, alert);
        }

        var at = work.MadeAt < alert.Raised ? alert.Raised : work.MadeAt;
        if (alert.Answer == AnswerRule.Each)
        {
            return AcknowledgeEach(work, taken, alert, person, at);
        }

        var over = !alert.WantsDone;
        work.Emit(new AlertEvents.AlertAcknowledged(alert.Id, person.Id, At(alert, person, taken.Position), at, over, over ? null : work.Time + alert.DoneWithin));
        Turn(work, alert, person);
        return null;
    }

    public static Refusal? Delay(Work work, Command.Delay delay)
    {
        if (Asked(work, delay.Alert, out var alert, out var person) is { } refusal)
        {
            return refusal;
        }

        if (delay.Minutes is < 1 or > LongestDelay)
        {
            return Refusal.Because(RefusalCodes.BadArgument, ("field", "minutes"));
        }

        if (alert.State == AlertState.Acknowledged)
        {
            return By(RefusalCodes.AlreadyAnswered, alert);
        }

        if (alert.Answers.Any(answer => answer.Kind == AnswerKind.Delay))
        {
            return Refusal.Because(RefusalCodes.AlreadyDelayed);
        }

        work.Emit(new AlertEvents.AlertDelayed(alert.Id, person.Id, delay.Minutes, work.Time + TimeSpan.FromMinutes(delay.Minutes)));
        return null;
    }

    public static Refusal? Decline(Work work, Command.Decline decline)
    {
        if (Asked(work, decline.Alert, out var alert, out var person) is { } refusal)
        {
            return refusal;
        }

        if (alert.Answers.LastOrDefault(answer => answer.Staff == person.Id) is { Kind: AnswerKind.Decline } before)
        {
            return Refusal.Because(RefusalCodes.AlreadyAnswered, ("who", person.Id.Value), ("at", Ms(before.At)));
        }

        work.Emit(new AlertEvents.AlertDeclined(alert.Id, person.Id, work.MadeAt < alert.Raised ? alert.Raised : work.MadeAt));
        var now = work.State.Alerts[alert.Id];
        if (!Targets.AnyReachable(work.State, now, now.Asks))
        {
            Judging.GoOn(work, now, StepCodes.Declined, work.Time);
            Judging.Settle(work, alert.Id, StepCodes.Unmanned);
        }
        else if (alert.Next is null || alert.State is AlertState.Acknowledged or AlertState.Delayed)
        {
            // Given back after it was taken, others are asked still: their clock begins now.
            work.Emit(new AlertEvents.AlertAsked(alert.Id, now.Asks, StepCodes.Declined, null, Judging.NextRung(work.Time, now.Rungs, now.Step, false)));
        }

        return null;
    }

    public static Refusal? Complete(Work work, Command.Complete done)
    {
        if (Asked(work, done.Alert, out var alert, out var person) is { } refusal)
        {
            return refusal;
        }

        work.Emit(new AlertEvents.AlertCompleted(alert.Id, person.Id, work.MadeAt < alert.Raised ? alert.Raised : work.MadeAt));
        Turn(work, alert, person);
        return null;
    }

    /// <summary>One's own call, within 30 s; who had it is told.</summary>
    public static Refusal? Cancel(Work work, Command.Cancel cancel)
    {
        if (!work.State.Alerts.TryGetValue(cancel.Alert, out var alert))
        {
            return Refusal.Because(RefusalCodes.UnknownAlert);
        }

        if (!alert.Open)
        {
            return By(RefusalCodes.AlertOver, alert);
        }

        if (alert.From != work.Intent.Who)
        {
            return Refusal.Because(RefusalCodes.NotYours);
        }

        if (alert.UndoUntil is not { } until || work.MadeAt > until)
        {
            return Refusal.Because(RefusalCodes.NothingToUndo);
        }

        work.Emit(new AlertEvents.AlertCancelled(alert.Id, work.Intent.Who));
        Correct(work, alert);
        return null;
    }

    public static Refusal? Receive(Work work, Command.Receive receive)
    {
        var news = receive.Receipts.Where(receipt =>
            work.State.Alerts.TryGetValue(receipt.Alert, out var alert)
            && alert.Open
            && (work.State.Receipts.GetValueOrDefault(receipt.Alert)?.People.GetValueOrDefault(receipt.Staff) is not { } known
                || (known.Delivered is null && receipt.Delivered is not null)
                || (known.Heard is null && receipt.Heard is not null))).ToImmutableArray();
        if (!news.IsEmpty)
        {
            work.Emit(new AlertEvents.Received(news));
        }

        return null;
    }

    /// <summary>Whoever has heard a call hears that it was taken back.</summary>
    public static void Correct(Work work, Alert alert)
    {
        if (work.State.Receipts.TryGetValue(alert.Id, out var receipts) && work.Venue.Calls.TryGetValue(EngineCall.Correction, out var template))
        {
            var heard = receipts.People.Values.Where(receiving => receiving.Heard is not null && receiving.Staff != work.Intent.Who)
                .Select(receiving => receiving.Staff).OrderBy(id => id.Value, StringComparer.Ordinal).ToImmutableArray();
            if (!heard.IsEmpty)
            {
                Raising.Raise(work, new Call(work.Venue.Hash, template, alert.Journey, work.Intent.Who, null, alert.Place, alert.Facts, null) { People = heard });
            }
        }
    }

    private static Refusal? AcknowledgeEach(Work work, Command.Acknowledge taken, Alert alert, StaffMember person, DateTimeOffset at)
    {
        var open = Missing(work.State, alert).Where(person.Holds).ToImmutableArray();
        if (open.IsEmpty)
        {
            return By(RefusalCodes.AlreadyAnswered, alert);
        }

        foreach (var position in taken.Position is { } one && open.Contains(one) ? [one] : open)
        {
            var now = work.State.Alerts[alert.Id];
            var left = Missing(work.State, now).Where(other => other != position);
            var over = !left.Any(other => work.State.Positions.GetValueOrDefault(other) is { Holders.IsEmpty: false } manned && manned.Holders.Any(holder => holder != alert.From));
            work.Emit(new AlertEvents.AlertAcknowledged(alert.Id, person.Id, position, at, over, now.Next));
            if (over)
            {
                break;
            }
        }

        return null;
    }

    private static IEnumerable<PositionId> Missing(VenueState state, Alert alert) =>
        alert.Asks.Positions.Where(position =>
            state.Positions.ContainsKey(position)
            && !alert.Answers.Any(answer => answer.Kind == AnswerKind.Ack && answer.Position == position));

    /// <summary>The turn is spent at 收到, and the guest has a host.</summary>
    private static void Turn(Work work, Alert alert, StaffMember person)
    {
        if (alert.Turn is { } turn && alert.Journey is { } journey && person.Waiting is not null
            && work.State.Journeys.TryGetValue(journey, out var visit) && visit is { Open: true } && visit.Person(turn.Field) is null)
        {
            work.Emit(new DutyEvents.TurnSpent(person.Id, journey));
            Facts.Set(work, journey, turn.Field, person.Id.Value);
        }
    }

    private static Refusal? Asked(Work work, AlertId id, out Alert alert, out StaffMember person)
    {
        alert = null!;
        person = null!;
        if (!work.State.Alerts.TryGetValue(id, out var found))
        {
            return Refusal.Because(RefusalCodes.UnknownAlert);
        }

        alert = found;
        if (!found.Open)
        {
            return By(RefusalCodes.AlertOver, found);
        }

        if (Duty.OnDuty(work) is not { } here)
        {
            return Refusal.Because(RefusalCodes.NotOnDuty);
        }

        person = here;
        var gave = found.Answers.Any(answer => answer.Staff == here.Id && answer.Kind is AnswerKind.Ack or AnswerKind.Delay);
        var passed = found.Turn is { } turn && turn.Passed.Contains(here.Id);
        return Targets.IsAsked(found, here) || gave || passed ? null : Refusal.Because(RefusalCodes.NotAsked);
    }

    private static PositionId? At(Alert alert, StaffMember person, PositionId? said) =>
        said ?? person.Positions.Where(position => alert.Asks.Positions.Contains(position)).Concat(person.Positions).Select(position => (PositionId?)position).FirstOrDefault();

    private static Refusal By(string code, Alert alert) => Refusal.Because(
        code,
        ("who", (alert.By ?? alert.From)?.Value ?? ""),
        ("at", Ms(alert.Closed ?? (alert.Answers.IsEmpty ? alert.Raised : alert.Answers[^1].At))));

    private static string Ms(DateTimeOffset at) => at.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
}
