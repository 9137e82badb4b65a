using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using Reception.Contracts;
using Reception.Domain.Playbooks;
using Reception.Hub.Commands;
using Reception.Hub.Problems;
using Reception.Hub.Realtime;
using Reception.Hub.Venues;

namespace Reception.Hub.Identity;

internal static class IdentitySetup
{
    /// <summary>For what a session may send by <c>POST</c>: as much as on a socket.</summary>
    public const string SessionLimit = "session";
    public const string ReportLimit = "report";
    public const string SyncLimit = "sync";

    private const string EnrolLimit = "enrol";
    private const int TriesPerMinute = 10;
    private const int LongestDevice = 40;
    private const int PeriodsPerSecond = 10;

    public static IServiceCollection AddIdentity(this IServiceCollection services) => services
        .AddRights()
        .AddSingleton<SignIn>()
        .AddRateLimiter(limits => limits
            .AddPolicy(EnrolLimit, context => RateLimitPartition.GetFixedWindowLimiter(
                context.Connection.RemoteIpAddress?.ToString() ?? "",
                _ => new() { PermitLimit = TriesPerMinute, Window = TimeSpan.FromMinutes(1) }))
            .AddPolicy(SessionLimit, context => PerSession(context, limits => Bucket(limits.CommandsPerSecond, limits.CommandBurst)))
            .AddPolicy(ReportLimit, context => PerSession(context, limits => Bucket(limits.CommandsPerSecond, limits.CommandBurst)))
            .AddPolicy(SyncLimit, context => PerSession(context, limits => Bucket(limits.SyncsPerSecond, limits.SyncBurst)))
            .RejectionStatusCode = StatusCodes.Status429TooManyRequests);

    public static void MapIdentity(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapWithRight("POST", "/enrol", Enrol).RequireRateLimiting(EnrolLimit);
        endpoints.MapWithRight("POST", "/codes", MakeCode);
        endpoints.MapWithRight("DELETE", "/sessions/{id}", End);
        endpoints.MapWithRight("GET", "/me", Me);
    }

    /// <summary>What <c>Join</c> answers on a socket.</summary>
    private static async Task<IResult> Me(LiveVenues venues, VenueClock clock, HttpContext context)
    {
        var who = context.Session();
        var moment = (await venues.Get(who.Venue, context.RequestAborted)).Current;
        return TypedResults.Ok(new Joined(who.Venue, who.Staff.Value, who.Device.Value, who.Stream, moment.Seq, clock.Now.ToUnixTimeMilliseconds(), clock.Pace));
    }

    private static async Task<IResult> Enrol(Enrol enrol, SignIn signIn, HttpContext context)
    {
        if (enrol is not { Code: { } code, Device: { } device })
        {
            return new ProblemAnswer(ErrorCodes.Malformed);
        }

        return WrongName(device) is { } wrong
            ? About(wrong)
            : await signIn.Enrol(code, device.Trim(), context.RequestAborted) is { } session ? TypedResults.Ok(session) : new ProblemAnswer(ErrorCodes.BadCode);
    }

    private static async Task<IResult> MakeCode(MakeCode wanted, SignIn signIn, HttpContext context) =>
        wanted is { Staff: { } staff } && await signIn.MakeCode(context.Session().Venue, new(staff), SignIn.CodeLives, context.RequestAborted) is { } code
            ? TypedResults.Ok(code)
            : new ProblemAnswer(ErrorCodes.UnknownStaff);

    private static async Task<IResult> End(string id, SignIn signIn, HttpContext context)
    {
        var answer = await signIn.End(context.Session(), id, context.RequestAborted);
        return answer.Ok ? TypedResults.NoContent() : new ProblemAnswer(ErrorCodes.All[answer.Code!], answer.Words);
    }

    private static RateLimitPartition<string> PerSession(HttpContext context, Func<RealtimeOptions, TokenBucketRateLimiterOptions> bucket) =>
        RateLimitPartition.GetTokenBucketLimiter(
            SessionIdentity.Of(context.User)?.Session ?? "", _ => bucket(context.RequestServices.GetRequiredService<IOptions<RealtimeOptions>>().Value));

    private static TokenBucketRateLimiterOptions Bucket(int perSecond, int burst) => new()
    {
        TokenLimit = burst,
        TokensPerPeriod = Math.Max(1, perSecond / PeriodsPerSecond),
        ReplenishmentPeriod = TimeSpan.FromSeconds(1) / PeriodsPerSecond,
    };

    private static ErrorCode? WrongName(string device)
    {
        try
        {
            TextChecks.Words("device", device);
        }
        catch (CommandRefusal refusal)
        {
            return refusal.Code;
        }

        return device.Trim().Length switch { 0 => ErrorCodes.MissingArgument, > LongestDevice => ErrorCodes.TooLong, _ => null };
    }

    private static ProblemAnswer About(ErrorCode code) =>
        new(code, new(Wording.Fill(code.Zh, _ => "设备名称"), Wording.Fill(code.En, _ => "the device's name")));
}
