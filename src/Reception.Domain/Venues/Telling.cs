using Reception.Domain.Alerts;
using Reception.Domain.Playbooks;

namespace Reception.Domain.Venues;

/// <summary>What the hub itself has to say to those who run the venue. Each once: what fails a hundred times is no hundred calls.</summary>
internal static class Telling
{
    /// <summary>Not again as long as nobody has taken the last one.</summary>
    /// <param name="what">Of which kind it was.</param>
    public static Refusal? OfFault(Work work, Key what)
    {
        if (work.Venue.Calls.TryGetValue(EngineCall.Fault, out var template) && Raising.Open(work, alert => alert.Template.Value == template.Id).IsEmpty)
        {
            Raising.Engine(work, EngineCall.Fault, null, ("what", what.Value));
        }

        return null;
    }

    /// <summary>Once a day: devices that were away come back one after the other, and each of them notices.</summary>
    public static Refusal? OfRestore(Work work)
    {
        if (work.State.Restored != work.State.Day)
        {
            work.Emit(new VenueEvents.StoreRestored(work.State.Day));
            Raising.Engine(work, EngineCall.Restored, null);
        }

        return null;
    }
}
