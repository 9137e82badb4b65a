using System.Collections.Immutable;
using System.Globalization;
using Reception.Domain.Journeys;
using Reception.Domain.Positions;
using Reception.Domain.Venues;

namespace Reception.Domain.Alerts;

/// <summary>收到, 稍候, 去不了, 完成.</summary>
internal static class Answering
{
    private const int LongestDelay = 60;

    public static Refusal? Acknowledge(Work work, Command.Acknowledge taken)
    {
        if (Asked(work, taken.Alert, out var alert, out var person) is { } refusal)
        {
            return refusal;
        }

        if (taken.Position is { } said && !person.Holds(said))
        {
            return Refusal.Because(RefusalCodes.NotYourPosition, ("positions", string.Join(',', person.Positions)));
        }

        if (alert.Answer == AnswerRule.None)
        {
            // Nobody asked for it, and it is no error: the call stays for the others.
            return null;
        }

        if (alert.State == AlertState.Acknowledged)
        {
            // A second 收到 of the same person, who perhaps did not know that a trigger had said it: nothing happens, and that is no error.
            return alert.By == person.Id ? null : By(RefusalCodes.AlreadyAnswered, alert);
        }

        return Take(work, alert, person, taken.Position);
    }

    /// <summary>Who pulls the next trigger has thereby answered the calls of the journey that led there.</summary>
    public static void ByTrigger(Work work, Journey journey, StaffId by, PositionId? position)
    {
        if (work.State.Staff.GetValueOrDefault(by) is not { } person)
        {
            return;
        }

        foreach (var alert in Raising.Open(work, alert => alert.Journey == journey.Id && LedTo(alert, journey, person)))
        {
            Take(work, alert, person, position);
        }
    }

    public static Refusal? Delay(Work work, Command.Delay delay)
    {
        if (Asked(work, delay.Alert, out var alert, out var person) is { } refusal)
        {
            return refusal;
        }

        if (alert.Answer == AnswerRule.None)
        {
            return Refusal.Because(RefusalCodes.NotAsked);
        }

        if (delay.Minutes is < 1 or > LongestDelay)
        {
            return Refusal.Because(RefusalCodes.BadArgument, ("field", "minutes"));
        }

        if (alert.State == AlertState.Acknowledged)
        {
            return By(RefusalCodes.AlreadyAnswered, alert);
        }

        if (alert.Answers.Any(answer => answer.Kind == AnswerKind.Delay && (alert.Answer == AnswerRule.Any || answer.Staff == person.Id)))
        {
            return Refusal.Because(RefusalCodes.AlreadyDelayed);
        }

        work.Emit(new AlertEvents.AlertDelayed(alert.Id, person.Id, delay.Minutes, work.Time + TimeSpan.FromMinutes(delay.Minutes)));
        Judging.Settle(work, alert.Id, StepCodes.Unmanned);
        return null;
    }

    public static Refusal? Decline(Work work, Command.Decline decline)
    {
        if (Asked(work, decline.Alert, out var alert, out var person) is { } refusal)
        {
            return refusal;
        }

        if (alert.Answer == AnswerRule.None)
        {
            return Refusal.Because(RefusalCodes.NotAsked);
        }

        if (alert.Answers.LastOrDefault(answer => answer.Staff == person.Id) is { Kind: AnswerKind.Decline } before)
        {
            return Refusal.Because(RefusalCodes.AlreadyAnswered, ("who", person.Id.Value), ("at", Ms(before.At)));
        }

        work.Emit(new AlertEvents.AlertDeclined(alert.Id, person.Id, When(work, alert)));
        Turns.Lose(work, alert, person);
        if (alert.State is AlertState.Acknowledged or AlertState.Delayed)
        {
            // Given back after it was taken: the ladder goes on where its times have got to.
            Judging.AskAnew(work, work.State.Alerts[alert.Id], StepCodes.Declined);
        }

        Judging.Settle(work, alert.Id, StepCodes.Declined);
        RollCall.Decline(work, work.State.Alerts[alert.Id], person);
        return null;
    }

    public static Refusal? Complete(Work work, Command.Complete done)
    {
        if (Asked(work, done.Alert, out var alert, out var person) is { } refusal)
        {
            return refusal;
        }

        if (alert.Answer == AnswerRule.None)
        {
            return Refusal.Because(RefusalCodes.NotAsked);
        }

        if (alert.Answer == AnswerRule.Each)
        {
            return RollCall.Acknowledge(work, alert, person, null);
        }

        work.Emit(new AlertEvents.AlertCompleted(alert.Id, person.Id, When(work, alert)));
        Turns.Spend(work, alert, person);
        return null;
    }

    /// <summary>Of the same procedure, asked first, still ringing; no emergency, and nothing that is over when a thing on a list is done.</summary>
    private static bool LedTo(Alert alert, Journey journey, StaffMember person) =>
        alert is { State: AlertState.Open or AlertState.Delayed, Answer: not AnswerRule.None, Kind: not AlertKind.Emergency, Item: null }
        && alert.Book == journey.Hash && alert.From != person.Id && Targets.Has(alert.Rungs[0].Asks, person) && Targets.IsAsked(alert, person);

    private static Refusal? Take(Work work, Alert alert, StaffMember person, PositionId? said)
    {
        if (alert.Answer == AnswerRule.Each)
        {
            return RollCall.Acknowledge(work, alert, person, said);
        }

        var over = !alert.WantsDone;
        work.Emit(new AlertEvents.AlertAcknowledged(
            alert.Id, person.Id, At(alert, person, said), When(work, alert), over, over ? null : work.Time + alert.DoneWithin));
        Turns.Spend(work, alert, person);
        return null;
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

        if (found.From == here.Id)
        {
            return Refusal.Because(RefusalCodes.OwnCall);
        }

        person = here;
        var gave = found.Answers.Any(answer => answer.Staff == here.Id);
        var passed = found.Turn is { } turn && turn.Passed.Contains(here.Id);
        return Targets.IsAsked(found, here) || gave || passed ? null : Refusal.Because(RefusalCodes.NotAsked);
    }

    /// <summary>When the person answered: not before there was anything to answer.</summary>
    public static DateTimeOffset When(Work work, Alert alert) => work.MadeAt < alert.Raised ? alert.Raised : work.MadeAt;

    public static PositionId? At(Alert alert, StaffMember person, PositionId? said) =>
        said ?? person.Positions.Where(position => alert.Asks.Positions.Contains(position)).Concat(person.Positions).Select(position => (PositionId?)position).FirstOrDefault();

    public static Refusal By(string code, Alert alert) => Refusal.Because(
        code,
        ("who", (alert.By ?? alert.From)?.Value ?? ""),
        ("at", Ms(alert.Closed ?? (alert.Answers.IsEmpty ? alert.Raised : alert.Answers[^1].At))));

    private static string Ms(DateTimeOffset at) => at.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
}
