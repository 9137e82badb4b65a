using Microsoft.Extensions.Logging.Abstractions;
using Reception.Hub.Storage;
using Reception.Hub.Storage.Sqlite;

namespace Reception.Hub.Tests.Storage;

/// <summary>A data folder of its own per test.</summary>
internal sealed class SqliteDatabase : IDatabase
{
    private DataFolder? _open;

    public string Folder { get; } = Directory.CreateTempSubdirectory("reception-").FullName;

    public string File => Path.Combine(Folder, DataFolder.StoreFile);

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    public DataFolder Open(Action<StoreException>? ended = null) =>
        _open = DataFolder.Open(Folder, Clock, NullLogger<SqliteStore>.Instance, ended);

    public Task<StoreHome> Start() => Task.FromResult<StoreHome>(Open());

    public async Task<StoreHome> Restart()
    {
        await Close();
        return Open();
    }

    public async Task Close()
    {
        if (_open is not null)
        {
            await _open.DisposeAsync();
            _open = null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_open is not null)
        {
            await _open.DisposeAsync();
        }

        Directory.Delete(Folder, recursive: true);
    }
}

public sealed class SqliteAppendTests : AppendContract
{
    private protected override IDatabase Database() => new SqliteDatabase();
}

public sealed class SqliteReadTests : ReadContract
{
    private protected override IDatabase Database() => new SqliteDatabase();
}

public sealed class SqliteSessionTests : SessionContract
{
    private protected override IDatabase Database() => new SqliteDatabase();
}

public sealed class SqliteUpkeepTests : UpkeepContract
{
    private protected override IDatabase Database() => new SqliteDatabase();
}

public sealed class SqliteRaceTests : RaceContract
{
    private protected override IDatabase Database() => new SqliteDatabase();
}

public sealed class SqliteHoldTests : HoldContract
{
    private protected override IDatabase Database() => new SqliteDatabase();
}

public sealed class SqliteKeyTests : KeyContract
{
    private protected override IDatabase Database(TimeProvider clock) => new SqliteDatabase { Clock = clock };
}
