using System.Collections.Immutable;
using Reception.Domain.Journeys;
using Reception.Domain.Playbooks;
using Reception.Domain.Venues;

namespace Reception.Domain.Alerts;

/// <summary>What a call is raised with.</summary>
/// <param name="Book">Hash of the book that has the template.</param>
internal sealed record Call(string Book, AlertTemplate Template)
{
    public JourneyId? Journey { get; init; }

    public StaffId? From { get; init; }

    public PositionId? FromPosition { get; init; }

    public PlaceId? Place { get; init; }

    /// <summary>The thing to do that it calls for.</summary>
    public ItemId? Item { get; init; }

    public ImmutableDictionary<Key, Key> Facts { get; init; } = ImmutableDictionary<Key, Key>.Empty;

    public DateTimeOffset? UndoUntil { get; init; }

    /// <summary>Instead of the template's own targets.</summary>
    public ImmutableArray<Target>? To { get; init; }

    /// <summary>People asked by name besides; not reachable → the positions they hold.</summary>
    public ImmutableArray<StaffId> People { get; init; } = [];
}

/// <summary>A call begins: who is asked, by which ladder, resolved to people and absolute times.</summary>
internal static class Raising
{
    /// <summary>The engine's own call in the venue's words, about nobody in particular.</summary>
    public static void Engine(Work work, string name, ImmutableArray<Target>? to, params (string Name, string Value)[] facts)
    {
        if (work.Venue.Calls.TryGetValue(name, out var template))
        {
            Raise(work, new Call(work.Venue.Hash, template) { To = to, Facts = facts.ToImmutableDictionary(fact => (Key)fact.Name, fact => (Key)fact.Value) });
        }
    }

    public static void Raise(Work work, Call call)
    {
        var template = call.Template;
        if (Limits.TooManyAlerts(work, template))
        {
            Limits.TellOfAlerts(work);
            return;
        }

        var journey = call.Journey is { } about ? work.State.Journeys.GetValueOrDefault(about) : null;
        if (journey is not null && !Conditions.Hold(work.State, journey.Id, template.If))
        {
            return;
        }

        var asks = template.Answer != AnswerRule.None;
        var named = call.To ?? template.To;
        var targets = named.RemoveAll(target => Names(journey, target) is { } one && one == call.From);
        var ladder = asks ? template.Ladder ?? work.Venue.Ladders.GetValueOrDefault(template.Kind) : null;
        var field = asks ? targets.OfType<Target.Rota>().Select(rota => (Key?)rota.Field).FirstOrDefault(field => journey?.Person(field!.Value) is null) : null;
        var turn = field is null ? null : Turns.Next(work, call.From, []);
        var first = Targets.Rung(work, journey, targets, call.People, work.Time) with { State = RungState.Asked, Fired = work.Time };
        first = turn is { } one ? first with { Asks = first.Asks.And(new([], [one])) } : first;
        if (first is { Asks: { Positions.IsEmpty: true, Staff.IsEmpty: true }, Else.IsEmpty: true } && (!asks || targets.Length < named.Length))
        {
            // Nobody to tell, or only oneself: who named himself as the host knows it.
            return;
        }

        ImmutableArray<LadderRung> rungs =
            [first, .. (ladder?.Rungs ?? []).Select(rung => Targets.Rung(work, journey, rung.To, [], work.Time + rung.After))];
        rungs = template.Kind == AlertKind.Emergency && asks ? [AtOnce(rungs)] : rungs;
        var id = new AlertId(work.NewId("a"));
        work.Emit(new AlertEvents.AlertRaised(
            id, call.Book, template.Id, template.Kind, template.Answer, call.From, call.FromPosition, call.Journey,
            call.Place ?? (template.PlaceField is { } place ? journey?.Place(place) : null), call.Item, call.Facts,
            work.MadeAt < work.Time ? work.MadeAt : null, work.Time, call.UndoUntil,
            ladder?.Again ?? TimeSpan.Zero, template.DoneWithin == TimeSpan.Zero ? work.Venue.Settings.Remind : template.DoneWithin, [.. template.Over.Select(trigger => (Key)trigger)], rungs, field, turn,
            asks ? Judging.Next(work, rungs, 0, turn is not null) : work.Time + work.Venue.Settings.Information));
        Judging.Settle(work, id, StepCodes.Unmanned);
        Limits.TellOfAlerts(work);
    }

    /// <summary>The fact has come: nobody needs to answer any more. Where done was wanted and somebody is on it, it is the done.</summary>
    public static void Overtake(Work work, Alert alert, Key fact, StaffId? person) =>
        work.Emit(alert is { WantsDone: true, State: AlertState.Acknowledged }
            ? new AlertEvents.AlertCompleted(alert.Id, person, work.Time)
            : new AlertEvents.AlertOvertaken(alert.Id, fact, person));

    /// <summary>Open calls, oldest first.</summary>
    public static ImmutableArray<Alert> Open(Work work, Func<Alert, bool> which) =>
    [
        .. work.State.Alerts.Values.Where(alert => alert.Open && which(alert))
            .OrderBy(alert => alert.Raised).ThenBy(alert => alert.Id.Value, StringComparer.Ordinal),
    ];

    private static StaffId? Names(Journey? journey, Target target) => target switch
    {
        Target.Person person => journey?.Person(person.Field),
        Target.Rota rota => journey?.Person(rota.Field),
        _ => null,
    };

    /// <summary>All rungs of an emergency at once: one that asks everybody of them.</summary>
    private static LadderRung AtOnce(ImmutableArray<LadderRung> rungs) => rungs[0] with
    {
        Asks = rungs.Aggregate(Asks.Nobody, (sum, rung) => sum.And(rung.Asks)),
        Else = [.. rungs.SelectMany(rung => rung.Else)],
        Everyone = rungs.Any(rung => rung.Everyone),
    };
}
