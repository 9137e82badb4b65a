using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Reception.Hub.Cards;
using Reception.Hub.Storage.Sqlite;

namespace Reception.Hub.Storage;

internal static partial class StoreRegistration
{
    // sysexits.h: EX_IOERR. A supervisor starts the process again, and the start then says in words what is wrong.
    private const int InputOutputError = 74;

    /// <summary>The embedded store, the vault and the sweep of keys. The folder is opened when the first of them is asked for.</summary>
    public static IServiceCollection AddStore(this IServiceCollection services)
    {
        services.AddOptions<StoreOptions>().BindConfiguration(StoreOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(Open);
        services.AddSingleton<IVenueStore>(all => all.GetRequiredService<DataFolder>().Store);
        services.AddSingleton(all => all.GetRequiredService<DataFolder>().Keys);
        services.AddSingleton<CardVault>();
        services.AddHostedService<KeySweep>();
        return services;
    }

    private static DataFolder Open(IServiceProvider all)
    {
        var lifetime = all.GetRequiredService<IHostApplicationLifetime>();
        var logger = all.GetRequiredService<ILogger<SqliteStore>>();
        return DataFolder.Open(
            all.GetRequiredService<IOptions<StoreOptions>>().Value.Folder,
            all.GetRequiredService<TimeProvider>(),
            logger,
            end =>
            {
                // From here on the store refuses everything, so nothing is answered "ok" while the process ends (F13).
                Log.Ended(logger, end.Failure, end);
                Environment.ExitCode = InputOutputError;
                lifetime.StopApplication();
            });
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Critical, "The store can no longer be trusted ({Failure}); the hub stops")]
        public static partial void Ended(ILogger logger, StoreFailure failure, Exception cause);
    }
}
