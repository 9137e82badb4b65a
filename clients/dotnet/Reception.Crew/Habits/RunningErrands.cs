using System.Globalization;
using Reception.Contracts;
using Reception.Crew.Plans;

namespace Reception.Crew.Habits;

/// <summary>What befalls this person today, as commands at their time, or as soon after it as they are there and reach the hub.</summary>
internal sealed class RunningErrands(IReadOnlyList<Errand> mine, IReadOnlyList<string> positions) : IHabit
{
    // Yesterday's weather is no news.
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(25);

    private readonly HashSet<int> done = [];

    /// <summary>An errand is over, whether it could be done or not.</summary>
    public void Over(string key)
    {
        if (key.StartsWith("errand ", StringComparison.Ordinal))
        {
            done.Add(int.Parse(key.AsSpan(7), CultureInfo.InvariantCulture));
        }
    }

    public IEnumerable<Desire> See(Scene scene)
    {
        if (scene.Person is not { } me)
        {
            yield break;
        }

        var now = TimeSpan.FromMilliseconds(scene.Now - scene.World.Begins);
        if (me.State == "away" && me.Until <= scene.Now)
        {
            yield return new("back", Dice.Between(scene.World.Seed, scene.Me + me.Until, 0, 40), Deed.Of(Kinds.DutyBack));
        }

        if (me.State == "off" && positions.Count > 0 && !mine.OfType<Errand.OffDuty>().Any(off => off.At <= now && now < off.At + off.For))
        {
            yield return new("duty", TimeSpan.FromSeconds(1), Deed.Of(Kinds.DutyStart, ("positions", string.Join(',', positions))));
        }

        for (var at = 0; at < mine.Count; at++)
        {
            if (mine[at].At <= now && !done.Contains(at) && (mine[at] is not Errand.Weather || now < mine[at].At + Fresh) && me.State == "on" && ToDo(scene, mine[at]) is { } deed)
            {
                yield return new(string.Create(CultureInfo.InvariantCulture, $"errand {at}"), TimeSpan.Zero, deed);
            }
        }
    }

    private static Deed? ToDo(Scene scene, Errand errand) => errand switch
    {
        // Who comes back to their post finds on the list what they wrote before.
        Errand.WriteDown one => scene.World.JourneyOf(one.Party) is null ? Writing(scene, one) : null,
        Errand.Call call => Calling(scene, call.To) is { } deed ? deed with { Agrees = call.Reaction } : null,
        Errand.RadioCheck => Check(scene),
        Errand.Weather weather => Deed.Of(Kinds.Weather, ("weather", weather.Is)),
        Errand.Away away => Deed.Of(Kinds.DutyAway, ("minutes", away.Minutes.ToString(CultureInfo.InvariantCulture)), ("cover", Cover(scene, away.Cover))),
        Errand.OffDuty => Deed.Of(Kinds.DutyEnd),
        _ => null,
    };

    /// <summary>A call to one person, in the first ready words that name nobody and hide nothing.</summary>
    public static Deed? Calling(Scene scene, string to)
    {
        var phrase = scene.Words.Phrases(scene.Views).FirstOrDefault(one => one is { To.Count: 0, Discreet: false, Kind: "action" });
        return phrase is null ? null : Deed.Of(Kinds.AlertRaise, ("phrase", phrase.Id), ("staff", to), ("place", phrase.NeedsPlace ? scene.Views.Places.Keys.Order(StringComparer.Ordinal).FirstOrDefault() : null));
    }

    private static Deed? Check(Scene scene) =>
        scene.Words.Phrases(scene.Views).FirstOrDefault(one => one.Use == "radio-check") is { } phrase ? Deed.Of(Kinds.AlertRaise, ("phrase", phrase.Id)) : null;

    private static string? Cover(Scene scene, string? cover) => cover is not null && scene.Views.Staff.GetValueOrDefault(cover) is { State: "on" } ? cover : null;

    private static Deed? Writing(Scene scene, Errand.WriteDown errand)
    {
        foreach (var words in scene.Words.InForce(scene.Views))
        {
            if (words.Triggers.FirstOrDefault(trigger => trigger.Opens && trigger.Use == "expect" && scene.May(trigger)) is { } trigger)
            {
                return Deed.Open(words, trigger, FieldFilling.Fill(scene, words, trigger, errand.Party)) with { WritesDown = errand.Party };
            }
        }

        return null;
    }
}
