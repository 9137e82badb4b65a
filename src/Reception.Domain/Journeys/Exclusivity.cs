using Reception.Domain.Playbooks;
using Reception.Domain.Venues;

namespace Reception.Domain.Journeys;

/// <summary>清场: a trigger gives its journey the venue for itself, until the journey is over, however it ends. One party at a time; whom else it concerns, guards say.</summary>
internal static class Exclusivity
{
    public static Refusal? Take(Work work, JourneyId id, Trigger trigger)
    {
        if (!trigger.Exclusive || work.State.Exclusive == id)
        {
            return null;
        }

        if (work.State.Exclusive is { } other)
        {
            return Refusal.Because(RefusalCodes.VenueExclusive, ("journey", other.Value));
        }

        work.Emit(new JourneyEvents.ExclusiveBegan(id));
        return null;
    }

    public static void GiveBack(Work work, JourneyId id)
    {
        if (work.State.Exclusive == id)
        {
            work.Emit(new JourneyEvents.ExclusiveEnded(id));
        }
    }
}
