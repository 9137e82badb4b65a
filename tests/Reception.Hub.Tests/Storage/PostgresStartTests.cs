using Npgsql;
using Reception.Hub.Storage;
using Reception.Hub.Storage.Postgres;

namespace Reception.Hub.Tests.Storage;

/// <summary>What the hub refuses to start on, in words that say what to do and never say a password.</summary>
public sealed class PostgresStartTests : IAsyncLifetime
{
    private const string Secret = "of-a-test";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly PostgresDatabase _database = new();

    public Task InitializeAsync() => _database.Make();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Eight_nodes_that_start_together_migrate_once_and_all_go_on()
    {
        var homes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(_database.Open))).WaitAsync(Limit);

        await homes[0].Store.Register("yunqi", Append.Genesis);
        (await homes[7].Store.Venues()).Should().Equal("yunqi");
        homes.Select(home => home.Keys.Master).Should().AllBeEquivalentTo(homes[0].Keys.Master);
    }

    [Theory]
    [InlineData("Hots=db;Database=x", "--connection cannot be read*Host=db.example*")]
    [InlineData("Database=x", "--connection names no Host*")]
    [InlineData("Host=db", "--connection names no Database*")]
    [InlineData("Host=127.0.0.1;Port=1;Database=x;Password=of-a-test", "*database x at 127.0.0.1:1*cannot be reached*")]
    public async Task A_connection_that_leads_nowhere_is_refused(string connection, string words) => await Refused(connection, _database.Keys, words);

    [Fact]
    public async Task A_wrong_password_is_refused() =>
        await Refused(With(builder => builder.Password = "guessed"), _database.Keys, "*does not let this user in*user and password*");

    [Fact]
    public async Task A_database_that_is_not_there_is_refused() =>
        await Refused(With(builder => builder.Database = "nothing"), _database.Keys, "*There is no database nothing*CREATE DATABASE*");

    [Fact]
    public async Task Keys_beside_what_they_open_are_refused() =>
        await Refused(_database.Connection, _database.Connection, "*every backup would have both*--keys*");

    [Fact]
    public async Task A_database_that_can_only_be_read_is_refused() =>
        await Refused(With(builder => builder.Options = "-c default_transaction_read_only=on"), _database.Keys, "*can only be read*primary*");

    [Fact]
    public async Task A_user_without_rights_is_refused()
    {
        await _database.Sql("DO $$ BEGIN CREATE ROLE poor LOGIN PASSWORD 'of-a-test'; EXCEPTION WHEN duplicate_object THEN NULL; END $$");

        await Refused(With(builder => builder.Username = "poor"), _database.Keys, "*may not work on the database*owner*");
    }

    [Fact]
    public async Task A_store_of_a_newer_level_is_refused_and_one_with_a_newer_schema_is_not()
    {
        var home = await _database.Open();
        await _database.Sql("ALTER TABLE sessions ADD COLUMN newer text; INSERT INTO schema_scripts (scriptname, applied) VALUES ('Reception.Hub.Storage.Migrations.Postgres.9999_newer.sql', now())");
        await _database.Open();

        await home.Store.RaiseLevel(99);

        (await Refused(_database.Connection, _database.Keys, "*newer version*its level is 99*")).Failure.Should().Be(StoreFailure.Newer);
    }

    [Fact, Rule("P13")]
    public async Task Keys_of_another_store_are_refused_either_way_round()
    {
        await using var other = new PostgresDatabase();
        await using var theirs = await other.Start();
        await _database.Open();

        await Refused(_database.Connection, other.Keys, "*belongs to another store*");

        await theirs.Keys.FindOrMake("yunqi", ["g-1"]);
        await using var empty = new PostgresDatabase();
        await empty.Make();
        await Refused(empty.Connection, other.Keys, "*has the keys of 1 cards*is new*");
    }

    [Theory]
    [InlineData(PostgresErrorCodes.DiskFull, false, StoreFailure.Full)]
    [InlineData(PostgresErrorCodes.DiskFull, true, StoreFailure.Full)]
    [InlineData(PostgresErrorCodes.AdminShutdown, false, StoreFailure.Unavailable)]
    [InlineData(PostgresErrorCodes.AdminShutdown, true, StoreFailure.Unknown)]
    [InlineData(PostgresErrorCodes.CrashShutdown, true, StoreFailure.Unknown)]
    [InlineData(PostgresErrorCodes.QueryCanceled, true, StoreFailure.Unavailable)]
    [InlineData(PostgresErrorCodes.ReadOnlySqlTransaction, true, StoreFailure.Unavailable)]
    [InlineData(PostgresErrorCodes.UniqueViolation, true, null)]
    public void What_the_server_says_is_what_it_means_for_an_append(string code, bool writes, object? failure) =>
        Failures.Explain(new PostgresException("no", "ERROR", "ERROR", code), PostgresAddress.Parse(_database.Connection, "--connection"), writes)?.Failure
            .Should().Be((StoreFailure?)failure);

    private string With(Action<NpgsqlConnectionStringBuilder> change)
    {
        var builder = new NpgsqlConnectionStringBuilder(_database.Connection);
        change(builder);
        return builder.ConnectionString;
    }

    private static async Task<StoreException> Refused(string connection, string keys, string words)
    {
        var refused = (await FluentActions.Awaiting(() => PostgresHome.Open(connection, keys, TimeProvider.System)).Should().ThrowAsync<StoreException>().WithMessage(words)).Which;
        refused.Message.Should().NotContain(Secret);
        return refused;
    }
}
