using Reception.Contracts;
using Reception.Crew.Worlds;

namespace Reception.Crew.Habits;

/// <summary>Calls for a room, makes it ready, walks over when it is, lets in whom somebody accompanies, comes back.</summary>
internal sealed class Showing : IHabit
{
    public IEnumerable<Desire> See(Scene scene)
    {
        if (!scene.OnDuty)
        {
            yield break;
        }

        foreach (var visit in scene.Visits.Where(visit => visit.Stage.Use is "seated" or "visiting"))
        {
            var desire = visit.Wish(scene.Now) switch
            {
                Wish.Tour => Going(scene, visit),
                Wish.Back => Pull(scene, visit, "come-back", 5, 25),
                _ => null,
            };
            if (desire is not null)
            {
                yield return desire;
            }

            if (Preparing(scene, visit) is { } preparing)
            {
                yield return preparing;
            }

            if (visit.Stage.Use == "visiting" && Pull(scene, visit, "admit", 60, 150) is { } admitting)
            {
                yield return admitting;
            }
        }
    }

    private static Desire? Going(Scene scene, Visit visit)
    {
        var call = visit.For("call-place").FirstOrDefault();
        var kind = visit.Words.PlaceAsked(call)?.Kind;
        if (call is null || scene.Had(visit.Journey, kind) is { State: "ready" or "used" })
        {
            return visit.For("move-on").FirstOrDefault(trigger => scene.May(trigger) && visit.Words.UseOf(trigger.To ?? "") == "visiting") is { } go
                ? Desire(scene, visit, go, 15, 60)
                : null;
        }

        return scene.Had(visit.Journey, kind) is null && scene.May(call) && scene.Free(kind).Any() ? Desire(scene, visit, call, 8, 30) : null;
    }

    private static Desire? Preparing(Scene scene, Visit visit)
    {
        var ready = visit.For("place-ready").FirstOrDefault(scene.May);
        var call = visit.Words.Triggers.FirstOrDefault(trigger => trigger.Use == "call-place");
        return ready is not null && scene.Had(visit.Journey, visit.Words.PlaceAsked(call)?.Kind) is { State: "reserved" } ? Desire(scene, visit, ready, 90, 210) : null;
    }

    private static Desire? Pull(Scene scene, Visit visit, string use, double least, double most) =>
        visit.For(use).FirstOrDefault(scene.May) is { } trigger ? Desire(scene, visit, trigger, least, most) : null;

    private static Desire Desire(Scene scene, Visit visit, TriggerWords trigger, double least, double most) => new(
        $"show {visit.Journey.Id} {trigger.Id}",
        () => Turns.After(scene, trigger, visit.Journey, visit.Journey.Id + visit.Journey.Since, least, most),
        () => Deed.Pull(visit.Journey, trigger, FieldFilling.Fill(scene, visit.Words, trigger, visit.Party, visit.Journey)));
}
