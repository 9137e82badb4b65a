using System.Collections.Immutable;
using Reception.Domain.Journeys;
using Reception.Domain.Playbooks;
using Reception.Domain.Positions;
using Reception.Domain.Venues;

namespace Reception.Domain.Alerts;

/// <summary>From the playbook's "to whom" to people and positions.</summary>
internal static class Targets
{
    public static LadderRung Rung(Work work, Journey? journey, ImmutableArray<Target> targets, ImmutableArray<StaffId> people, DateTimeOffset at)
    {
        var asks = new Asks([], people);
        var otherwise = people.Select(id => new Fallback(id, Instead(work.State, id))).ToList();
        foreach (var target in targets)
        {
            switch (target)
            {
                case Target.Position position:
                    asks = asks.And(new([position.Id], []));
                    break;
                case Target.Person person when journey?.Person(person.Field) is { } named:
                    asks = asks.And(new([], [named]));
                    otherwise.Add(new(named, person.Else));
                    break;
                case Target.Person person:
                    asks = asks.And(new(person.Else, []));
                    break;
                case Target.Rota rota when journey?.Person(rota.Field) is { } own:
                    asks = asks.And(new([], [own]));
                    otherwise.Add(new(own, RotaPosition(work)));
                    break;
                case Target.Rota:
                    otherwise.Add(new(null, RotaPosition(work)));
                    break;
                case Target.Everyone:
                    asks = asks.And(Everybody(work.State));
                    break;
                case Target.AllStaff:
                    asks = asks.And(new([], Here(work)));
                    break;
            }
        }

        return new(asks, [.. otherwise], targets.Any(target => target is Target.Everyone), at, RungState.Waiting, null, null);
    }

    public static Asks Everybody(VenueState state) => new([.. state.Positions.Values.OrderBy(position => position.Order).Select(position => position.Id)], []);

    /// <summary>Who is on duty and not away; not who calls them.</summary>
    private static ImmutableArray<StaffId> Here(Work work) =>
    [
        .. work.State.Staff.Values.Where(person => person.State == DutyState.On && person.Id != work.Intent.Who)
            .Select(person => person.Id).OrderBy(id => id.Value, StringComparer.Ordinal),
    ];

    /// <summary>Reachable, not the sender, has not declined.</summary>
    public static bool CanAnswer(Alert alert, StaffMember person) =>
        person.Reachable && person.Id != alert.From && !Declined(alert, person.Id);

    public static bool CanAnswer(VenueState state, Alert alert, StaffId id) => state.Staff.TryGetValue(id, out var person) && CanAnswer(alert, person);

    public static bool AnyCanAnswer(VenueState state, Alert alert, Asks asks) =>
        state.Staff.Values.Any(person => CanAnswer(alert, person) && Has(asks, person));

    /// <summary>Whether the rung that is asked now can be answered; who was asked before and is silent does not count.</summary>
    public static bool Stands(VenueState state, Alert alert)
    {
        if (alert is { Step: 0, Turn.Whose: { } whose })
        {
            return CanAnswer(state, alert, whose);
        }

        if (alert.Answer == AnswerRule.Each && RollCall.StandsBelow(alert))
        {
            return Lines.Pending(state, alert).Any(line => line.CanBeAnswered(state, alert));
        }

        var asks = alert.Rungs[alert.Step].Asks;
        return AnyCanAnswer(state, alert, asks with { Staff = [.. asks.Staff.Intersect(alert.Asks.Staff)] });
    }

    /// <summary>Who of all the rungs so far can still answer.</summary>
    public static IEnumerable<StaffId> Left(VenueState state, Alert alert)
    {
        var lines = alert.Answer == AnswerRule.Each ? Lines.Pending(state, alert) : [];
        return state.Staff.Values
            .Where(person => CanAnswer(alert, person) && (alert.Answer == AnswerRule.Each
                ? lines.Any(line => line.Has(person)) || alert.Rungs.Take(alert.Step + 1).Skip(1).Any(rung => Has(rung.Asks, person))
                : Has(alert.Asks, person)))
            .Select(person => person.Id);
    }

    /// <summary>Whether this person is asked: by name, or as a holder of a position that is asked.</summary>
    public static bool IsAsked(Alert alert, StaffMember person) => Has(alert.Asks, person);

    public static bool Has(Asks asks, StaffMember person) => asks.Staff.Contains(person.Id) || asks.Positions.Any(person.Holds);

    public static bool Declined(Alert alert, StaffId person) => alert.Answers.Any(answer => answer.Staff == person && answer.Kind == AnswerKind.Decline);

    /// <summary>Instead of a person: the positions held, or else those that could be.</summary>
    private static ImmutableArray<PositionId> Instead(VenueState state, StaffId id) =>
        state.Staff.TryGetValue(id, out var person) ? person.Held.IsEmpty ? person.Allowed : person.Held : [];

    private static ImmutableArray<PositionId> RotaPosition(Work work) => work.Venue.Rota is { } rota ? [rota.Position] : [];
}
