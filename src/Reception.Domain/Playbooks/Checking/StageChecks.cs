using Reception.Domain.Playbooks.Reading;

namespace Reception.Domain.Playbooks.Checking;

/// <summary>Every stage can be reached, and from every stage a journey can end.</summary>
internal static class StageChecks
{
    public static IEnumerable<Flaw> Of(Subject subject)
    {
        var playbook = subject.Playbook;
        var reached = Walk(playbook.Triggers.Where(trigger => trigger.Opens).Select(trigger => trigger.To), stage => Next(subject, stage));
        foreach (var stage in playbook.Stages)
        {
            var at = subject.At("stage:" + stage.Id);
            if (!reached.Contains(stage.Id))
            {
                yield return Flaws.UnreachableStage(at, stage.Id);
            }

            if (stage.Ends && subject.From(stage.Id).Any())
            {
                yield return Flaws.AfterTheEnd(at, stage.Id, subject.From(stage.Id).First().Id);
            }

            if (!stage.Ends && !Walk([stage.Id], from => Next(subject, from)).Any(id => playbook.Stage(id) is { Ends: true }))
            {
                yield return Flaws.NoWayOut(at, stage.Id);
            }
        }

        if (!playbook.Triggers.Any(trigger => trigger.Opens))
        {
            yield return Flaws.NothingOpens(subject.At("playbook"));
        }

        if (playbook.NoShow is { } rule && playbook.Stage(rule.Stage) is not { Ends: true })
        {
            yield return Flaws.NoShowGoesOn(subject.At("no-show"), rule.Stage);
        }
    }

    private static IEnumerable<string?> Next(Subject subject, string stage)
    {
        var steps = subject.From(stage).Select(trigger => trigger.To);
        return subject.Playbook is { NoShow: { } rule } playbook && playbook.Stage(stage) is { Expected: true } ? steps.Append(rule.Stage) : steps;
    }

    private static HashSet<string> Walk(IEnumerable<string?> from, Func<string, IEnumerable<string?>> next)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var ahead = new Queue<string>(from.OfType<string>());
        while (ahead.TryDequeue(out var stage))
        {
            if (!seen.Add(stage))
            {
                continue;
            }

            foreach (var further in next(stage).OfType<string>())
            {
                ahead.Enqueue(further);
            }
        }

        return seen;
    }
}
