using System.Collections.Immutable;
using Reception.Domain.Journeys;
using Reception.Domain.Playbooks;
using Reception.Domain.Positions;
using Reception.Domain.Venues;

namespace Reception.Domain.Alerts;

/// <summary>From the playbook's "to whom" to people and positions.</summary>
internal static class Targets
{
    public static LadderRung Rung(Work work, Journey? journey, ImmutableArray<Target> targets, DateTimeOffset at)
    {
        var asks = Asks.Nobody;
        var otherwise = ImmutableArray<PositionId>.Empty;
        foreach (var target in targets)
        {
            switch (target)
            {
                case Target.Position position:
                    asks = asks.And(new([position.Id], []));
                    break;
                case Target.Person person when journey?.Person(person.Field) is { } named:
                    asks = asks.And(new([], [named]));
                    otherwise = [.. otherwise.Union(person.Else)];
                    break;
                case Target.Person person:
                    asks = asks.And(new(person.Else, []));
                    break;
                case Target.Rota rota when journey?.Person(rota.Field) is { } own:
                    asks = asks.And(new([], [own]));
                    otherwise = [.. otherwise.Union(RotaPosition(work))];
                    break;
                case Target.Rota:
                    otherwise = [.. otherwise.Union(RotaPosition(work))];
                    break;
                case Target.Everyone:
                    asks = asks.And(new([.. work.State.Positions.Values.OrderBy(position => position.Order).Select(position => position.Id)], []));
                    break;
            }
        }

        return new(asks, otherwise, targets.Any(target => target is Target.Everyone), at, RungState.Waiting, null, null);
    }

    /// <summary>People by name; the positions they hold, or could hold, are the fallback.</summary>
    public static LadderRung Rung(Work work, ImmutableArray<StaffId> people, DateTimeOffset at)
    {
        var known = people.Select(id => work.State.Staff.GetValueOrDefault(id)).OfType<StaffMember>();
        var otherwise = known.SelectMany(person => person.Held.IsEmpty ? person.Allowed : person.Held).Distinct();
        return new(new Asks([], people), [.. otherwise], Everyone: false, at, RungState.Waiting, null, null);
    }

    /// <summary>Whose turn it is: on the rota, reachable, leading nobody, not passed over for this call; who waited longest.</summary>
    public static StaffId? NextTurn(Work work, StaffId? from, ImmutableArray<StaffId> passed) =>
        VenueRow.RotaOf(work.State)
            .Where(id => id != from && !passed.Contains(id) && work.State.Staff[id] is { Reachable: true, Hosting.IsEmpty: true } && !HasTurn(work, id))
            .Select(id => (StaffId?)id)
            .FirstOrDefault();

    /// <summary>Who of those asked can answer now: reachable, not the sender, has not declined.</summary>
    public static bool AnyReachable(VenueState state, Alert alert, Asks asks) =>
        state.Staff.Values.Any(person =>
            person.Reachable
            && person.Id != alert.From
            && (asks.Staff.Contains(person.Id) || asks.Positions.Any(person.Holds))
            && !alert.Answers.Any(answer => answer.Staff == person.Id && answer.Kind is AnswerKind.Decline or AnswerKind.Ack && Final(alert, answer)));

    /// <summary>Whether this person is asked: by name, or as a holder of a position that is asked.</summary>
    public static bool IsAsked(Alert alert, StaffMember person) =>
        alert.Asks.Staff.Contains(person.Id) || alert.Asks.Positions.Any(person.Holds);

    private static bool Final(Alert alert, AnswerGiven answer) =>
        answer.Kind == AnswerKind.Decline || alert.Answer == AnswerRule.Each;

    /// <summary>One open offer at a time: the turn is with this person already.</summary>
    private static bool HasTurn(Work work, StaffId id) =>
        work.State.Alerts.Values.Any(alert => alert.Open && alert.Ringing && alert.Turn is not null && alert.Step == 0 && alert.Asks.Staff.Contains(id));

    private static ImmutableArray<PositionId> RotaPosition(Work work) => work.Venue.Rota is { } rota ? [rota.Position] : [];
}
