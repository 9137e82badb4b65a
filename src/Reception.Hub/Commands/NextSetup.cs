using Reception.Contracts;
using Reception.Domain;
using Reception.Hub.Identity;
using Reception.Hub.Problems;
using Reception.Hub.Venues;
using Reception.Hub.Views;

namespace Reception.Hub.Commands;

internal static class NextSetup
{
    public static void MapNext(this IEndpointRouteBuilder endpoints) => endpoints.MapWithRight("GET", "/journeys/{id}/next", Next);

    private static async Task<IResult> Next(string id, HttpContext context, LiveVenues venues)
    {
        var who = context.Session();
        var moment = (await venues.Get(who.Venue, context.RequestAborted)).Current;
        return Key.Fits(id)
            && moment.State.Journeys.GetValueOrDefault(new JourneyId(id)) is { } journey
            && moment.Library.Get(journey.Hash.Value) is { } playbook
            && moment.State.Staff.GetValueOrDefault(who.Staff) is { } person
            ? TypedResults.Ok(BlockedTriggers.For(person, journey, playbook, moment.State))
            : new ProblemAnswer(ErrorCodes.UnknownJourney);
    }
}
