using Reception.Domain.Playbooks.Reading;

namespace Reception.Domain.Playbooks.Checking;

/// <summary>What is taken is given back: by a trigger, or by the end of the journey.</summary>
internal static class PlaceChecks
{
    public static IEnumerable<Flaw> Of(Subject subject)
    {
        foreach (var trigger in subject.Playbook.Triggers)
        {
            var at = subject.At("trigger:" + trigger.Id);
            foreach (var field in trigger.Lease.Where(field => !GivenBack(subject, trigger, field)))
            {
                yield return Flaws.NeverReleased(at, trigger.Id, field);
            }

            foreach (var field in trigger.Lease.Concat(trigger.Ready).Where(field => !Asked(subject.Playbook, field)))
            {
                yield return Flaws.NeverAsked(at, trigger.Id, field);
            }
        }

        foreach (var field in subject.Playbook.Fields.Where(field => field.Type == FieldType.Place))
        {
            if (subject.Venue.Places.All(place => place.Kind != field.PlaceKind))
            {
                yield return Flaws.NoSuchPlaces(subject.At("field:" + field.Id), field.Id, field.PlaceKind ?? "");
            }
        }
    }

    private static bool Asked(Playbook playbook, string field) =>
        playbook.Triggers.Any(trigger => trigger.Ask.Any(ask => ask.Field == field) || trigger.Set.ContainsKey(field));

    /// <summary>From the stages that follow, some trigger releases it or some end is in reach.</summary>
    private static bool GivenBack(Subject subject, Trigger lease, string field)
    {
        var kind = subject.Playbook.Field(field)?.PlaceKind;
        var ahead = new Queue<string>(lease.To is { } to ? [to] : lease.From);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (ahead.TryDequeue(out var stage))
        {
            if (subject.Playbook.Stage(stage) is { Ends: true } || subject.From(stage).Any(next => next.Release.Contains(field) || (kind is not null && next.Release.Contains(kind))))
            {
                return true;
            }

            foreach (var next in subject.From(stage).Select(next => next.To).OfType<string>().Where(seen.Add))
            {
                ahead.Enqueue(next);
            }
        }

        return false;
    }
}
