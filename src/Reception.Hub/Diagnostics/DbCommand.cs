using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Reception.Hub.Storage;
using Reception.Hub.Storage.Postgres;
using Reception.Hub.Storage.Sqlite;

namespace Reception.Hub.Diagnostics;

/// <summary><c>db …</c>: what an operator does to a store.</summary>
internal static class DbCommand
{
    private const int Good = 0;
    private const int Broken = 1;

    public static Command Make() => new("db", "What opens a store.") { Check(), Migrate(), Level(), Copy() };

    /// <exception cref="StoreException">In words, when the store cannot be opened.</exception>
    public static async Task<int> Check(StoreOptions options, TextWriter output, CancellationToken stop)
    {
        await using var home = StoreArguments.Open(options);
        return await LogCheck.Run(home.Store, output, stop) ? Good : Broken;
    }

    public static async Task<int> Migrate(StoreOptions options, TextWriter output, CancellationToken stop)
    {
        await using var home = StoreRegistration.Open(options, TimeProvider.System, NullLogger<SqliteStore>.Instance);
        var level = await home.Store.Level(stop);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{home.Place}: up to date, level {level}"));
        return Good;
    }

    /// <summary>Shows the level; with a number, raises it to that.</summary>
    public static async Task<int> Level(StoreOptions options, int? raise, TextWriter output, CancellationToken stop)
    {
        if (raise > HubLevel.Known)
        {
            throw new StartRefusedException(string.Create(CultureInfo.InvariantCulture,
                $"This version knows level {HubLevel.Known}, so it cannot raise a store to {raise}. Use the newest version that runs on it."));
        }

        await using var home = StoreArguments.Open(options);
        var level = raise is { } wanted ? await home.Store.RaiseLevel(wanted, stop) : await home.Store.Level(stop);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"{home.Place}: level {level}; this version knows {HubLevel.Known}{(level < HubLevel.Known ? $". When no older hub runs on it any more: db level --raise {HubLevel.Known}" : "")}"));
        return Good;
    }

    /// <summary>Everything of a data folder into two empty databases, then checked there.</summary>
    public static async Task<int> Copy(string from, StoreOptions to, TextWriter output, CancellationToken stop)
    {
        await using (var folder = StoreArguments.Open(new() { Folder = from }))
        {
            // Held, so that no hub writes to it meanwhile; brought up to date, so that both have the same tables.
            await StoreCopy.Run(from, PostgresAddress.Parse(to.Connection, "--connection"), PostgresAddress.Parse(to.Keys, "--keys"), output);
        }

        to.Kind = StoreOptions.Postgres;
        return await Check(to, output, stop);
    }

    private static Command Check()
    {
        var command = new Command("check", "Reads every entry of every venue and compares the marks.");
        var store = StoreArguments.AddTo(command);
        command.SetAction((parsed, stop) => Check(store.Read(parsed), parsed.InvocationConfiguration.Output, stop));
        return command;
    }

    private static Command Migrate()
    {
        var command = new Command("migrate", "Makes a store, or brings it up to date, as a start would.");
        var store = StoreArguments.AddTo(command);
        command.SetAction((parsed, stop) => Migrate(store.Read(parsed), parsed.InvocationConfiguration.Output, stop));
        return command;
    }

    private static Command Level()
    {
        var raise = new Option<int?>("--raise") { Description = "To this level: from then on no older hub starts on it. It never goes back." };
        var command = new Command("level", "Shows the level of a store: which versions may work on it.") { raise };
        var store = StoreArguments.AddTo(command);
        command.SetAction((parsed, stop) => Level(store.Read(parsed), parsed.GetValue(raise), parsed.InvocationConfiguration.Output, stop));
        return command;
    }

    private static Command Copy()
    {
        var from = new Option<string>("--from") { Description = "The data folder; its hub must not be running.", Required = true };
        var command = new Command("copy", "From a data folder to PostgreSQL: logs, cards, keys, sessions, everything. The databases must be empty.") { from };
        var store = StoreArguments.AddTo(command);
        command.SetAction((parsed, stop) => Copy(parsed.GetValue(from)!, store.Read(parsed), parsed.InvocationConfiguration.Output, stop));
        return command;
    }
}
