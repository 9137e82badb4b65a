using Reception.Contracts;
using Reception.Hub.Identity;
using Reception.Hub.Storage;
using Reception.Hub.Venues;

namespace Reception.Hub.History;

internal static class HistorySetup
{
    private const int MostRows = 1000;
    private const int UsualRows = 200;

    public static void MapHistory(this IEndpointRouteBuilder endpoints) => endpoints.MapWithRight("GET", "/log", Log);

    /// <param name="since">The number before the first row.</param>
    private static async Task<IResult> Log(long? since, int? take, HttpContext context, LiveVenues venues, IVenueStore store)
    {
        var venue = context.Session().Venue;
        var moment = (await venues.Get(venue, context.RequestAborted)).Current;
        var rows = Math.Clamp(take ?? UsualRows, 1, MostRows);
        var entries = await store.Entries(venue, Math.Max(0, since ?? 0), rows, context.RequestAborted);
        var words = new LogWords(moment);
        return TypedResults.Ok(new LogPage(
            [.. entries.Select(stored => LogRows.Of(stored, moment, words))],
            entries.Count == rows ? entries[^1].Seq : 0));
    }
}
