using System.Globalization;
using System.Runtime.Versioning;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Reception.Hub.Cards;
using Reception.Hub.Storage;
using Reception.Hub.Storage.Sqlite;

namespace Reception.Hub.Tests.Storage;

/// <summary>What the hub refuses to start on, in words; and what it finds after it was stopped in whatever way.</summary>
public sealed class DataFolderTests : IAsyncLifetime
{
    private readonly SqliteDatabase _database = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task A_second_hub_on_the_same_folder_is_refused_until_the_first_has_gone()
    {
        await using (DataFolder.Open(_database.Folder, TimeProvider.System, Quiet))
        {
            Refused(StoreFailure.Unavailable, "*in use by another hub*");
        }

        _database.Open();
    }

    [Fact]
    public async Task A_damaged_header_is_refused()
    {
        await Filled();
        await Overwrite(0, 100);

        Refused(StoreFailure.Corrupt, "*damaged*backup*");
    }

    [Fact]
    public async Task A_damaged_page_is_refused()
    {
        await Filled();
        await Overwrite(8192, new FileInfo(_database.File).Length - 8192);

        Refused(StoreFailure.Corrupt, "*damaged*backup*");
    }

    [Fact]
    public async Task A_store_of_a_newer_version_is_refused_and_left_as_it_is()
    {
        await Filled();
        using (var session = SqliteSession.Open(_database.File, SqliteOpenMode.ReadWrite))
        {
            session.Execute("UPDATE hub_level SET level = 99");
        }

        var before = await File.ReadAllBytesAsync(_database.File);
        Refused(StoreFailure.Newer, "*newer version*");
        (await File.ReadAllBytesAsync(_database.File)).Should().Equal(before);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_to_is_refused_and_one_that_is_not_there_is_made()
    {
        // Not even the administrator can make a file there.
        FluentActions.Invoking(() => DataFolder.Open("/proc/self", TimeProvider.System, Quiet))
            .Should().Throw<StoreException>().WithMessage("*cannot be made or written to*--data*");

        await using var made = DataFolder.Open(Path.Combine(_database.Folder, "two/below"), TimeProvider.System, Quiet);
        (await made.Store.Venues()).Should().BeEmpty();
    }

    [Fact]
    public async Task A_store_without_its_key_file_is_refused()
    {
        await Filled();
        File.Delete(KeyFilePath);

        Refused(StoreFailure.Corrupt, "*missing or belongs to another store*");
    }

    [Fact]
    public async Task Keys_without_their_store_are_refused_and_kept()
    {
        await _database.Open().Keys.FindOrMake("yunqi", ["g-1"]);
        await _database.Close();
        File.Delete(_database.File);

        Refused(StoreFailure.Corrupt, "*keys of 1 cards*");
    }

    [Fact]
    public async Task A_first_start_that_was_cut_short_can_be_repeated()
    {
        await KeyFile.Open(KeyFilePath, TimeProvider.System).DisposeAsync();

        (await _database.Open().Store.Venues()).Should().BeEmpty();
    }

    [Fact, Rule("P1")]
    public async Task What_was_committed_is_there_when_the_process_ended_without_a_word()
    {
        var store = _database.Open().Store;
        await store.Register("yunqi", Append.Genesis);
        var request = Append.Empty("yunqi", "c-1", "c-2");
        await store.Write(request);

        // The files as they lie on the disk while the first still runs: what a killed process leaves behind.
        await using var after = new SqliteDatabase();
        foreach (var file in Directory.GetFiles(_database.Folder).Where(f => !f.EndsWith(DataFolder.LockFile, StringComparison.Ordinal)))
        {
            File.Copy(file, Path.Combine(after.Folder, Path.GetFileName(file)));
        }

        (await after.Open().Store.Entries("yunqi", 0, 10)).Should().BeEquivalentTo(request.Entries);
    }

    [Fact]
    public async Task Pages_are_copied_back_in_the_background()
    {
        var clock = new FakeTimeProvider(Append.Noon);
        await using var database = new SqliteDatabase { Clock = clock };
        var store = database.Open().Store;
        await store.Register("yunqi", Append.Genesis);
        await store.Write(Append.Empty("yunqi", [.. Enumerable.Range(0, 500).Select(i => $"c-{i}")]));
        var before = new FileInfo(database.File).Length;

        SpinWait.SpinUntil(
            () =>
            {
                clock.Advance(TimeSpan.FromMilliseconds(200));
                return new FileInfo(database.File).Length > before;
            },
            TimeSpan.FromSeconds(10)).Should().BeTrue();
    }

    [Fact, Rule("P11")]
    public async Task A_clock_that_went_back_makes_vouching_begin_anew()
    {
        var clock = new FakeTimeProvider(Append.Noon) { AutoAdvanceAmount = TimeSpan.Zero };
        await using var database = new SqliteDatabase { Clock = clock };
        var store = database.Open().Store;
        await store.Vouch("n-1", [new("yunqi", "d-1")], TimeSpan.FromMinutes(1));

        clock.AdjustTime(Append.Noon.AddHours(-1));
        var sweep = await store.Vouch("n-1", [], TimeSpan.FromMinutes(1));

        sweep.WholeSince.Should().Be(Append.Noon.AddHours(-1));
        (await store.Unvouched(Append.Noon.AddHours(-1).AddTicks(1))).Should().ContainSingle("its sign of life must not lie in the future");
    }

    [Theory]
    [SupportedOSPlatform("linux")]
    [InlineData(DataFolder.StoreFile)]
    [InlineData(DataFolder.KeyFileName)]
    public async Task Only_the_hubs_account_can_read_the_files(string file)
    {
        await Filled();

        File.GetUnixFileMode(Path.Combine(_database.Folder, file)).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public void Every_script_ends_with_its_own_number()
    {
        var assembly = typeof(IVenueStore).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.EndsWith(".sql", StringComparison.Ordinal) && !n.Contains(".Postgres", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            var number = int.Parse(name.Split('.')[^2][..4], CultureInfo.InvariantCulture);
            reader.ReadToEnd().Should().EndWith($"PRAGMA user_version = {number};\n", name);
        }
    }

    private static NullLogger<SqliteStore> Quiet =>
        NullLogger<SqliteStore>.Instance;

    private string KeyFilePath => Path.Combine(_database.Folder, DataFolder.KeyFileName);

    private void Refused(StoreFailure failure, string words) =>
        _database.Invoking(d => d.Open()).Should().Throw<StoreException>().WithMessage(words).Which.Failure.Should().Be(failure);

    private async Task Filled()
    {
        var store = _database.Open().Store;
        await store.Register("yunqi", Append.Genesis);
        await store.Write(Append.Empty("yunqi", [.. Enumerable.Range(0, 200).Select(i => $"c-{i}")]));
        await _database.Close();
    }

    private async Task Overwrite(long from, long length)
    {
        await using var file = File.OpenWrite(_database.File);
        file.Position = from;
        await file.WriteAsync(Append.Bytes((int)length, 0xA5));
    }
}
