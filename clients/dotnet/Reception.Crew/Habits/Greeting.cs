using Reception.Contracts;
using Reception.Crew.Worlds;

namespace Reception.Crew.Habits;

/// <summary>Whoever stands where guests come sees them before any device does.</summary>
internal sealed class Greeting : IHabit
{
    private static readonly TimeSpan Writing = TimeSpan.FromMinutes(12);

    public IEnumerable<Desire> See(Scene scene)
    {
        if (!scene.OnDuty)
        {
            yield break;
        }

        foreach (var party in scene.World.Waiting(scene.Now))
        {
            if (Known(scene, party) is { } visit)
            {
                foreach (var trigger in visit.For("arrive").Where(scene.May).Take(1))
                {
                    yield return Greet(scene, party, trigger, () => Deed.Pull(visit.Journey, trigger, FieldFilling.Fill(scene, visit.Words, trigger, party, visit.Journey)));
                }
            }
            else if (!IsOnTheirWayToTheList(scene, party) && Opening(scene, party) is var (words, trigger) && scene.May(trigger))
            {
                yield return Greet(scene, party, trigger, () => Deed.Open(words, trigger, FieldFilling.Fill(scene, words, trigger, party)));
            }
        }

        foreach (var visit in Unplanned(scene))
        {
            foreach (var trigger in visit.For("arrive").Where(scene.May).Take(1))
            {
                yield return Greet(scene, visit.Party, trigger, () => Deed.Pull(visit.Journey, trigger, FieldFilling.Fill(scene, visit.Words, trigger, visit.Party, visit.Journey)));
            }
        }
    }

    private static Desire Greet(Scene scene, Party party, TriggerWords trigger, Func<Deed> deed) =>
        new($"greet {party.Id}", () => Turns.After(scene, trigger, null, party.Id, 4, 12), () => deed() with { Greets = party });

    /// <summary>On the list of those expected.</summary>
    private static Visit? Known(Scene scene, Party party) =>
        scene.World.JourneyOf(party) is { } id && scene.Visits.FirstOrDefault(visit => visit.Journey.Id == id) is { Stage.Use: "expected" } visit ? visit : null;

    /// <summary>Somebody says that they are expected, and is still writing it down, or it is not on this device yet.</summary>
    private static bool IsOnTheirWayToTheList(Scene scene, Party party) =>
        party.Kind == PartyKind.Expected && scene.Now < scene.World.Begins + (long)(party.Arrives!.Value + Writing).TotalMilliseconds
        && (scene.World.JourneyOf(party) is not { } id || !scene.Views.Journeys.ContainsKey(id));

    /// <summary>Guests whom somebody else wrote down: they come about when they said.</summary>
    private static IEnumerable<Visit> Unplanned(Scene scene) => scene.Visits.Where(visit =>
        visit.Stage.Use == "expected" && visit.Party.Id == visit.Journey.Id && visit.Party.Arrives is { } arrives
        && scene.Now >= scene.World.Begins + (long)arrives.TotalMilliseconds && !scene.World.IsGreeted(visit.Party));

    private static (WordsDocument Words, TriggerWords Trigger)? Opening(Scene scene, Party party)
    {
        var use = party.Kind switch
        {
            PartyKind.Return => "return-visit",
            PartyKind.Alone => "decline",
            _ => "walk-in",
        };
        foreach (var words in scene.Words.InForce(scene.Views))
        {
            if (words.Triggers.FirstOrDefault(trigger => trigger.Opens && trigger.Use == use) is { } trigger)
            {
                return (words, trigger);
            }
        }

        return null;
    }
}
