using Microsoft.Extensions.Hosting.Systemd;
using Reception.Hub.Identity;

namespace Reception.Hub.Logs;

internal static class LoggingSetup
{
    /// <summary>One line per record on the console, with ids and never a name; what the framework says of each request is left out, addresses may carry tokens;
    /// so is what it says of a failed start: that is said in words.</summary>
    public static IServiceCollection AddHubLogging(this IServiceCollection services) => services.AddLogging(logs => AddConsole(logs)
        .AddFilter("Microsoft", LogLevel.Warning)
        .AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None)
        .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical)
        .AddFilter("System", LogLevel.Warning)
        .AddFilter(typeof(SessionAuthentication).FullName, LogLevel.Warning));

    // The journal has the time and the level of its own.
    private static ILoggingBuilder AddConsole(ILoggingBuilder logs) => SystemdHelpers.IsSystemdService()
        ? logs
        : logs.AddSimpleConsole(console => (console.SingleLine, console.TimestampFormat, console.UseUtcTimestamp) = (true, "HH:mm:ss.fff ", true));
}
