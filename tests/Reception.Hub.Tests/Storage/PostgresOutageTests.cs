using Reception.Hub.Storage;
using Reception.Servers;

namespace Reception.Hub.Tests.Storage;

/// <summary>A server of one's own that goes away: what was answered is there, what was not is said to be unknown or not done, and it goes on by itself.</summary>
public sealed class PostgresOutageTests : IAsyncLifetime
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private PostgresServer _server = null!;
    private StoreHome _home = null!;

    private IVenueStore Store => _home.Store;

    public async Task InitializeAsync()
    {
        _server = await PostgresServer.Start();
        _home = await Reception.Hub.Storage.Postgres.PostgresHome.Open(await _server.MakeDatabase("logs"), await _server.MakeDatabase("keys"), TimeProvider.System);
        await Store.Register("yunqi", Append.Genesis);
    }

    public async Task DisposeAsync()
    {
        await _home.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact, Rule("P1")]
    public async Task What_was_answered_is_there_after_the_server_was_killed_and_the_same_append_settles_what_was_not()
    {
        var (last, answered) = (Append.Empty("yunqi", "c-0"), 0);
        await Store.Write(last);
        // Killed while appends run one after the other; the one under way gets no answer.
        var killing = Task.Run(async () =>
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100));
            await _server.Signal("KILL");
        });
        var next = last.Then("c-1");
        for (StoreException? failed = null; failed is null;)
        {
            try
            {
                (await Store.Send(next).WaitAsync(Limit)).Should().BeOfType<Committed>();
                (last, answered) = (next, answered + 1);
                next = last.Then($"c-{answered + 1}");
            }
            catch (StoreException cause)
            {
                failed = cause;
                cause.Failure.Should().BeOneOf(StoreFailure.Unknown, StoreFailure.Unavailable);
            }
        }

        await killing;
        await _server.Stop();
        (await FluentActions.Awaiting(() => Store.Send(next)).Should().ThrowAsync<StoreException>()).Which.Failure.Should().Be(StoreFailure.Unavailable, "nothing is sent where nobody listens");
        await _server.StartAgain();

        (await Again(next)).Should().BeOfType<Committed>();
        var entries = await Store.Entries("yunqi", 0, 100_000);
        entries.Select(entry => entry.CommandId).Should().Equal(Enumerable.Range(0, answered + 2).Select(i => $"c-{i}"), "each once, in order");
    }

    [Fact, Rule("P2")]
    public async Task A_hold_that_its_node_forgot_is_taken_back()
    {
        await using var forgotten = await Store.Hold("yunqi");
        var request = Append.Empty("yunqi", "c-1");

        (await Again(request)).Should().BeOfType<Committed>();
        (await FluentActions.Awaiting(async () => await forgotten.Append(request.Then("c-2"))).Should().ThrowAsync<StoreException>()).Which.Failure
            .Should().BeOneOf(StoreFailure.Unknown, StoreFailure.Unavailable);
        (await Store.Head("yunqi"))!.Head.Should().Be(1);
    }

    /// <summary>As a writer does: until it knows.</summary>
    private async Task<AppendResult> Again(AppendRequest request)
    {
        using var limit = new CancellationTokenSource(Limit);
        while (true)
        {
            try
            {
                return await Store.Send(request).WaitAsync(limit.Token);
            }
            catch (StoreException) when (!limit.IsCancellationRequested)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), limit.Token);
            }
        }
    }
}
