using Reception.Domain.Alerts;
using Reception.Domain.Playbooks;

namespace Reception.Domain.Venues;

/// <summary>
/// The state is bounded, and no guest stands at the door because of it: what can wait (a free call, a visit that is only planned) is refused; a step is taken,
/// its calls and things to do beyond the limit are left out and the manager is told at once. An emergency knows no limit.
/// </summary>
internal static class Limits
{
    private const string Journeys = "journeys";
    private const string Alerts = "alerts";
    private const string Items = "items";

    /// <summary>Who stands here is let in beyond what may be planned; at twice of it something else is wrong.</summary>
    public static Refusal? ForPull(Work work, Playbook book, Trigger trigger)
    {
        var planned = trigger.To is { } to && book.Stage(to) is { Expected: true };
        return trigger.Opens && OpenJourneys(work) >= work.Venue.Settings.MaxJourneys * (planned ? 1 : 2) ? No(Journeys) : null;
    }

    public static Refusal? ForCall(Work work, AlertTemplate template) => TooManyAlerts(work, template) ? No(Alerts) : null;

    public static bool TooManyAlerts(Work work, AlertTemplate template) =>
        template.Kind != AlertKind.Emergency && !TellsOfLimit(work, template) && OpenAlerts(work) >= work.Venue.Settings.MaxAlerts;

    public static bool TooManyItems(Work work) => work.State.Items.Count >= work.Venue.Settings.MaxItems;

    public static void TellOfJourneys(Work work)
    {
        if (OpenJourneys(work) >= work.Venue.Settings.MaxJourneys)
        {
            Tell(work, Journeys);
        }
    }

    public static void TellOfAlerts(Work work)
    {
        if (OpenAlerts(work) >= work.Venue.Settings.MaxAlerts)
        {
            Tell(work, Alerts);
        }
    }

    public static void TellOfItems(Work work)
    {
        if (work.State.Items.Count >= work.Venue.Settings.MaxItems)
        {
            Tell(work, Items);
        }
    }

    /// <summary>Once, as long as the last telling is open.</summary>
    private static void Tell(Work work, string what)
    {
        if (work.Venue.Calls.TryGetValue(EngineCall.Limit, out var template)
            && Raising.Open(work, alert => alert.Template.Value == template.Id && alert.Facts.GetValueOrDefault("what").Value == what).IsEmpty)
        {
            Raising.Engine(work, EngineCall.Limit, null, ("what", what));
        }
    }

    private static bool TellsOfLimit(Work work, AlertTemplate template) => work.Venue.Calls.GetValueOrDefault(EngineCall.Limit) == template;

    private static int OpenJourneys(Work work) => work.State.Journeys.Values.Count(journey => journey.Open);

    private static int OpenAlerts(Work work) => work.State.Alerts.Values.Count(alert => alert.Open);

    private static Refusal No(string what) => Refusal.Because(RefusalCodes.LimitReached, ("what", what));
}
