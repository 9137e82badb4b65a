using System.Collections.Immutable;
using Reception.Domain.Journeys;
using Reception.Domain.Positions;
using Reception.Domain.Venues;

namespace Reception.Domain.Alerts;

/// <summary>轮排: a turn is offered with a call, spent at 收到, passed on at a decline, at silence and when its holder cannot be reached.</summary>
internal static class Turns
{
    /// <summary>Whose turn it is: on the rota, reachable, leading nobody, not passed over for this call; who waited longest.</summary>
    public static StaffId? Next(Work work, StaffId? from, ImmutableArray<StaffId> passed) =>
        VenueRow.RotaOf(work.State)
            .Where(id => id != from && !passed.Contains(id) && work.State.Staff[id] is { Reachable: true, Hosting.IsEmpty: true } && !HasTurn(work, id))
            .Select(id => (StaffId?)id)
            .FirstOrDefault();

    /// <summary>The turn is spent at 收到, and the guest has a host.</summary>
    public static void Spend(Work work, Alert alert, StaffMember person)
    {
        if (alert.Turn is { } turn && alert.Journey is { } journey && person.Waiting is not null
            && work.State.Journeys.TryGetValue(journey, out var visit) && visit is { Open: true } && visit.Person(turn.Field) is null)
        {
            work.Emit(new DutyEvents.TurnSpent(person.Id, journey, alert.Id));
            Facts.Set(work, journey, turn.Field, person.Id.Value);
        }
    }

    /// <summary>Taken and given back: the turn is spent, but the guest is the next one's.</summary>
    public static void Lose(Work work, Alert alert, StaffMember person)
    {
        if (alert.Turn is { } turn && alert.Journey is { } journey
            && work.State.Journeys.TryGetValue(journey, out var visit) && visit.Turn?.Alert == alert.Id && visit.Person(turn.Field) == person.Id)
        {
            Facts.Set(work, journey, turn.Field, "");
        }
    }

    /// <summary>The one whose turn passes may still answer, and keeps the place; the turn is the next one's now, or of all who are at the position.</summary>
    public static void Pass(Work work, Alert alert, TurnOffer turn, StaffId whose, string code)
    {
        ImmutableArray<StaffId> passed = [.. turn.Passed.Union([whose]).Union(alert.Answers.Where(answer => answer.Kind == AnswerKind.Decline).Select(answer => answer.Staff))];
        var next = Next(work, alert.From, passed);
        var asks = alert.Asks with { Staff = [.. alert.Asks.Staff.Remove(whose).Union(next is { } one ? [one] : [])] };
        work.Emit(new AlertEvents.AlertAsked(
            alert.Id, asks, code == StepCodes.Silent ? StepCodes.Passed : code, whose, next, Judging.Next(work, alert.Rungs, 0, next is not null)));
    }

    /// <summary>One open offer at a time: the turn is with this person already.</summary>
    private static bool HasTurn(Work work, StaffId id) =>
        work.State.Alerts.Values.Any(alert => alert is { Open: true, Step: 0, State: not AlertState.Acknowledged } && alert.Turn?.Whose == id);
}
