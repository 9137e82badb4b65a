using System.Globalization;
using Reception.Client;
using Reception.Contracts;
using Reception.Crew.Worlds;

namespace Reception.Crew.Habits;

/// <summary>收到, 稍候, 去不了, 完成: what people say to a call.</summary>
internal sealed class Answering(Temperament temperament) : IHabit
{
    public IEnumerable<Desire> See(Scene scene)
    {
        if (scene.Person is not { State: not "off" })
        {
            yield break;
        }

        foreach (var alert in scene.Views.Alerts.Values)
        {
            if (alert.IsOver() || alert.Answer == "none" || !(scene.Views.Asks(alert, scene.Me) || Took(alert, scene.Me)))
            {
                continue;
            }

            if (alert.State == "open" && !alert.AnsweredBy(scene.Me))
            {
                if (Answer(scene, alert) is { } answer)
                {
                    yield return answer;
                }
            }
            else if (alert is { State: "acknowledged", WantsDone: true } && Took(alert, scene.Me))
            {
                // Usually a trigger says that it is done; a call without one is done by hand.
                var (least, most) = alert.Journey is null ? (40, 150) : (420, 600);
                yield return new("done " + alert.Id, () => Dice.Between(scene.World.Seed, "done" + alert.Id, least, most), () => Deed.Of(Kinds.AlertDone, ("alert", alert.Id)));
            }
        }
    }

    private Desire? Answer(Scene scene, AlertView alert)
    {
        var delayed = alert.Answers.Any(answer => answer.Kind == "delay");
        return temperament.To(scene, alert) switch
        {
            Reaction.Ignore => null,
            Reaction.Decline => Say(scene, alert, Deed.Of(Kinds.AlertDecline, ("alert", alert.Id))),
            Reaction.Delay when !delayed => Say(scene, alert, Deed.Of(Kinds.AlertDelay, ("alert", alert.Id), ("minutes", Minutes(scene, alert)))),
            _ => Say(scene, alert, Deed.Of(Kinds.AlertAcknowledge, ("alert", alert.Id))),
        };
    }

    private static Desire Say(Scene scene, AlertView alert, Deed deed) => new(
        $"answer {alert.Id} {alert.Answers.Count(answer => answer.Staff == scene.Me)}",
        () => Dice.Between(scene.World.Seed, scene.Me + alert.Id, 2, 11) + (scene.Patience / 3 * Before(scene, alert)), () => deed);

    /// <summary>Where one answer is enough, somebody is the quickest; the others hear that it is taken.</summary>
    private static int Before(Scene scene, AlertView alert)
    {
        double Quick(string staff) => Dice.Roll(scene.World.Seed, "quick " + staff + alert.Id);
        return alert.Answer != "any"
            ? 0
            : scene.Views.Staff.Values.Count(person => person.State == "on" && person.Id != alert.Staff && !alert.AnsweredBy(person.Id)
                && scene.Views.Asks(alert, person.Id) && Quick(person.Id) < Quick(scene.Me));
    }

    private static string Minutes(Scene scene, AlertView alert) => (1 + Dice.For(scene.World.Seed, alert.Id).Next(4)).ToString(CultureInfo.InvariantCulture);

    private static bool Took(AlertView alert, string me) => alert.Answers.LastOrDefault(answer => answer.Staff == me) is { Kind: "ack" };
}
