using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Reception.Hub;
using Reception.Hub.Storage;
using Reception.Hub.Venues;

namespace Reception.Benchmarks.Venues;

/// <summary>A hub in this process, with its real store, that serves venues filled beforehand.</summary>
internal sealed class InProcess(WebApplication app) : IAsyncDisposable
{
    public LiveVenues Venues { get; } = app.Services.GetRequiredService<LiveVenues>();

    public IServiceProvider Services => app.Services;

    /// <param name="fill">Writes into the store before any venue is woken.</param>
    public static async Task<InProcess> Start(string folder, BusyVenue first, Func<IVenueStore, Task> fill, CancellationToken stop)
    {
        var app = HubHost.Build(new() { Demo = true, Crew = false, Clock = 1, Data = folder, Urls = "http://127.0.0.1:0" }, builder =>
        {
            builder.Logging.ClearProviders();
            builder.Services.AddSingleton(new VenueStart(first.Library, first.Now));
        });
        await fill(app.Services.GetRequiredService<IVenueStore>());
        await HubStart.Run(app, stop);
        return new(app);
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
