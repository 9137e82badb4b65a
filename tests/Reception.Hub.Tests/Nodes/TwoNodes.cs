using Microsoft.AspNetCore.Builder;
using Reception.Client;
using Reception.Hub.Storage;
using Reception.Hub.Tests.Builders;
using Reception.Hub.Tests.Storage;

namespace Reception.Hub.Tests.Nodes;

/// <summary>Two hubs on one PostgreSQL, started at once, each with its own address; nothing else between them unless a test says so.</summary>
internal sealed class TwoNodes : IAsyncDisposable
{
    private readonly PostgresDatabase _database = new();
    private readonly List<ReceptionClient> _clients = [];

    public RunningHub A { get; private set; } = null!;

    public RunningHub B { get; private set; } = null!;

    public IVenueStore Store => B.Store;

    public static async Task<TwoNodes> Start(double clock = 1, Action<WebApplicationBuilder>? change = null, Func<StartOptions, StartOptions>? options = null)
    {
        var nodes = new TwoNodes();
        await nodes._database.Make();
        var hubs = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => RunningHub.Start(clock, change: change, options: start =>
            (options ?? (same => same))(start with { Store = StoreOptions.Postgres, Connection = nodes._database.Connection, Keys = nodes._database.Keys }))));
        (nodes.A, nodes.B) = (hubs[0], hubs[1]);
        return nodes;
    }

    /// <summary>The same session, at another node.</summary>
    public ReceptionClient At(RunningHub hub, string token, Action<ReceptionClient>? prepare = null)
    {
        var client = ReceptionClient.Connect(new() { Hub = hub.Url, Token = token }, prepare);
        _clients.Add(client);
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients)
        {
            await client.DisposeAsync();
        }

        await A.DisposeAsync();
        await B.DisposeAsync();
        await _database.DisposeAsync();
    }
}
