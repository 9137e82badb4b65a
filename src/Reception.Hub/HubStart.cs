using System.Globalization;
using Reception.Hub.Diagnostics;
using Reception.Hub.Storage;
using Reception.Hub.Venues;
using Reception.Hub.Venues.Stored;

namespace Reception.Hub;

/// <summary>What happens before the first request: folder, clock, venue. Everything that can refuse a start does it here, in words.</summary>
internal static partial class HubStart
{
    /// <summary>Below it the framework has published denial-of-service holes.</summary>
    private static readonly Version SafeRuntime = new(10, 0, 14);

    /// <summary>Prepares, listens, is ready.</summary>
    /// <exception cref="StartRefusedException">In words.</exception>
    /// <exception cref="StoreException">In words, too.</exception>
    public static async Task Run(WebApplication app, CancellationToken stop)
    {
        await Prepare(app, stop);
        try
        {
            await app.StartAsync(stop);
        }
        catch
        {
            // What has begun already ends as in any other stop, and is no crash that the framework would show a stack of.
            app.Lifetime.StopApplication();
            throw;
        }

        Open(app);
    }

    private static async Task Prepare(WebApplication app, CancellationToken stop)
    {
        var options = app.Services.GetRequiredService<StartOptions>();
        var log = LogOf(app);
        if (Environment.Version < SafeRuntime)
        {
            Log.OldRuntime(log, Environment.Version, SafeRuntime);
        }

        // Opening it says in words what is wrong with it.
        var store = app.Services.GetRequiredService<IVenueStore>();
        await StartClock(app, options, stop);
        var start = app.Services.GetRequiredService<VenueStart>();
        await app.Services.GetRequiredService<Books>().Keep(start.Library, stop);
        await store.Register(start.Venue, Mark.First(start.Venue).ToBytes(), stop);
        await app.Services.GetRequiredService<LiveVenues>().Get(start.Venue, stop);
    }

    /// <summary>The server listens: from now on it may be asked.</summary>
    private static void Open(WebApplication app)
    {
        app.Services.GetRequiredService<Readiness>().Started();
        Log.Listening(
            LogOf(app),
            string.Join(' ', app.Urls),
            app.Services.GetRequiredService<StoreHome>().Place);
    }

    private static ILogger LogOf(WebApplication app) => app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Reception.Hub");

    private static async Task StartClock(WebApplication app, StartOptions options, CancellationToken stop)
    {
        var start = app.Services.GetRequiredService<VenueStart>();
        var clock = app.Services.GetRequiredService<VenueClock>();
        var anchor = await clock.Start(start.Begins, options.Clock ?? 1, stop);
        if (options.Clock is { } pace && pace != anchor.Pace)
        {
            throw new StartRefusedException(string.Create(CultureInfo.InvariantCulture,
                $"The store ({app.Services.GetRequiredService<StoreHome>().Place}) was begun with --clock {anchor.Pace}, and its times would no longer fit --clock {pace}. Start it with --clock {anchor.Pace}, or name a new folder with --data."));
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1001, LogLevel.Information, "Listening on {Addresses}; data in {Place}")]
        public static partial void Listening(ILogger log, string addresses, string place);

        [LoggerMessage(1002, LogLevel.Warning, "Runtime {Runtime} has published security holes; use {Safe} or newer")]
        public static partial void OldRuntime(ILogger log, Version runtime, Version safe);
    }
}
