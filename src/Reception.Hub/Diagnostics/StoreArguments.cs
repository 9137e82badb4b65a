using System.CommandLine;
using Microsoft.Extensions.Logging.Abstractions;
using Reception.Hub.Storage;
using Reception.Hub.Storage.Sqlite;

namespace Reception.Hub.Diagnostics;

/// <summary>Which store a subcommand works on: named as for a start, the environment included.</summary>
internal sealed class StoreArguments
{
    private readonly Option<string?> _data = new("--data") { Description = "The data folder; its hub must not be running." };
    private readonly Option<string?> _store = new("--store") { Description = "sqlite or postgres." };
    private readonly Option<string?> _connection = new("--connection") { Description = "PostgreSQL: the database with the logs (or Store__Connection in the environment)." };
    private readonly Option<string?> _keys = new("--keys") { Description = "PostgreSQL: the database with the keys (or Store__Keys in the environment)." };

    public static StoreArguments AddTo(Command command)
    {
        var arguments = new StoreArguments();
        arguments._store.AcceptOnlyFromAmong(StoreOptions.Sqlite, StoreOptions.Postgres);
        command.Add(arguments._data);
        command.Add(arguments._store);
        command.Add(arguments._connection);
        command.Add(arguments._keys);
        return arguments;
    }

    public StoreOptions Read(ParseResult parsed)
    {
        var options = new StoreOptions();
        new ConfigurationBuilder().AddEnvironmentVariables().Build().GetSection(StoreOptions.Section).Bind(options);
        new StartOptions
        {
            Data = parsed.GetValue(_data), Store = parsed.GetValue(_store), Connection = parsed.GetValue(_connection), Keys = parsed.GetValue(_keys),
        }.Place(options);
        return options;
    }

    /// <summary>An existing store; a subcommand makes none.</summary>
    /// <exception cref="StartRefusedException">There is none.</exception>
    public static StoreHome Open(StoreOptions options)
    {
        if (options.Kind == StoreOptions.Sqlite && !File.Exists(Path.Combine(options.Folder, DataFolder.StoreFile)))
        {
            throw new StartRefusedException($"{options.Folder} has no {DataFolder.StoreFile}. Name the folder that the hub was given with --data.");
        }

        return StoreRegistration.Open(options, TimeProvider.System, NullLogger<SqliteStore>.Instance, change: false);
    }
}
