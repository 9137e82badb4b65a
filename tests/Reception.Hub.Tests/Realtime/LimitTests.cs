using System.Net;
using System.Net.Http.Json;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Reception.Contracts;
using Reception.Hub.Realtime;
using Reception.Hub.Tests.Views;

namespace Reception.Hub.Tests.Realtime;

/// <summary>F31: a flood is refused in words, slowed down or turned away; the others do not feel it.</summary>
public sealed class LimitTests
{
    [Fact]
    public async Task So_many_sockets_from_one_address_and_the_next_when_one_has_gone()
    {
        await using var hub = await LiveHub.Start(options => options.ConnectionsPerAddress = 3, From(IPAddress.Parse("192.0.2.7")));
        var session = await hub.SignIn(Day.Valet);
        var clients = new List<WireClient>();
        for (var one = 0; one < 3; one++)
        {
            clients.Add(await hub.Connect(await hub.SignIn(Day.Valet)));
        }

        (await hub.Awaiting(one => one.Connect(session)).Should().ThrowAsync<WebSocketException>()).Which.Message.Should().Contain("429");
        using var asked = await hub.Http(session).GetAsync(new Uri("/hub", UriKind.Relative));
        var problem = (await asked.Content.ReadFromJsonAsync<Problem>(WireJson.Options))!;
        problem.Should().Match<Problem>(said => said.Code == "too-many-connections" && said.Words.Zh.Contains("连接太多") && said.Words.En.Contains("Too many connections"));

        await clients[0].DisposeAsync();
        var started = TimeProvider.System.GetTimestamp();
        while ((await hub.Http(session).GetAsync(new Uri("/hub", UriKind.Relative))).StatusCode == HttpStatusCode.TooManyRequests)
        {
            TimeProvider.System.GetElapsedTime(started).Should().BeLessThan(LiveHub.Patience, "its place is free");
        }

        await (await hub.Connect(session)).Join();
    }

    [Fact]
    public async Task This_machine_s_own_proxy_is_not_one_address()
    {
        await using var hub = await LiveHub.Start(options => options.ConnectionsPerAddress = 1);
        await hub.Join(Day.Valet);
        await hub.Join(Day.Boss);
    }

    [Fact]
    public async Task Who_joins_again_and_again_is_read_more_slowly()
    {
        await using var hub = await LiveHub.Start(options => (options.JoinsPerSecond, options.JoinBurst) = (5, 3));
        var valet = await hub.Join(Day.Valet);
        var started = TimeProvider.System.GetTimestamp();
        for (var times = 0; times < 8; times++)
        {
            await valet.Join(reach: "sound");
        }

        TimeProvider.System.GetElapsedTime(started).Should().BeGreaterThan(TimeSpan.FromMilliseconds(800));
        (await valet.Do(Kinds.DutyStart, ("positions", "parking-valet"))).Ok.Should().BeTrue();
    }

    [Fact]
    public async Task Who_reports_too_much_is_read_more_slowly_and_nothing_is_lost()
    {
        await using var hub = await LiveHub.Start(options => (options.CommandsPerSecond, options.CommandBurst) = (20, 10));
        var valet = await hub.Join(Day.Valet);
        var bar = await hub.Join(Day.Bar);
        await valet.Do(Kinds.DutyStart, ("positions", "parking-valet"));
        await bar.Do(Kinds.DutyStart, ("positions", "water-bar"));
        var alert = (await valet.Do(Kinds.AlertRaise, ("phrase", "guest-asks"), ("to", "water-bar"), ("place", "table-1"))).Created!["alert"];

        for (var times = 0; times < 30; times++)
        {
            await bar.Report(new(0, [], [], "tone"));
        }

        var started = TimeProvider.System.GetTimestamp();
        await bar.Report(new(0, [], [alert], "voice"));
        (await bar.Do(Kinds.DutyBack)).Code.Should().NotBe("too-many");
        TimeProvider.System.GetElapsedTime(started).Should().BeGreaterThan(TimeSpan.FromMilliseconds(500), "twenty of them waited for their turn");
        await valet.Until(changes => changes.Receipts?.Any(receipt => receipt.People.Any(person => person.Heard is not null)) == true);
    }

    [Theory]
    [InlineData("sync")]
    [InlineData("report")]
    public async Task Polls_and_reports_over_HTTP_have_limits_of_their_own(string path)
    {
        await using var hub = await LiveHub.Start(options =>
            (options.SyncsPerSecond, options.SyncBurst, options.CommandsPerSecond, options.CommandBurst) = (1, 5, 1, 5));
        var http = hub.Http(await hub.SignIn(Day.Valet));
        var other = hub.Http(await hub.SignIn(Day.Boss));
        Task<HttpResponseMessage> Ask(HttpClient who) => path == "sync"
            ? who.GetAsync(new Uri("/sync?since=0", UriKind.Relative))
            : who.PostAsJsonAsync("/report", new Report(0, [], [], "tone"), WireJson.Options);

        HttpResponseMessage? refused = null;
        for (var times = 0; times < 10 && refused is null; times++)
        {
            var answer = await Ask(http);
            refused = answer.StatusCode == HttpStatusCode.TooManyRequests ? answer : null;
        }

        refused.Should().NotBeNull();
        refused!.Headers.RetryAfter.Should().NotBeNull();
        (await refused.Content.ReadFromJsonAsync<Problem>(WireJson.Options))!.Should().Match<Problem>(said => said.Code == "too-many" && said.Words.Zh.Length > 0 && said.Words.En.Length > 0);
        (await Ask(other)).IsSuccessStatusCode.Should().BeTrue("another session is not concerned");
    }

    /// <summary>Everybody comes from there.</summary>
    private static Action<WebApplicationBuilder> From(IPAddress address) => builder => builder.Services.AddSingleton<IStartupFilter>(new FromAddress(address));

    private sealed class FromAddress(IPAddress address) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(async (context, rest) =>
            {
                context.Connection.RemoteIpAddress = address;
                await rest(context);
            });
            next(app);
        };
    }
}
