using System.Collections.Concurrent;
using Reception.Hub.Storage;
using Reception.Hub.Storage.Postgres;
using Reception.Servers;

namespace Reception.Hub.Tests.Storage;

/// <summary>Two empty databases per test, on one server for the whole run; it ends with the process. Making a database takes longer than emptying one.</summary>
internal sealed class PostgresDatabase : IDatabase
{
    private static readonly Lazy<Task<PostgresServer>> One = new(PostgresServer.Start);

    private static readonly ConcurrentBag<string> Free = [];

    private readonly List<StoreHome> _open = [];
    private string _name = "";

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    public static Task<PostgresServer> Server => One.Value;

    public string Connection { get; private set; } = "";

    public string Keys { get; private set; } = "";

    /// <summary>Empty, as an administrator has made them.</summary>
    public async Task Make()
    {
        var server = await Server;
        if (!Free.TryTake(out var name))
        {
            name = $"reception-{Guid.NewGuid():N}";
            await server.MakeDatabase(name);
            await server.MakeDatabase(KeysOf(name));
        }

        (_name, Connection, Keys) = (name, server.Connection(name), server.Connection(KeysOf(name)));
    }

    /// <summary>As each of many nodes does.</summary>
    public async Task<PostgresHome> Open()
    {
        var home = await PostgresHome.Open(Connection, Keys, Clock);
        _open.Add(home);
        return home;
    }

    public async Task<StoreHome> Start()
    {
        await Make();
        return await Open();
    }

    public async Task<StoreHome> Restart()
    {
        await Close();
        return await Open();
    }

    /// <summary>As an administrator, past the hub.</summary>
    public async Task Sql(string sql) => await (await Server).Sql(_name, sql);

    public async ValueTask DisposeAsync()
    {
        await Close();
        var server = await Server;
        foreach (var database in new[] { _name, KeysOf(_name) })
        {
            await server.Sql(database, "DROP SCHEMA public CASCADE; CREATE SCHEMA public");
        }

        Free.Add(_name);
    }

    private static string KeysOf(string name) => $"{name}-keys";

    private async Task Close()
    {
        foreach (var home in _open)
        {
            await home.DisposeAsync();
        }

        _open.Clear();
    }
}

public sealed class PostgresAppendTests : AppendContract
{
    private protected override IDatabase Database() => new PostgresDatabase();
}

public sealed class PostgresReadTests : ReadContract
{
    private protected override IDatabase Database() => new PostgresDatabase();
}

public sealed class PostgresSessionTests : SessionContract
{
    private protected override IDatabase Database() => new PostgresDatabase();
}

public sealed class PostgresUpkeepTests : UpkeepContract
{
    private protected override IDatabase Database() => new PostgresDatabase();
}

public sealed class PostgresRaceTests : RaceContract
{
    private protected override IDatabase Database() => new PostgresDatabase();
}

public sealed class PostgresHoldTests : HoldContract
{
    private protected override IDatabase Database() => new PostgresDatabase();
}

public sealed class PostgresKeyTests : KeyContract
{
    private protected override IDatabase Database(TimeProvider clock) => new PostgresDatabase { Clock = clock };
}
