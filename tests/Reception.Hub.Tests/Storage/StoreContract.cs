using Reception.Hub.Storage;

namespace Reception.Hub.Tests.Storage;

/// <summary>A database that the contract suite runs on. Another one joins by implementing this and naming itself in one line per suite.</summary>
internal interface IDatabase : IAsyncDisposable
{
    /// <summary>A new, empty store and its keys.</summary>
    Task<StoreHome> Start();

    /// <summary>The same once more, after a restart.</summary>
    Task<StoreHome> Restart();
}

/// <summary>One new store per test, with two known venues.</summary>
public abstract class StoreContract : IAsyncLifetime
{
    protected const string Venue = "yunqi";
    protected const string Other = "binjiang";

    private IDatabase _database = null!;

    private protected StoreHome Home { get; private set; } = null!;

    private protected IVenueStore Store => Home.Store;

    private protected abstract IDatabase Database();

    public async Task InitializeAsync()
    {
        _database = Database();
        Home = await _database.Start();
        await Store.Register(Venue, Append.Genesis);
        await Store.Register(Other, Append.Genesis);
    }

    private protected async Task Restart() => Home = await _database.Restart();

    public async Task DisposeAsync() => await _database.DisposeAsync();
}
