using System.Globalization;
using System.Net.Sockets;
using Npgsql;
using Reception.Chaos.Running;
using Reception.Servers;

namespace Reception.Chaos.Run;

/// <summary>The nodes of a group and the servers behind them; or one hub with a store of its own.</summary>
internal sealed class Site : IAsyncDisposable
{
    private const string Database = "reception";
    private const string KeysDatabase = "reception-keys";

    private Site(PostgresServer? postgres, RedisServer? redis, IReadOnlyList<Node> nodes) => (Postgres, Redis, Nodes) = (postgres, redis, nodes);

    public PostgresServer? Postgres { get; }

    public RedisServer? Redis { get; }

    public IReadOnlyList<Node> Nodes { get; }

    public bool StoreRuns { get; private set; } = true;

    /// <summary>Somebody could take a step of a ladder: the store and a node that reaches it run.</summary>
    public bool Serves => StoreRuns && Nodes.Any(node => node.Fit);

    public static async Task<Site> Build(string folder, int nodes, bool postgres, double clock, CancellationToken stop)
    {
        var store = postgres ? await PostgresServer.Start() : null;
        var redis = postgres ? await RedisServer.Start() : null;
        if (store is not null)
        {
            await store.MakeDatabase(Database);
            await store.MakeDatabase(KeysDatabase);
        }

        var site = new Site(store, redis, [.. Enumerable.Range(1, nodes).Select(number => Make(Path.Combine(folder, $"node-{number}"), store, redis, clock))]);
        await Task.WhenAll(site.Nodes.Select(node => node.Start(stop)));
        return site;
    }

    /// <summary>Everything that was answered must be in here: read past the hub and past the lines.</summary>
    public Task<IReadOnlyList<StoredLog>> Logs() =>
        Postgres is null ? Task.FromResult(StoredLog.Read(Nodes[0].Seat.Data)) : PostgresLog.Read(Postgres.Connection(Database));

    /// <summary>Stopped at once, in the middle of whatever it does; its write-ahead log is replayed at the next start.</summary>
    public async Task CrashStore()
    {
        StoreRuns = false;
        await Postgres!.Signal("QUIT");
        await Postgres.Stop();
    }

    public async Task StartStore()
    {
        await Postgres!.StartAgain();
        StoreRuns = true;
    }

    public async Task KillRedis()
    {
        await Redis!.Signal("KILL");
        await Redis.Stop();
    }

    /// <summary>Everything in it goes, and everybody's subscriptions with it.</summary>
    public async Task FlushRedis(CancellationToken stop)
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", Redis!.Port, stop);
        await client.GetStream().WriteAsync("FLUSHALL\r\nCLIENT KILL TYPE pubsub\r\nQUIT\r\n"u8.ToArray(), stop);
        await client.GetStream().CopyToAsync(Stream.Null, stop);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in Nodes)
        {
            await node.DisposeAsync();
        }

        await (Postgres?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (Redis?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    private static Node Make(string folder, PostgresServer? postgres, RedisServer? redis, double clock)
    {
        Directory.CreateDirectory(folder);
        var seat = new HubSeat(folder, Ports.Free(), clock);
        if (postgres is null || redis is null)
        {
            return new(seat, []);
        }

        TcpLine[] behind = [new(postgres.Port), new(redis.Port)];
        string Through(string database) => new NpgsqlConnectionStringBuilder(postgres.Connection(database)) { Port = behind[0].Port }.ConnectionString;
        return new(
            seat with
            {
                More =
                [
                    "--store", "postgres", "--connection", Through(Database), "--keys", Through(KeysDatabase),
                    "--redis", string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{behind[1].Port}"),
                ],
            },
            behind);
    }
}
