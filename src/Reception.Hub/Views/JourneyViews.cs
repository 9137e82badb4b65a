using Reception.Contracts;
using Reception.Domain.Journeys;
using Reception.Hub.Venues;

namespace Reception.Hub.Views;

/// <summary>One guest's way.</summary>
internal static class JourneyViews
{
    public static JourneyView Of(Journey journey, Guest? guest, VenueMoment moment)
    {
        var playbook = moment.Library.Get(journey.Hash);
        var stage = playbook?.Stage(journey.Stage);
        return new(
            journey.Id.Value,
            Math.Max(journey.Seq, guest?.Seq ?? 0),
            journey.Guest.Value,
            journey.Playbook,
            journey.Hash,
            journey.Stage,
            journey.Column,
            journey.Since.Ms(),
            (int?)stage?.Target?.TotalSeconds,
            journey.Eta.Ms(),
            journey.Arrived.Ms(),
            journey.Closed.Ms(),
            journey.End?.Value,
            journey.Facts.OrderBy(fact => fact.Key.Value, StringComparer.Ordinal).ToDictionary(fact => fact.Key.Value, fact => fact.Value.Value, StringComparer.Ordinal),
            journey.Host?.Value,
            journey.Open && playbook is not null ? BlockedTriggers.Of(journey, playbook, moment.State) : [],
            journey.Last is { By: { } by } last ? new(last.Trigger, by.Value, last.Until.Ms()) : null,
            [.. journey.Steps.Select(Step)],
            Drill: false);
    }

    private static StepView Step(Step step) =>
        new(step.Trigger, step.From, step.To, step.At.Ms(), step.Staff?.Value, step.Position?.Value, step.Reason?.Value);
}
