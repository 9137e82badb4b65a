using System.Collections.Immutable;
using Reception.Domain.Positions;
using Reception.Domain.Venues;

namespace Reception.Domain.Alerts;

/// <summary>One line of a call that each must answer: a position, or a person with the positions asked instead.</summary>
internal readonly record struct Line(StaffId? Person, ImmutableArray<PositionId> Positions)
{
    public bool Has(StaffMember person) => Person == person.Id || Positions.Any(person.Holds);

    /// <summary>Somebody has said 收到 for it.</summary>
    public bool Answered(Alert alert)
    {
        var line = this;
        return alert.Answers.Any(answer =>
            answer.Kind == AnswerKind.Ack && (answer.Staff == line.Person || (answer.Position is { } position && line.Positions.Contains(position))));
    }

    /// <summary>Somebody is there; who is away is not waited for.</summary>
    public bool Manned(VenueState state, Alert alert) =>
        state.Staff.Values.Any(Has, person => person.State == DutyState.On && person.Id != alert.From);

    /// <summary>Whoever is there has asked for a moment: till when.</summary>
    public DateTimeOffset? Until(VenueState state, Alert alert)
    {
        var line = this;
        return alert.Answers.Where(answer => answer.Until is not null && line.Has(state, answer.Staff) && Targets.CanAnswer(state, alert, answer.Staff)).Max(answer => answer.Until);
    }

    /// <summary>Since when it is asked: the call, or the end of a delay.</summary>
    public DateTimeOffset Since(VenueState state, Alert alert)
    {
        var line = this;
        return alert.Answers.Where(answer => line.Has(state, answer.Staff)).Max(answer => answer.AskedAgain) ?? alert.Raised;
    }

    public bool IsAmong(Asks asks) => Person is { } person ? asks.Staff.Contains(person) : Positions.Any(asks.Positions.Contains);

    public bool CanBeAnswered(VenueState state, Alert alert) => state.Staff.Values.Any(Has, person => Targets.CanAnswer(alert, person));

    private bool Has(VenueState state, StaffId id) => state.Staff.TryGetValue(id, out var person) && Has(person);
}

internal static class Lines
{
    /// <summary>Whom the first rung asks; who is asked later only comes in when somebody of these is silent.</summary>
    public static ImmutableArray<Line> Of(Alert alert)
    {
        var rung = alert.Rungs[0];
        var people = rung.Asks.Staff.Select(person => new Line(person,
            [.. rung.Else.Where(fallback => fallback.Person == person).SelectMany(fallback => fallback.Positions).Where(rung.Asks.Positions.Contains)])).ToList();
        var positions = rung.Asks.Positions.Except(people.SelectMany(line => line.Positions)).Select(position => new Line(null, [position]));
        return [.. people, .. positions];
    }

    /// <summary>Manned, and not answered yet.</summary>
    public static ImmutableArray<Line> Pending(VenueState state, Alert alert) =>
        [.. Of(alert).Where(line => !line.Answered(alert) && line.Manned(state, alert))];

    public static bool Any(this IEnumerable<StaffMember> people, Func<StaffMember, bool> one, Func<StaffMember, bool> other) =>
        people.Any(person => one(person) && other(person));
}
