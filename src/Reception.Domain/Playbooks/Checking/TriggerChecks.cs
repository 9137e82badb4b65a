using Reception.Domain.Playbooks.Reading;

namespace Reception.Domain.Playbooks.Checking;

/// <summary>Somebody may pull every trigger, somewhere, and what it requires can come true.</summary>
internal static class TriggerChecks
{
    public static IEnumerable<Flaw> Of(Subject subject)
    {
        foreach (var trigger in subject.Playbook.Triggers)
        {
            var at = subject.At("trigger:" + trigger.Id);
            if (trigger.By.IsEmpty || !subject.SomebodyMayBe(trigger.By))
            {
                yield return Flaws.NobodyMayPull(at, trigger.Id);
            }

            if (!trigger.Opens && trigger.From.IsEmpty)
            {
                yield return Flaws.NowherePulled(at, trigger.Id);
            }

            if (trigger.Opens && trigger.To is null)
            {
                yield return Flaws.OpensNowhere(at, trigger.Id);
            }

            if (trigger.Undo && trigger.Hold)
            {
                yield return Flaws.HoldAndUndo(at, trigger.Id);
            }

            if (trigger.Exclusive && trigger.To is { } to && subject.Playbook.Stage(to) is { Ends: true })
            {
                yield return Flaws.Senseless(at, $"“{trigger.Id}”结束接待，清场也就结束了，不用写 exclusive", $"'{trigger.Id}' ends the journey, and with it the venue is open again: no exclusive");
            }

            foreach (var flaw in trigger.Require.SelectMany(guard => Guarded(subject, trigger, guard, at)))
            {
                yield return flaw;
            }
        }
    }

    private static IEnumerable<Flaw> Guarded(Subject subject, Trigger trigger, Guard guard, Spot at)
    {
        switch (guard)
        {
            case Guard.Holds holds when !subject.Playbook.Triggers.Any(other => other.Lease.Contains(holds.Field)):
                yield return Flaws.NeverHeld(at, trigger.Id, holds.Field);
                break;
            case Guard.Holds { Ready: true } holds when !subject.Playbook.Triggers.Any(other => other.Ready.Contains(holds.Field)):
                yield return Flaws.NeverReady(at, trigger.Id, holds.Field);
                break;
            case Guard.OnDutyAs duty when !subject.SomebodyMayBe(duty.Positions):
                yield return Flaws.NobodyMayPull(at, trigger.Id);
                break;
            default:
                break;
        }
    }
}
