using System.Collections.Immutable;
using Reception.Domain.Alerts;
using Reception.Domain.Playbooks.Reading;

namespace Reception.Domain.Playbooks.Checking;

/// <summary>Every call asks somebody, and when nobody answers somebody is left to ask.</summary>
internal static class AlertChecks
{
    public static IEnumerable<Flaw> Of(Subject subject)
    {
        var raised = subject.Playbook.Triggers.SelectMany(trigger => trigger.Alerts)
            .Concat(subject.Playbook.Items.Values.SelectMany(item => new[] { item.Call, item.Late }.OfType<string>()))
            .Concat(subject.Playbook.NoShow?.Alerts ?? [])
            .ToHashSet(StringComparer.Ordinal);
        foreach (var alert in subject.Playbook.Alerts.Values)
        {
            var at = subject.At("alert:" + alert.Id);
            if (!raised.Contains(alert.Id))
            {
                yield return Flaws.NeverRaised(at, alert.Id);
            }

            if (alert.To.Any(target => target is Target.ItsPosition) && (subject.Playbook.Triggers.Any(trigger => trigger.Alerts.Contains(alert.Id)) || subject.Playbook.NoShow?.Alerts.Contains(alert.Id) == true))
            {
                yield return Flaws.Senseless(at, $"“{alert.Id}”只有待办能发出时才可写 its-position", $"'{alert.Id}' is not only raised by a thing to do, so it has no 'its-position'");
            }

            foreach (var flaw in Asks(alert, subject.Venue, at))
            {
                yield return flaw;
            }
        }
    }

    public static IEnumerable<Flaw> Asks(AlertTemplate alert, VenueBook venue, Spot at)
    {
        if (alert.To.IsEmpty)
        {
            yield return Flaws.AsksNobody(at, alert.Id);
            yield break;
        }

        if (alert.Answer == AnswerRule.None)
        {
            if (alert.Ladder is not null || alert.DoneWithin is not null)
            {
                yield return Flaws.Senseless(at, $"“{alert.Id}”不要应答，不用写 ladder 或 done", $"'{alert.Id}' wants no answer, so it has no ladder and no done");
            }

            yield break;
        }

        if (!Sure(alert.To, venue))
        {
            yield return Flaws.MayAskNobody(at, alert.Id);
        }

        if (alert.Ladder is { } own && !EndsInSomebody(own, venue))
        {
            yield return Flaws.LadderEndsInNobody(at, alert.Id);
        }
    }

    public static bool EndsInSomebody(Ladder ladder, VenueBook venue) => !ladder.Rungs.IsEmpty && Sure(ladder.Rungs[^1].To, venue);

    /// <summary>At least one target is somebody, whatever is filled in: an empty or absent person alone is nobody.</summary>
    private static bool Sure(ImmutableArray<Target> targets, VenueBook venue) => targets.Any(target => target switch
    {
        Target.Position position => MayBeTaken(position.Id, venue),
        Target.Person person => person.Else.Any(position => MayBeTaken(position, venue)),
        Target.Rota => venue.Rota is not null,
        Target.Everyone or Target.AllStaff or Target.ItsPosition => true,
        _ => false,
    });

    private static bool MayBeTaken(PositionId position, VenueBook venue) =>
        venue.Staff.IsEmpty || venue.Staff.Any(person => person.Allowed.Contains(position));
}
