using Microsoft.Extensions.Logging.Abstractions;
using Reception.Contracts;
using Reception.Hub.Diagnostics;
using Reception.Hub.Storage;
using Reception.Hub.Storage.Sqlite;
using Reception.Hub.Tests.Infrastructure;
using Reception.Hub.Tests.Storage;

namespace Reception.Hub.Tests.Hosting;

/// <summary><c>db migrate</c>, <c>db level</c>, <c>db copy</c>, <c>backup</c>, <c>restore</c>: what an operator does to a store.</summary>
public sealed class StoreCommandTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("reception-commands-").FullName;
    private readonly StringWriter _said = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_folder_is_copied_to_PostgreSQL_with_everything_and_a_session_goes_on_there()
    {
        await using var hub = await HubFixture.Start();
        var valet = await hub.SignIn("valet");
        await valet.TakePosition("parking-valet");
        var before = await hub.Store.Entries(Builders.TestVenue.Id, 0, 1000);
        await hub.Stop();
        await using var database = new PostgresDatabase();
        await database.Make();
        StoreOptions to = new() { Kind = StoreOptions.Postgres, Connection = database.Connection, Keys = database.Keys };

        (await DbCommand.Copy(hub.Folder, to, _said, CancellationToken.None)).Should().Be(0, "{0}", _said);

        _said.ToString().Should().Contain($"entries: {before.Count} rows").And.Contain("sessions: 1 rows").And.Contain("whole; mark");
        await FluentActions.Awaiting(() => DbCommand.Copy(hub.Folder, to, _said, CancellationToken.None)).Should().ThrowAsync<StoreException>().WithMessage("*is not empty*");
        await using var there = new HubFixture { Options = new() { Demo = true, Crew = false, Store = StoreOptions.Postgres, Connection = database.Connection, Keys = database.Keys } };
        await there.InitializeAsync();
        (await there.Store.Entries(Builders.TestVenue.Id, 0, before.Count)).Should().BeEquivalentTo(before, like => like.WithStrictOrdering());
        using var moved = new HttpClient { BaseAddress = there.Address, DefaultRequestHeaders = { Authorization = new("Bearer", valet.Session.Token) } };
        (await moved.GetAsync(new Uri("me", UriKind.Relative))).IsSuccessStatusCode.Should().BeTrue();
        valet.Dispose();
    }

    [Fact]
    public async Task The_level_is_shown_and_raised_and_no_further_than_this_version_knows()
    {
        await using (DataFolder.Open(_folder, TimeProvider.System, NullLogger<SqliteStore>.Instance))
        {
        }

        (await DbCommand.Level(new() { Folder = _folder }, null, _said, CancellationToken.None)).Should().Be(0);
        _said.ToString().Should().Contain("level 1; this version knows 1");
        await FluentActions.Awaiting(() => DbCommand.Level(new() { Folder = _folder }, 2, _said, CancellationToken.None))
            .Should().ThrowAsync<StartRefusedException>().WithMessage("*cannot raise a store to 2*");
    }

    [Fact]
    public async Task A_database_is_made_by_migrating_and_refused_by_what_only_looks()
    {
        await using var database = new PostgresDatabase();
        await database.Make();
        StoreOptions at = new() { Kind = StoreOptions.Postgres, Connection = database.Connection, Keys = database.Keys };

        await FluentActions.Awaiting(() => DbCommand.Check(at, _said, CancellationToken.None)).Should().ThrowAsync<StoreException>().WithMessage("*db migrate*");
        (await DbCommand.Migrate(at, _said, CancellationToken.None)).Should().Be(0);
        (await DbCommand.Check(at, _said, CancellationToken.None)).Should().Be(0);
    }

    [Fact]
    public async Task A_running_hub_is_backed_up_and_what_came_later_is_gone_after_a_restore()
    {
        await using var hub = await HubFixture.Start();
        using var valet = await hub.SignIn("valet");
        await valet.TakePosition("parking-valet");
        string store = Path.Combine(_folder, "a", "store.db"), keys = Path.Combine(_folder, "b", "keys.db");

        (await BackupCommand.Run(hub.Folder, store, keys, _said)).Should().Be(0);
        var head = (await hub.Store.Head(Builders.TestVenue.Id))!;
        await valet.Ok(Kinds.DutyEnd);
        await FluentActions.Awaiting(() => RestoreCommand.Run(hub.Folder, store, keys, _said, CancellationToken.None)).Should().ThrowAsync<StoreException>().WithMessage("*in use by another hub*");
        await hub.Stop();
        (await RestoreCommand.Run(hub.Folder, store, keys, _said, CancellationToken.None)).Should().Be(0, "{0}", _said);

        Directory.GetDirectories(hub.Folder, "before-restore-*").Should().ContainSingle("what was there is kept");
        await using var folder = DataFolder.Open(hub.Folder, TimeProvider.System, NullLogger<SqliteStore>.Instance);
        (await folder.Store.Head(Builders.TestVenue.Id))!.Should().BeEquivalentTo(head, like => like.Excluding(one => one.StoreTime));
    }

    [Fact, Rule("P13")]
    public async Task Store_and_keys_are_not_backed_up_side_by_side()
    {
        await FluentActions.Awaiting(() => BackupCommand.Run(_folder, Path.Combine(_folder, "s"), Path.Combine(_folder, "k"), _said))
            .Should().ThrowAsync<StartRefusedException>().WithMessage("*side by side*");
    }

    [Fact]
    public async Task A_backup_with_the_keys_of_another_store_is_refused_and_nothing_changes()
    {
        await using SqliteDatabase mine = new(), theirs = new();
        mine.Open();
        theirs.Open();
        await mine.Close();
        await BackupCommand.Run(theirs.Folder, Path.Combine(_folder, "theirs.db"), null, _said);

        await FluentActions.Awaiting(() => RestoreCommand.Run(mine.Folder, Path.Combine(_folder, "theirs.db"), null, _said, CancellationToken.None))
            .Should().ThrowAsync<StoreException>().WithMessage("*belongs to another store*");

        await using var still = DataFolder.Open(mine.Folder, TimeProvider.System, NullLogger<SqliteStore>.Instance);
        Directory.Exists(Path.Combine(mine.Folder, "restoring")).Should().BeFalse();
    }
}
