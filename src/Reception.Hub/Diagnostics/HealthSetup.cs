using Microsoft.AspNetCore.Http.HttpResults;
using Reception.Hub.Identity;

namespace Reception.Hub.Diagnostics;

internal static class HealthSetup
{
    public static IServiceCollection AddHealth(this IServiceCollection services) =>
        services.AddSingleton<Readiness>().AddSingleton<Limits>().AddSingleton<AmberLight>();

    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapWithRight("GET", "/healthz/live", () => TypedResults.Text("alive"));
        endpoints.MapWithRight("GET", "/healthz/ready", Ready);
    }

    private static JsonHttpResult<ReadyAnswer> Ready(Readiness readiness, Limits limits)
    {
        var reasons = readiness.Reasons();
        return TypedResults.Json(
            new ReadyAnswer(reasons.Count == 0, reasons, limits.All),
            statusCode: reasons.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }
}
