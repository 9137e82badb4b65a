using Microsoft.AspNetCore.Http.Metadata;
using Reception.Contracts;
using Reception.Hub.Identity;
using Reception.Hub.Problems;
using Reception.Hub.Realtime;
using Reception.Hub.Venues;

namespace Reception.Hub.Commands;

internal static class CommandsSetup
{
    public static IServiceCollection AddCommands(this IServiceCollection services) => services
        .AddSingleton<CommandDesk>()
        .ConfigureHttpJsonOptions(json => WireJson.Configure(json.SerializerOptions));

    public static void MapCommands(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapWithRight("POST", "/commands", Post).WithMetadata(new SizeLimit()).RequireRateLimiting(IdentitySetup.SessionLimit);

    /// <summary>The same envelope and the same answer as on the socket. A refusal by the state machine is 200 with <c>ok: false</c>; what has no entry is a problem that carries the answer's fields.</summary>
    private static async Task<IResult> Post(Contracts.Command command, HttpContext context, LiveVenues venues)
    {
        var who = context.Session();
        var venue = await venues.Get(who.Venue, context.RequestAborted);
        var answer = await venue.Do(who, command, context.RequestAborted);
        return answer is { Ok: false, Seq: 0, Code: { } code }
            ? new ProblemAnswer(ErrorCodes.All[code], answer.Words, answer)
            : TypedResults.Ok(answer);
    }

    private sealed class SizeLimit : IRequestSizeLimitMetadata
    {
        public long? MaxRequestBodySize => TextChecks.LargestCommand;
    }
}
