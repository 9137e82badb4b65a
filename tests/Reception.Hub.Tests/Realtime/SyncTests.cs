using System.Net;
using System.Net.Http.Json;
using Reception.Contracts;
using Reception.Hub.Realtime;
using Reception.Hub.Tests.Views;

namespace Reception.Hub.Tests.Realtime;

public sealed class SyncTests
{
    public static async Task<Changes> Get(HttpClient http, string path) => (await http.GetFromJsonAsync<Changes>(path, WireJson.Options).WaitAsync(LiveHub.Patience))!;

    [Fact]
    public async Task A_client_without_a_socket_waits_and_hears()
    {
        await using var hub = await LiveHub.Start();
        var session = await hub.SignIn(Day.Valet);
        var http = hub.Http(session);
        var mirror = new Mirror();
        mirror.Apply(await Get(http, "/sync?since=0&reach=sound")).Should().BeTrue();
        await hub.Until(moment => moment.State.Staff[new(Day.Valet)].Reach == Domain.Positions.Reach.Sound, "who asks can be reached");
        mirror.Apply(await Get(http, $"/sync?since={mirror.Cursor}&mark={mirror.Mark}&wait=10")).Should().BeTrue();

        var waiting = Get(http, $"/sync?since={mirror.Cursor}&mark={mirror.Mark}&wait=10");
        var boss = await hub.Join(Day.Boss);
        var duty = await boss.Do(Kinds.DutyStart, ("positions", "supervisor"));
        mirror.Apply(await waiting).Should().BeTrue();
        while (mirror.Cursor < duty.Seq)
        {
            mirror.Apply(await Get(http, $"/sync?since={mirror.Cursor}&mark={mirror.Mark}&wait=10")).Should().BeTrue();
        }

        ((StaffView)mirror.Views[("staff", Day.Boss)]).State.Should().Be("on");
    }

    [Fact]
    public async Task Nothing_new_is_a_head_at_once_and_after_the_wait()
    {
        await using var hub = await LiveHub.Start();
        var http = hub.Http(await hub.SignIn(Day.Valet));
        var mirror = new Mirror();
        mirror.Apply(await Get(http, "/sync?since=0"));
        await hub.Until(moment => moment.State.Staff[new(Day.Valet)].Reach == Domain.Positions.Reach.Screen, "its entry is over before the test begins");
        mirror.Apply(await Get(http, $"/sync?since={mirror.Cursor}&mark={mirror.Mark}"));

        foreach (var wait in new[] { 0, 1 })
        {
            var head = await Get(http, $"/sync?since={mirror.Cursor}&mark={mirror.Mark}&wait={wait}");
            head.Reset.Should().BeFalse();
            head.Staff.Should().BeNull();
            head.To.Should().Be(mirror.Cursor);
        }
    }

    [Fact]
    public async Task A_second_poll_of_the_same_session_ends_the_first()
    {
        await using var hub = await LiveHub.Start();
        var http = hub.Http(await hub.SignIn(Day.Valet));
        var mirror = new Mirror();
        mirror.Apply(await Get(http, "/sync?since=0"));
        await hub.Until(moment => moment.State.Staff[new(Day.Valet)].Reach == Domain.Positions.Reach.Screen, "its entry is over before the test begins");
        mirror.Apply(await Get(http, $"/sync?since={mirror.Cursor}&mark={mirror.Mark}"));

        var first = Get(http, $"/sync?since={mirror.Cursor}&mark={mirror.Mark}&wait=10");
        var started = DateTime.UtcNow;
        var second = Get(http, $"/sync?since={mirror.Cursor}&mark={mirror.Mark}&wait=2");
        await first;
        (DateTime.UtcNow - started).Should().BeLessThan(TimeSpan.FromSeconds(8));
        await second;
    }

    [Fact]
    public async Task Nobody_without_a_session_gets_anything()
    {
        await using var hub = await LiveHub.Start();
        using var http = new HttpClient { BaseAddress = hub.Address };

        (await http.GetAsync(new Uri("/sync?since=0", UriKind.Relative))).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        (await http.PostAsJsonAsync("/report", new Report(0, [], [], "tone"))).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
    }
}
