using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Reception.Client;
using Reception.Hub.Diagnostics;
using Reception.Hub.Storage;
using Reception.Hub.Tests.Builders;
using Reception.Servers;

namespace Reception.Hub.Tests.Nodes;

/// <summary>Redis makes nodes hear of each other at once, and nothing else depends on it.</summary>
public sealed class RedisTests
{
    [Fact]
    public async Task What_one_node_writes_the_other_shows_without_asking_the_store()
    {
        await using var redis = await RedisServer.Start();
        await using var nodes = await TwoNodes.Start(change: Blind, options: start => start with { Redis = redis.Address });
        var valet = await nodes.A.OnDuty("parking-valet");
        var manager = await nodes.B.OnDuty("customer-manager");
        await valet.Reached(manager.Cursor.Seq).WaitAsync(RunningHub.Limit);
        var before = BlindStore.Of(nodes.B).Reads;

        var raised = await valet.Raise("guest-asks", ["customer-manager"]).WaitAsync(RunningHub.Limit);

        await manager.Reached(raised.Seq).WaitAsync(RunningHub.Limit);
        manager.Views.Alerts.Should().ContainKey(raised.Created!["alert"]);
        BlindStore.Of(nodes.B).Reads.Should().Be(before, "the entries came along");
    }

    [Fact, Rule("P10")]
    public async Task Redis_killed_and_back_again_is_amber_and_nothing_is_lost()
    {
        await using var redis = await RedisServer.Start();
        await using var nodes = await TwoNodes.Start(options: start => start with { Redis = redis.Address });
        var valet = await nodes.A.OnDuty("parking-valet");
        var manager = await nodes.B.OnDuty("customer-manager");

        await redis.Signal("KILL");
        for (var call = 0; call < 10; call++)
        {
            var raised = await valet.Raise("guest-asks", ["customer-manager"]).WaitAsync(RunningHub.Limit);
            raised.Ok.Should().BeTrue("who calls does not notice");
            await manager.Reached(raised.Seq).WaitAsync(RunningHub.Limit);
        }

        await Until(nodes.A, limits => limits.Any(limit => limit.Contains("does not answer", StringComparison.Ordinal)));
        await redis.Stop();
        await redis.StartAgain();
        await Until(nodes.A, limits => limits.Count == 0);
        await Until(nodes.B, limits => limits.Count == 0);
        var last = await valet.Raise("guest-asks", ["customer-manager"]).WaitAsync(RunningHub.Limit);
        await manager.Reached(last.Seq).WaitAsync(RunningHub.Limit);
        manager.Views.Alerts.Should().HaveCountGreaterThanOrEqualTo(11);
    }

    [Theory]
    [InlineData("password=guessed")]
    [InlineData("user=nobody,password=of-a-test")]
    public async Task A_wrong_password_is_said_in_words_and_the_hub_works_without(string credentials)
    {
        await using var redis = await RedisServer.Start("--requirepass", "of-a-test");
        await using var hub = await RunningHub.Start(options: start => start with { Redis = $"{redis.Address},{credentials}" });

        await Until(hub, limits => limits.Any(limit => limit.Contains("refuses the user or the password", StringComparison.Ordinal)));

        Limits(hub).Should().NotContain(limit => limit.Contains("guessed", StringComparison.Ordinal) || limit.Contains("of-a-test", StringComparison.Ordinal));
        (await (await hub.OnDuty("parking-valet")).Raise("guest-asks", ["customer-manager"]).WaitAsync(RunningHub.Limit)).Ok.Should().BeTrue();
        using var api = new HubApi(hub.Url);
        var (ready, body) = await api.Ready();
        ready.Should().BeTrue("it does all its work");
        body.Should().Contain("refuses the user");
    }

    /// <summary>The rights that the runbook names, and no other.</summary>
    [Fact, Rule("P9")]
    public async Task The_least_rights_are_enough_and_do_not_reach_anything_else()
    {
        await using var redis = await RedisServer.Start(
            ["--user", "reception", .. "on >of-a-test resetchannels &reception:* -@all +ping +publish +subscribe +unsubscribe".Split(' '), "--user", "default", "off"]);
        await using var nodes = await TwoNodes.Start(change: Blind, options: start => start with { Redis = $"{redis.Address},user=reception,password=of-a-test" });
        var valet = await nodes.A.OnDuty("parking-valet");
        var manager = await nodes.B.OnDuty("customer-manager");

        var raised = await valet.Raise("guest-asks", ["customer-manager"]).WaitAsync(RunningHub.Limit);

        await manager.Reached(raised.Seq).WaitAsync(RunningHub.Limit);
        await Until(nodes.A, limits => limits.Count == 0);
    }

    private static IReadOnlyList<string> Limits(RunningHub hub) => hub.Services.GetRequiredService<Limits>().All;

    private static async Task Until(RunningHub hub, Func<IReadOnlyList<string>, bool> wanted)
    {
        using var limit = new CancellationTokenSource(RunningHub.Limit);
        while (!wanted(Limits(hub)) && !limit.IsCancellationRequested)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), CancellationToken.None);
        }

        wanted(Limits(hub)).Should().BeTrue("after all this time it says: {0}", string.Join(' ', Limits(hub)));
    }

    private static void Blind(WebApplicationBuilder builder) =>
        builder.Services.AddSingleton(all => BlindStore.For(all.GetRequiredService<StoreHome>().Store));

    /// <summary>A store that does not say where logs end, so that only Redis can tell; and that counts who reads on.</summary>
#pragma warning disable CA1852 // The proxy is a subclass made at run time.
    internal class BlindStore : DispatchProxy
#pragma warning restore CA1852
    {
        private IVenueStore _store = null!;
        private int _reads;

        public int Reads => _reads;

        public static IVenueStore For(IVenueStore store)
        {
            var proxy = Create<IVenueStore, BlindStore>();
            ((BlindStore)(object)proxy)._store = store;
            return proxy;
        }

        public static BlindStore Of(RunningHub hub) => (BlindStore)(object)hub.Services.GetRequiredService<IVenueStore>();

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            if (targetMethod!.Name == nameof(IVenueStore.Heads))
            {
                return new ValueTask<IReadOnlyList<VenueHead>>([]);
            }

            _reads += targetMethod.Name == nameof(IVenueStore.Entries) ? 1 : 0;
            // The store belongs to its home.
            return targetMethod.Name == nameof(IAsyncDisposable.DisposeAsync)
                ? ValueTask.CompletedTask
                : targetMethod.Invoke(_store, BindingFlags.DoNotWrapExceptions, null, args, null);
        }
    }
}
