using Reception.Domain.Playbooks;

namespace Reception.Domain.Venues;

/// <summary>State, a command and a time give events or a refusal. Pure: the same in, the same out; user input never throws.</summary>
public static class Decider
{
    /// <param name="now">Venue time; the caller has taken what fell due before it (an entry of its own).</param>
    /// <param name="library">The only place where decide reads playbooks and words' ids.</param>
    public static Decision Decide(VenueState state, Intent intent, DateTimeOffset now, Library library)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(intent);
        ArgumentNullException.ThrowIfNull(library);
        _ = now;
        return Decision.No(RefusalCodes.Fault);
    }
}
