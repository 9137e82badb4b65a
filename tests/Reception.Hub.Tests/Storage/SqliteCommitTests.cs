using Microsoft.Data.Sqlite;
using Reception.Hub.Storage;
using Reception.Hub.Storage.Sqlite;

namespace Reception.Hub.Tests.Storage;

/// <summary>How the embedded store commits: flushed, gathered, inline when idle, and each on its own when something goes wrong.</summary>
public sealed class SqliteCommitTests : IAsyncLifetime
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private readonly SqliteDatabase _database = new();
    private SqliteStore _store = null!;

    public async Task InitializeAsync()
    {
        _store = _database.Open().Store;
        await _store.Register("yunqi", Append.Genesis);
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact, Rule("P1")]
    public async Task A_commit_is_flushed_and_never_pays_for_a_checkpoint()
    {
        (await Pragma("synchronous")).Should().Be(2, "FULL flushes the WAL at every commit");
        (await Pragma("wal_autocheckpoint")).Should().Be(0);
        (await _store.Write(db => db.First("PRAGMA journal_mode", row => row.GetString(0)))).Should().Be("wal");
    }

    [Fact]
    public async Task What_waits_while_a_commit_runs_goes_into_one_transaction()
    {
        const int Venues = 50;
        foreach (var venue in Enumerable.Range(0, Venues))
        {
            await _store.Register($"v{venue}", Append.Genesis);
        }

        var before = _store.Transactions;
        var waiting = await WhileTheWriterIsBusy(() =>
            Enumerable.Range(0, Venues).Select(v => _store.Send(Append.Empty($"v{v}", "c-1"))).ToList());
        var results = await Task.WhenAll(waiting).WaitAsync(Limit);

        results.Should().AllBeOfType<Committed>();
        (_store.Transactions - before).Should().Be(2, "one for what kept the writer busy, one for all that waited");
    }

    [Fact]
    public async Task When_nothing_waits_the_callers_own_thread_commits_at_once()
    {
        var caller = Environment.CurrentManagedThreadId;
        var done = _store.Write(_ => Environment.CurrentManagedThreadId);

        done.IsCompletedSuccessfully.Should().BeTrue();
        (await done).Should().Be(caller);
    }

    [Fact]
    public async Task Work_that_the_database_rejects_spoils_only_itself()
    {
        Task<int> bad = null!;
        var good = await WhileTheWriterIsBusy(() =>
        {
            var first = _store.Send(Append.Empty("yunqi", "c-1"));
            bad = _store.Write(db => db.Execute("INSERT INTO installation (id) VALUES (x'00')"));
            return new[] { first, _store.Send(Append.Empty("yunqi", "c-1").Then("c-2")) };
        });

        (await Task.WhenAll(good).WaitAsync(Limit)).Should().AllBeOfType<Committed>();
        await bad.Invoking(b => b.WaitAsync(Limit)).Should().ThrowAsync<SqliteException>();
        (await _store.Entries("yunqi", 0, 10)).Should().HaveCount(2);
    }

    [Fact]
    public async Task A_full_disk_refuses_in_words_leaves_nothing_half_done_and_goes_on_when_there_is_room()
    {
        var pages = await Pragma("page_count");
        await Pragma($"max_page_count = {pages + 4}");
        var two = Append.Empty("yunqi", "c-1", "c-2");
        var big = two with
        {
            Entries = [two.Entries[0], two.Entries[1] with { Body = new byte[200_000] }],
            Cards = [new("g-1", 1, [1])],
        };

        var refused = await _store.Invoking(s => s.Send(big)).Should().ThrowAsync<StoreException>().WithMessage("*free some space*");

        refused.Which.Failure.Should().Be(StoreFailure.Full);
        (await _store.Head("yunqi"))!.Head.Should().Be(0);
        (await _store.Entries("yunqi", 0, 10)).Should().BeEmpty();
        (await _store.Card("yunqi", "g-1")).Should().BeNull();

        await Pragma("max_page_count = 1000000");
        await _store.Write(big);
        (await _store.Entries("yunqi", 0, 10)).Should().HaveCount(2);
    }

    [Fact]
    public async Task After_a_failed_flush_nothing_is_answered_any_more_and_the_host_is_told_once()
    {
        await _database.Close();
        var told = new List<StoreException>();
        var store = _database.Open(told.Add).Store;
        const int IoError = 10, Fsync = 1034;

        // The failure itself is made in another rig; here only what follows from it.
        await store.Invoking(s => s.Write<int>(_ => throw new SqliteException("disk I/O error", IoError, Fsync)))
            .Should().ThrowAsync<StoreException>().Where(e => e.Failure == StoreFailure.Broken);

        await store.Invoking(s => s.Send(Append.Empty("yunqi", "c-1"))).Should().ThrowAsync<StoreException>().Where(e => e.Failure == StoreFailure.Broken);
        await store.Invoking(async s => await s.Head("yunqi")).Should().ThrowAsync<StoreException>();
        told.Should().ContainSingle();
    }

    [Fact, Rule("P1")]
    public async Task What_waits_when_the_store_is_closed_is_still_committed()
    {
        Task closing = null!;
        var waiting = await WhileTheWriterIsBusy(() =>
        {
            var append = _store.Send(Append.Empty("yunqi", "c-1"));
            closing = Task.Run(_database.Close);
            return new[] { append };
        });
        await closing.WaitAsync(Limit);

        (await waiting[0].WaitAsync(Limit)).Should().BeOfType<Committed>();
        await _store.Invoking(s => s.Send(Append.Empty("yunqi", "c-2"))).Should().ThrowAsync<StoreException>()
            .Where(e => e.Failure == StoreFailure.Unavailable);
        (await _database.Open().Store.Entries("yunqi", 0, 10)).Should().ContainSingle();
    }

    private async Task<long> Pragma(string text) => await _store.Write(db => db.Number("PRAGMA " + text));

    /// <summary>Holds the writer inside a transaction while <paramref name="queue"/> lines things up behind it.</summary>
    private async Task<T> WhileTheWriterIsBusy<T>(Func<T> queue)
    {
        using var entered = new ManualResetEventSlim();
        using var release = new ManualResetEventSlim();
        var busy = Task.Run(() => _store.Write(_ =>
        {
            entered.Set();
            return release.Wait(Limit);
        }));
        entered.Wait(Limit).Should().BeTrue();
        var queued = queue();
        release.Set();
        (await busy.WaitAsync(Limit)).Should().BeTrue();
        return queued;
    }
}
