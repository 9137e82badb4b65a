using Reception.Crew.Worlds;

namespace Reception.Crew.Habits;

/// <summary>Says that a guest goes, brings the car, sees them off; or says that they stay after all.</summary>
internal sealed class Leaving : IHabit
{
    public IEnumerable<Desire> See(Scene scene)
    {
        if (!scene.OnDuty)
        {
            yield break;
        }

        foreach (var visit in scene.Visits.Where(visit => visit.Stage.Use is "seated" or "visiting" or "leaving"))
        {
            var wish = visit.Wish(scene.Now);
            var use = wish switch
            {
                Wish.Leave => "leave",
                Wish.Stay => "stay",
                Wish.Gone => "end",
                _ => "",
            };
            if (Pull(scene, visit, use, 6, 30) is { } going)
            {
                yield return going;
            }

            if (visit.Stage.Use == "leaving" && wish == Wish.Nothing && Pull(scene, visit, "car-ready", 60, 150) is { } car)
            {
                yield return car;
            }
        }
    }

    private static Desire? Pull(Scene scene, Visit visit, string use, double least, double most) =>
        visit.For(use).FirstOrDefault(scene.May) is { } trigger
            ? new(
                $"{use} {visit.Journey.Id}",
                () => Turns.After(scene, trigger, visit.Journey, visit.Journey.Id + visit.Journey.Since, least, most),
                () => Deed.Pull(visit.Journey, trigger, FieldFilling.Fill(scene, visit.Words, trigger, visit.Party, visit.Journey)))
            : null;
}
