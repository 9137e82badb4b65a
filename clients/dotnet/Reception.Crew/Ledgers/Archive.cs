using System.Collections.Concurrent;
using Reception.Client;
using Reception.Contracts;

namespace Reception.Crew.Ledgers;

/// <summary>The last that any device of the day showed of each visit and each call: a venue forgets both after a quarter of an hour.</summary>
public sealed class Archive
{
    private readonly ConcurrentDictionary<string, JourneyView> journeys = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, AlertView> alerts = new(StringComparer.Ordinal);

    public IEnumerable<JourneyView> Journeys => journeys.Values;

    public IEnumerable<AlertView> Alerts => alerts.Values;

    public JourneyView? Journey(string id) => journeys.GetValueOrDefault(id);

    public void Saw(ViewsChanged change)
    {
        Keep(journeys, change.Before.Journeys, change.After.Journeys);
        Keep(alerts, change.Before.Alerts, change.After.Alerts);
    }

    private static void Keep<T>(ConcurrentDictionary<string, T> kept, IReadOnlyDictionary<string, T> before, IReadOnlyDictionary<string, T> after)
        where T : class, IView
    {
        if (ReferenceEquals(before, after))
        {
            return;
        }

        foreach (var view in after.Values)
        {
            if (!ReferenceEquals(before.GetValueOrDefault(view.Id), view))
            {
                kept.AddOrUpdate(view.Id, view, (_, last) => view.Seq >= last.Seq ? view : last);
            }
        }
    }
}
