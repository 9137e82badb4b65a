using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Reception.Hub.Cards;
using Reception.Hub.Storage.Postgres;
using Reception.Hub.Storage.Sqlite;

namespace Reception.Hub.Storage;

internal static partial class StoreRegistration
{
    // sysexits.h: EX_IOERR. A supervisor starts the process again, and the start then says in words what is wrong.
    private const int InputOutputError = 74;

    /// <summary>The store, the vault and the sweep of keys. It is opened when the first of them is asked for.</summary>
    public static IServiceCollection AddStore(this IServiceCollection services)
    {
        services.AddOptions<StoreOptions>().BindConfiguration(StoreOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(Open);
        services.AddSingleton(all => all.GetRequiredService<StoreHome>().Store);
        services.AddSingleton(all => all.GetRequiredService<StoreHome>().Keys);
        services.AddSingleton<CardVault>();
        services.AddHostedService<KeySweep>();
        return services;
    }

    /// <summary>As the settings name it; for a subcommand too.</summary>
    /// <param name="ended">Told once when the store can no longer be trusted.</param>
    /// <param name="change">False: PostgreSQL is not brought up to date. A folder always is: nobody else works on it.</param>
    /// <exception cref="StoreException">In words.</exception>
    [SuppressMessage("Reliability", "CA2000", Justification = "Handed to the caller.")]
    public static StoreHome Open(StoreOptions options, TimeProvider clock, ILogger<SqliteStore> logger, Action<StoreException>? ended = null, bool change = true) => options.Kind == StoreOptions.Postgres
        ? PostgresHome.Open(options.Connection, options.Keys, clock, change).GetAwaiter().GetResult()
        : DataFolder.Open(options.Folder, clock, logger, ended);

    private static StoreHome Open(IServiceProvider all)
    {
        var lifetime = all.GetRequiredService<IHostApplicationLifetime>();
        var logger = all.GetRequiredService<ILogger<SqliteStore>>();
        return Open(
            all.GetRequiredService<IOptions<StoreOptions>>().Value,
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
