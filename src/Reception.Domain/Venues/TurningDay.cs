using Reception.Domain.Items;
using Reception.Domain.Journeys;

namespace Reception.Domain.Venues;

/// <summary>The venue's day turns.</summary>
internal static class TurningDay
{
    /// <summary>Who was expected yesterday and has not come is not expected any more; what was left on a list for a guest who has gone is over.</summary>
    public static void Take(Work work)
    {
        var setUp = work.State.SetUp!;
        var day = VenueDay.Of(work.Time, setUp);
        foreach (var journey in work.State.Journeys.Values.Where(open => open is { Open: true, Expected: true }).OrderBy(open => open.Id.Value, StringComparer.Ordinal))
        {
            if (journey.Eta is null || VenueDay.Of(journey.Eta.Value, setUp) < day)
            {
                Stepping.End(work, journey.Id, Ends.Expired, null);
                work.Emit(new JourneyEvents.JourneyExpired(journey.Id));
            }
        }

        foreach (var item in work.State.Items.Values.Where(item => item.Lasts && item.Journey is { } id && work.State.Journeys.GetValueOrDefault(id) is not { Open: true })
            .OrderBy(item => item.Id.Value, StringComparer.Ordinal))
        {
            Ticking.Over(work, item, new ItemEvents.ItemExpired(item.Id), null);
        }

        Turn(work);
    }

    public static void Turn(Work work)
    {
        var day = VenueDay.Of(work.Time, work.State.SetUp!);
        // A venue that moved to another zone meanwhile stays where it is until that day is over too.
        day = day < work.State.Day ? work.State.Day : day;
        work.Emit(new VenueEvents.DayTurned(day, VenueDay.Ends(day, work.State.SetUp!)));
    }
}
