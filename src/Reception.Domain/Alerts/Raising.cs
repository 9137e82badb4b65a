using System.Collections.Immutable;
using Reception.Domain.Playbooks;
using Reception.Domain.Venues;

namespace Reception.Domain.Alerts;

/// <summary>What a call is raised with.</summary>
/// <param name="Book">Hash of the book that has the template.</param>
/// <param name="To">Instead of the template's own targets.</param>
internal sealed record Call(
    string Book,
    AlertTemplate Template,
    JourneyId? Journey,
    StaffId? From,
    PositionId? FromPosition,
    PlaceId? Place,
    ImmutableDictionary<Key, Key> Facts,
    DateTimeOffset? UndoUntil,
    ImmutableArray<Target>? To = null)
{
    /// <summary>People asked by name; not reachable → the positions they hold.</summary>
    public ImmutableArray<StaffId> People { get; init; } = [];
}

/// <summary>A call begins: who is asked, by which ladder, resolved to people and absolute times.</summary>
internal static class Raising
{
    /// <summary>The engine's own call in the venue's words, about nobody in particular.</summary>
    public static AlertId? Engine(Work work, string name, params (string Name, string Value)[] facts) =>
        Engine(work, name, null, null, facts);

    public static AlertId? Engine(Work work, string name, JourneyId? journey, ImmutableArray<Target>? to, params (string Name, string Value)[] facts) =>
        work.Venue.Calls.TryGetValue(name, out var template)
            ? Raise(work, new Call(work.Venue.Hash, template, journey, null, null, null, facts.ToImmutableDictionary(fact => (Key)fact.Name, fact => (Key)fact.Value), null, to))
            : null;

    public static AlertId Raise(Work work, Call call)
    {
        var template = call.Template;
        var journey = call.Journey is { } about ? work.State.Journeys.GetValueOrDefault(about) : null;
        var asks = template.Answer != AnswerRule.None;
        var targets = call.To ?? template.To;
        var ladder = asks ? template.Ladder ?? work.Venue.Ladders.GetValueOrDefault(template.Kind) : null;
        var rungs = ImmutableArray.CreateBuilder<LadderRung>();
        var first = call.People.IsEmpty ? Targets.Rung(work, journey, targets, work.Time) : Targets.Rung(work, call.People, work.Time);
        rungs.Add(first with { State = RungState.Asked, Fired = work.Time });
        foreach (var rung in ladder?.Rungs ?? [])
        {
            rungs.Add(Targets.Rung(work, journey, rung.To, work.Time + rung.After));
        }

        var turnField = asks ? targets.OfType<Target.Rota>().Select(rota => (Key?)rota.Field).FirstOrDefault(field => journey?.Person(field!.Value) is null) : null;
        var turn = turnField is null ? null : Targets.NextTurn(work, call.From, []);
        var all = rungs.ToImmutable();
        if (template.Kind == AlertKind.Emergency && asks)
        {
            // All rungs at once: one rung that asks everybody of them.
            var everybody = all.Aggregate(Asks.Nobody, (sum, rung) => sum.And(rung.Asks));
            all = [all[0] with { Asks = everybody, Everyone = all.Any(rung => rung.Everyone) }];
        }

        var id = new AlertId(work.NewId("a"));
        work.Emit(new AlertEvents.AlertRaised(
            id, call.Book, template.Id, template.Kind, template.Answer, call.From, call.FromPosition, call.Journey,
            call.Place ?? (template.PlaceField is { } place ? journey?.Place(place) : null), call.Facts, work.Time, call.UndoUntil,
            ladder?.Again ?? TimeSpan.Zero, template.DoneWithin, [.. template.Over.Select(trigger => (Key)trigger)], all, turnField, turn,
            FirstDue(work, template, asks, all, turn)));
        if (asks)
        {
            Judging.Settle(work, id, StepCodes.Unmanned);
        }

        return id;
    }

    private static DateTimeOffset? FirstDue(Work work, AlertTemplate template, bool asks, ImmutableArray<LadderRung> rungs, StaffId? turn)
    {
        if (!asks)
        {
            return work.Time + work.Venue.Settings.Information;
        }

        if (turn is not null && work.Venue.Rota is { } rota)
        {
            return work.Time + rota.PassAfter;
        }

        return Judging.NextRung(work.Time, rungs, 0, template.Kind == AlertKind.Emergency);
    }
}
