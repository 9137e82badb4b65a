
namespace Reception.Crew.Habits;

/// <summary>Asks at the table what they want, and brings it.</summary>
internal sealed class Serving : IHabit
{
    public IEnumerable<Desire> See(Scene scene)
    {
        if (!scene.OnDuty)
        {
            yield break;
        }

        foreach (var visit in scene.Visits.Where(visit => visit.Stage.Use == "seated"))
        {
            var chosen = visit.Words.Fields.Any(field => field.Use == "drink" && visit.Journey.Facts.ContainsKey(field.Id));
            var served = visit.Journey.Steps.Any(step => visit.Words.UseOfTrigger(step.Trigger) == "serve");
            var use = (chosen, served) switch
            {
                (false, false) => "choose",
                (true, false) => "serve",
                _ => "",
            };
            if (visit.For(use).FirstOrDefault(scene.May) is { } trigger)
            {
                // The post that is called for it comes first; who sits with the guest does it when nobody comes.
                var (least, most) = trigger.Hears.Count == 0 && !Hosts(scene, visit) ? (40, 110) : (200, 300);
                yield return new(
                    $"{use} {visit.Journey.Id}",
                    () => Turns.After(scene, trigger, null, visit.Journey.Id + use, least, most),
                    () => Deed.Pull(visit.Journey, trigger, FieldFilling.Fill(scene, visit.Words, trigger, visit.Party, visit.Journey)));
            }
        }
    }

    private static bool Hosts(Scene scene, Visit visit) => visit.Journey.Host == scene.Me;
}
