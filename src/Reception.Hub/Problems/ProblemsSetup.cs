using Microsoft.AspNetCore.Diagnostics;
using Reception.Contracts;
using Reception.Hub.Storage;
using Reception.Hub.Venues;

namespace Reception.Hub.Problems;

internal static class ProblemsSetup
{
    /// <summary>Whatever goes wrong in an endpoint is answered as a problem of the table.</summary>
    public static IApplicationBuilder UseProblems(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            AllowStatusCode404Response = true,
            // What has a code of its own is an answer, not a fault of the hub.
            SuppressDiagnosticsCallback = context => CodeOf(context.Exception) != ErrorCodes.Fault,
            ExceptionHandler = context => new ProblemAnswer(CodeOf(context.Features.Get<IExceptionHandlerFeature>()?.Error)).ExecuteAsync(context),
        });
        return app.UseStatusCodePages(context => CodeOf(context.HttpContext.Response.StatusCode) is { } code
            ? new ProblemAnswer(code).ExecuteAsync(context.HttpContext)
            : Task.CompletedTask);
    }

    private static ErrorCode CodeOf(Exception? cause) => cause switch
    {
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => ErrorCodes.TooLarge,
        BadHttpRequestException => ErrorCodes.Malformed,
        VenueParkedException => ErrorCodes.VenueParked,
        StoreException { Failure: StoreFailure.Full } => ErrorCodes.StoreFull,
        StoreException => ErrorCodes.Busy,
        _ => ErrorCodes.Fault,
    };

    // Statuses that the framework answers by itself, without a body.
    private static ErrorCode? CodeOf(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => ErrorCodes.NotSignedIn,
        StatusCodes.Status403Forbidden => ErrorCodes.NotAllowed,
        StatusCodes.Status404NotFound or StatusCodes.Status405MethodNotAllowed => ErrorCodes.NotFound,
        StatusCodes.Status413PayloadTooLarge => ErrorCodes.TooLarge,
        StatusCodes.Status429TooManyRequests => ErrorCodes.TooMany,
        StatusCodes.Status400BadRequest or StatusCodes.Status415UnsupportedMediaType => ErrorCodes.Malformed,
        _ => null,
    };
}
