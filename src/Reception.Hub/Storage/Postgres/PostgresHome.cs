using System.Diagnostics.CodeAnalysis;

namespace Reception.Hub.Storage.Postgres;

/// <summary>A database for the logs, one for the keys of the cards, shared by any number of nodes.</summary>
internal sealed class PostgresHome : StoreHome
{
    private PostgresHome(PostgresStore store, PostgresKeys keys, string place) => (Store, Keys, Place) = (store, keys, place);

    public override PostgresStore Store { get; }

    public override PostgresKeys Keys { get; }

    public override string Place { get; }

    /// <param name="connection">Connection string of the store; <paramref name="keys"/>: of the keys, another database.</param>
    /// <param name="change">False: a store that is not up to date, or not there, is refused and left as it is.</param>
    /// <exception cref="StoreException">In words.</exception>
    [SuppressMessage("Reliability", "CA2000", Justification = "The home owns them; when it cannot be opened they are closed below.")]
    public static async Task<PostgresHome> Open(string? connection, string? keys, TimeProvider clock, bool change = true)
    {
        var (storeAt, keysAt) = (PostgresAddress.Parse(connection, "--connection"), PostgresAddress.Parse(keys, "--keys"));
        Schema.Prepare(storeAt, keysAt, change);
        var pools = (Store: PostgresPool.Open(storeAt, clock), Keys: PostgresPool.Open(keysAt, clock));
        try
        {
            var store = new PostgresStore(pools.Store);
            HubLevel.Check(await store.Level(), $"The {storeAt}");
            return new(store, await PostgresKeys.Open(pools.Keys, clock), $"{storeAt}, keys in {keysAt}");
        }
        catch
        {
            await pools.Store.DisposeAsync();
            await pools.Keys.DisposeAsync();
            throw;
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        await Keys.DisposeAsync();
    }
}
