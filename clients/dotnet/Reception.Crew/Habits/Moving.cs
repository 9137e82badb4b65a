using Reception.Contracts;

namespace Reception.Crew.Habits;

/// <summary>Brings arriving guests on: the nearest step that this stage allows, by whoever's turn it is.</summary>
internal sealed class Moving : IHabit
{
    public IEnumerable<Desire> See(Scene scene)
    {
        if (!scene.OnDuty)
        {
            yield break;
        }

        foreach (var visit in scene.Visits.Where(visit => visit.Stage.Use == "arriving"))
        {
            if (Noting(scene, visit) is { } note)
            {
                yield return note;
            }
            else if (Next(visit) is { } next)
            {
                foreach (var (trigger, least, most) in Steps(scene, visit, next))
                {
                    yield return new(
                        $"move {visit.Journey.Id} {visit.Journey.Stage} {trigger.Id}",
                        () => Turns.After(scene, trigger, visit.Journey, visit.Journey.Id + visit.Journey.Stage, least, most),
                        () => Pull(scene, visit, trigger) with { TakesBack = visit.Party.Slips && trigger == next });
                }
            }
        }
    }

    /// <summary>Where the car stands, if there is a moment for it.</summary>
    private static Desire? Noting(Scene scene, Visit visit)
    {
        var trigger = visit.For("record-place").FirstOrDefault(scene.May);
        var field = visit.Words.PlaceAsked(trigger);
        return trigger is not null && field is not null && scene.Had(visit.Journey, field.Kind) is null && scene.Free(field.Kind).Any()
            && visit.Journey.Steps is [.., var last] && last.Staff == scene.Me && Dice.Roll(scene.World.Seed, "note" + visit.Party.Id) < 0.7
            ? new($"note {visit.Journey.Id}", () => Turns.After(scene, trigger, visit.Journey, visit.Journey.Id, 15, 40), () => Pull(scene, visit, trigger))
            : null;
    }

    private static Deed Pull(Scene scene, Visit visit, TriggerWords trigger) =>
        Deed.Pull(visit.Journey, trigger, FieldFilling.Fill(scene, visit.Words, trigger, visit.Party, visit.Journey));

    /// <summary>The nearest stage ahead, in the playbook's order, before the guest is anywhere else than arriving or at a table.</summary>
    private static TriggerWords? Next(Visit visit)
    {
        var here = visit.Words.IndexOf(visit.Journey.Stage);
        return visit.For("move-on")
            .Where(trigger => visit.Words.UseOf(trigger.To ?? "") is "arriving" or "seated" && visit.Words.IndexOf(trigger.To) > here)
            .MinBy(trigger => visit.Words.IndexOf(trigger.To));
    }

    /// <summary>Mine, if it is my post's; when nobody there has a hand free for minutes, whatever I may.</summary>
    private static IEnumerable<(TriggerWords Trigger, double Least, double Most)> Steps(Scene scene, Visit visit, TriggerWords next)
    {
        if (scene.May(next))
        {
            yield return (next, 20, 60);
        }
        else if (visit.For("move-on").Where(trigger => scene.May(trigger) && visit.Words.UseOf(trigger.To ?? "") is "arriving" or "seated")
            .MinBy(trigger => visit.Words.IndexOf(trigger.To)) is { } other && other != next)
        {
            yield return (other, 300, 420);
        }
    }
}
