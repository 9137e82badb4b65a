using Reception.Contracts;
using Reception.Domain;
using Reception.Hub.Identity;
using Reception.Hub.Problems;
using Reception.Hub.Venues;
using Text = Reception.Contracts.Text;

namespace Reception.Hub.Demo;

/// <summary>What only a demo has. Elsewhere its addresses do not exist.</summary>
internal static class DemoSetup
{
    /// <summary>A Saturday afternoon: 2026-11-28 14:00 in Shanghai.</summary>
    public static readonly DateTimeOffset Saturday = new(2026, 11, 28, 14, 0, 0, TimeSpan.FromHours(8));

    private const string Device = "demo";

    public static void AddDemo(this IServiceCollection services)
    {
        services.AddSingleton<DemoCrew>();
        services.AddHostedService(all => all.GetRequiredService<DemoCrew>());
    }

    public static void MapDemo(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapWithRight("GET", "/demo/staff", Staff);
        endpoints.MapWithRight("POST", "/demo/sessions", SignIn);
        endpoints.MapWithRight("POST", "/demo/silent", Silence);
    }

    private static async Task<IResult> Staff(StartOptions options, VenueStart start, LiveVenues venues, HttpContext context)
    {
        if (!options.Demo)
        {
            return new ProblemAnswer(ErrorCodes.NotFound);
        }

        var book = (await venues.Get(start.Venue, context.RequestAborted)).Current.Library.Venue;
        var names = book.Positions.ToDictionary(position => position.Id, position => position.Name);
        return TypedResults.Ok(book.Staff.Select(person => new DemoPerson(
            person.Id.Value, new(person.Name.Zh, person.Name.En), NameOf(person.Allowed.Select(position => names.GetValueOrDefault(position)).FirstOrDefault()))));
    }

    private static async Task<IResult> SignIn(StartOptions options, DemoSession wanted, SignIn signIn, VenueStart start, HttpContext context)
    {
        if (!options.Demo)
        {
            return new ProblemAnswer(ErrorCodes.NotFound);
        }

        return wanted is { Staff: { } staff } && await signIn.Open(start.Venue, new StaffId(staff), Device, context.RequestAborted) is { } session
            ? TypedResults.Ok(session)
            : new ProblemAnswer(ErrorCodes.UnknownStaff);
    }

    /// <summary>Lets the crew of a position be silent, so that its calls are seen to climb.</summary>
    private static IResult Silence(StartOptions options, DemoSilence wanted, DemoCrew crew, VenueStart start)
    {
        if (!options.Demo)
        {
            return new ProblemAnswer(ErrorCodes.NotFound);
        }

        var position = new PositionId(wanted.Position ?? "");
        return start.Library.Venue.Positions.All(known => known.Id != position)
            ? new ProblemAnswer(ErrorCodes.UnknownPosition)
            : crew.Silence(position, wanted.Silent) ? TypedResults.NoContent() : new ProblemAnswer(ErrorCodes.NotFound);
    }

    private static Text? NameOf(Domain.Text? name) => name is null ? null : new(name.Zh, name.En);

    /// <summary>One of the staff whom anybody may be in a demo.</summary>
    private sealed record DemoPerson(string Id, Text Name, Text? Position);
}
