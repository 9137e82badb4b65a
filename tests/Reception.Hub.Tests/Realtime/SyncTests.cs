using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Reception.Contracts;
using Reception.Domain.Positions;
using Reception.Hub.Realtime;
using Reception.Hub.Tests.Views;

namespace Reception.Hub.Tests.Realtime;

public sealed class SyncTests
{
    [Fact]
    public async Task A_client_without_a_socket_waits_and_hears()
    {
        await using var hub = await LiveHub.Start();
        var session = await hub.SignIn(Day.Valet);
        var mirror = await Settle(hub, session);

        var waiting = hub.Sync(session, mirror, wait: 10);
        var boss = await hub.Join(Day.Boss);
        var duty = await boss.Do(Kinds.DutyStart, ("positions", "supervisor"));
        mirror.Apply(await waiting).Should().BeTrue();
        while (mirror.Cursor < duty.Seq)
        {
            mirror.Apply(await hub.Sync(session, mirror, wait: 10)).Should().BeTrue();
        }

        ((StaffView)mirror.Views[("staff", Day.Boss)]).State.Should().Be("on");
    }

    [Fact]
    public async Task Nothing_new_is_a_head_at_once_and_after_the_wait()
    {
        await using var hub = await LiveHub.Start();
        var session = await hub.SignIn(Day.Valet);
        var mirror = await Settle(hub, session);

        foreach (var wait in new[] { 0, 1 })
        {
            var head = await hub.Sync(session, mirror, wait);
            head.Reset.Should().BeFalse();
            head.Staff.Should().BeNull();
            head.To.Should().Be(mirror.Cursor);
        }
    }

    [Fact]
    public async Task A_second_poll_of_the_same_session_ends_the_first()
    {
        await using var hub = await LiveHub.Start();
        var session = await hub.SignIn(Day.Valet);
        var mirror = await Settle(hub, session);

        var polls = new[] { hub.Sync(session, mirror, wait: 10), hub.Sync(session, mirror, wait: 10) };
        var started = TimeProvider.System.GetTimestamp();
        await await Task.WhenAny(polls);
        TimeProvider.System.GetElapsedTime(started).Should().BeLessThan(TimeSpan.FromSeconds(8), "the later one of the two ended the other");

        // And a change ends the one that is left.
        await hub.Join(Day.Boss);
        (await polls[0]).To.Should().BePositive();
        (await polls[1]).To.Should().BePositive();
    }

    [Fact]
    public async Task The_whole_comes_squeezed_to_whoever_takes_it()
    {
        await using var hub = await LiveHub.Start();
        var http = hub.Http(await hub.SignIn(Day.Valet));
        using var ask = new HttpRequestMessage(HttpMethod.Get, "/sync?since=0") { Headers = { { "Accept-Encoding", "gzip" } } };
        using var answer = await http.SendAsync(ask);
        await using var body = new GZipStream(await answer.Content.ReadAsStreamAsync(), CompressionMode.Decompress);

        answer.Content.Headers.ContentEncoding.Should().Equal("gzip");
        (await JsonSerializer.DeserializeAsync<Changes>(body, WireJson.Options))!.Reset.Should().BeTrue();
    }

    [Fact]
    public async Task Commands_over_HTTP_have_the_same_limit_as_on_the_socket()
    {
        await using var hub = await LiveHub.Start(options => (options.CommandsPerSecond, options.CommandBurst) = (1, 3));
        var client = await hub.Join(Day.Valet);
        (await client.Do(Kinds.DutyStart, ("positions", "parking-valet"))).Ok.Should().BeTrue();
        var http = hub.Http(client.Session);
        var statuses = await Task.WhenAll(Enumerable.Range(0, 6).Select(async one => (await http.PostAsJsonAsync(
            "/commands", new Command($"over-http-{one}", Kinds.Weather, 0, new Dictionary<string, string> { ["weather"] = "rain" }), WireJson.Options)).StatusCode));

        statuses.Should().Contain(HttpStatusCode.OK).And.Contain(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task Nobody_without_a_session_gets_anything()
    {
        await using var hub = await LiveHub.Start();
        using var http = new HttpClient { BaseAddress = hub.Address };

        (await http.GetAsync(new Uri("/sync?since=0", UriKind.Relative))).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        (await http.PostAsJsonAsync("/report", new Report(0, [], [], "tone"))).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
    }

    /// <summary>At head, and the entry that says how it can be reached is over.</summary>
    private static async Task<Mirror> Settle(LiveHub hub, Session session)
    {
        var mirror = new Mirror();
        mirror.Apply(await hub.Sync(session, mirror)).Should().BeTrue();
        await hub.Until(moment => LiveHub.ReachOf(session, moment) == Reach.Sound, "who asks can be reached");
        mirror.Apply(await hub.Sync(session, mirror)).Should().BeTrue();
        return mirror;
    }
}
