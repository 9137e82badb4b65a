using Reception.Contracts;

namespace Reception.Crew.Worlds;

/// <summary>What a party says to whoever is with them.</summary>
public enum Wish
{
    Nothing,
    Tour,
    Back,
    Leave,
    Stay,
    Gone,
}

/// <summary>From where they are and how long already.</summary>
internal static class Wishes
{
    private static readonly TimeSpan SecondThoughts = TimeSpan.FromSeconds(40);

    public static Wish Of(Party party, JourneyView journey, WordsDocument words, long now)
    {
        var spent = TimeSpan.FromMilliseconds(now - journey.Since);
        return words.UseOf(journey.Stage) switch
        {
            "seated" => AtTable(party, spent, Entered(journey, words, "visiting")),
            "visiting" => Around(party, journey, words, spent),
            "leaving" when party.Stays && journey.Steps.All(step => words.UseOfTrigger(step.Trigger) != "stay") => spent >= SecondThoughts ? Wish.Stay : Wish.Nothing,
            "leaving" => spent >= party.WalkOut ? Wish.Gone : Wish.Nothing,
            _ => Wish.Nothing,
        };
    }

    private static Wish AtTable(Party party, TimeSpan spent, int tours)
    {
        if (tours >= party.Tours)
        {
            return spent >= party.SitAfter ? Wish.Leave : Wish.Nothing;
        }

        return spent < party.SitBefore ? Wish.Nothing : spent < party.SitBefore + party.Patience ? Wish.Tour : Wish.Leave;
    }

    private static Wish Around(Party party, JourneyView journey, WordsDocument words, TimeSpan spent)
    {
        var inside = journey.Steps.LastOrDefault(step => step.From != step.To) is { } last && words.UseOfTrigger(last.Trigger) == "admit";
        return spent < (inside ? party.TourTime : party.Patience) ? Wish.Nothing : inside && party.LeavesFromTour ? Wish.Leave : Wish.Back;
    }

    private static int Entered(JourneyView journey, WordsDocument words, string use) =>
        journey.Steps.Count(step => words.UseOf(step.To) == use && (step.From.Length == 0 || words.UseOf(step.From) != use));
}
