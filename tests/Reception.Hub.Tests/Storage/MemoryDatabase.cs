using Reception.Chaos.Worlds;
using Reception.Hub.Cards;
using Reception.Hub.Storage;

namespace Reception.Hub.Tests.Storage;

/// <summary>The store of the worlds: what they prove holds only as far as it keeps the same contract.</summary>
internal sealed class MemoryDatabase : IDatabase
{
    private readonly MemoryHome _home = new();

    public Task<StoreHome> Start() => Task.FromResult<StoreHome>(_home);

    // What it holds outlives the nodes of a world, not the process.
    public Task<StoreHome> Restart() => Start();

    public ValueTask DisposeAsync() => _home.DisposeAsync();

    private sealed class MemoryHome : StoreHome
    {
        public override IVenueStore Store { get; } = new MemoryStore(() => TimeProvider.System.GetUtcNow(), Task.Delay);

        public override IKeyStore Keys { get; } = new MemoryKeys();

        public override string Place => "memory";

        public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}

public sealed class MemoryAppendTests : AppendContract
{
    private protected override IDatabase Database() => new MemoryDatabase();
}

public sealed class MemoryReadTests : ReadContract
{
    private protected override IDatabase Database() => new MemoryDatabase();
}

public sealed class MemorySessionTests : SessionContract
{
    private protected override IDatabase Database() => new MemoryDatabase();
}

public sealed class MemoryUpkeepTests : UpkeepContract
{
    private protected override IDatabase Database() => new MemoryDatabase();
}

public sealed class MemoryRaceTests : RaceContract
{
    private protected override IDatabase Database() => new MemoryDatabase();
}

public sealed class MemoryHoldTests : HoldContract
{
    private protected override IDatabase Database() => new MemoryDatabase();
}
