using System.Net;
using System.Net.WebSockets;
using Reception.Contracts;
using Reception.Hub.Tests.Views;

namespace Reception.Hub.Tests.Realtime;

public sealed class ConnectionTests
{
    [Fact]
    public async Task The_second_connection_of_a_session_replaces_the_first()
    {
        await using var hub = await LiveHub.Start();
        var session = await hub.SignIn(Day.Valet);
        var first = await hub.Connect(session);
        await first.Join();
        var second = await hub.Connect(session);
        await second.Join();

        (await first.Left).Code.Should().Be("replaced");
        await first.Closed;
        (await second.Next()).Reset.Should().BeTrue();
        (await second.Do(Kinds.DutyStart, ("positions", "parking-valet"))).Ok.Should().BeTrue();
    }

    [Fact]
    [Rule("P12")]
    public async Task A_revoked_session_loses_its_socket_and_its_polls()
    {
        await using var hub = await LiveHub.Start();
        var boss = await hub.Join(Day.Boss);
        var valet = await hub.Join(Day.Valet);
        await valet.Next();
        var http = hub.Http(valet.Session);
        var poll = http.GetAsync(new Uri($"/sync?since={valet.Mirror.Cursor}&mark={valet.Mirror.Mark}&wait=10", UriKind.Relative));

        (await boss.Do(Kinds.DutyStart, ("positions", "supervisor"))).Ok.Should().BeTrue();
        await poll;
        poll = http.GetAsync(new Uri($"/sync?since={hub.Venue.Current.Seq}&mark={hub.Venue.Current.Mark}&wait=10", UriKind.Relative));
        (await boss.Do(Kinds.SessionRevoke, ("session", valet.Session.SessionId))).Ok.Should().BeTrue();

        (await valet.Left).Code.Should().Be("revoked");
        await valet.Closed;
        (await poll.WaitAsync(LiveHub.Patience)).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_hub_that_goes_down_says_so_first()
    {
        await using var hub = await LiveHub.Start();
        var valet = await hub.Join(Day.Valet);
        await valet.Next();
        var stopping = hub.Stop();

        var leave = await valet.Left;
        leave.Code.Should().Be("moving");
        leave.AfterMs.Should().BeInRange(0, 3000);
        await valet.Closed;
        await stopping;
    }

    [Fact]
    [Rule("P4")]
    public async Task After_a_restart_a_client_goes_on_from_its_cursor_and_nobody_was_lost()
    {
        await using var hub = await LiveHub.Start();
        var valet = await hub.Join(Day.Valet);
        var duty = await valet.Do(Kinds.DutyStart, ("positions", "parking-valet"));
        await valet.Reach(duty.Seq);
        await hub.Restart();

        var again = await hub.Connect(valet.Session);
        await again.Join(valet.Mirror.Cursor, valet.Mirror.Mark);
        var weather = await again.Do(Kinds.Weather, ("weather", "rain"));
        var changes = await again.Next();

        changes.Reset.Should().BeFalse("its mark is known: a restarted hub gives the same differences");
        changes.From.Should().BeLessThanOrEqualTo(valet.Mirror.Cursor);
        weather.Seq.Should().Be(duty.Seq + 1, "neither the restart nor the return is an entry");
        hub.Venue.Current.State.Positions[new("parking-valet")].Reach.Should().Be(Domain.Positions.Reach.Sound);
    }

    [Fact]
    public async Task A_page_of_another_address_gets_no_socket()
    {
        await using var hub = await LiveHub.Start(options => options.AllowedOrigins.Add("https://reception.example"));
        var session = await hub.SignIn(Day.Valet);

        var refused = await hub.Awaiting(one => one.Connect(session, origin: "https://evil.example")).Should().ThrowAsync<WebSocketException>();
        refused.Which.Message.Should().Contain("403");
        await hub.Connect(session, origin: "https://reception.example");
        await hub.Connect(session, origin: hub.Address.GetLeftPart(UriPartial.Authority));
    }

    [Fact]
    public async Task Too_many_commands_at_once_are_refused_and_the_next_second_goes_on()
    {
        await using var hub = await LiveHub.Start(options => (options.CommandsPerSecond, options.CommandBurst) = (5, 5));
        var valet = await hub.Join(Day.Valet);
        await valet.Do(Kinds.DutyStart, ("positions", "parking-valet"));
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => valet.Do(Kinds.Weather, ("weather", "rain"))));

        answers.Should().Contain(answer => answer.Ok).And.Contain(answer => answer.Code == "too-many" && answer.Seq == 0);
        var started = TimeProvider.System.GetTimestamp();
        while (!(await valet.Do(Kinds.Weather, ("weather", "clear"))).Ok)
        {
            TimeProvider.System.GetElapsedTime(started).Should().BeLessThan(LiveHub.Patience, "tokens come back while one asks");
        }
    }

    [Fact]
    public async Task A_client_that_does_not_read_is_cut_and_delays_nobody()
    {
        await using var hub = await LiveHub.Start(options => (options.CommandBurst, options.CommandsPerSecond, options.SendTimeout) = (100_000, 100_000, TimeSpan.FromSeconds(1)));
        using var deaf = await DeafClient.Join(hub.Address, await hub.SignIn(Day.Guide));
        var boss = await hub.Join(Day.Boss);
        await boss.Do(Kinds.DutyStart, ("positions", "supervisor"));
        var healthy = await hub.Join(Day.Valet);
        var slowest = TimeSpan.Zero;

        var rounds = 0;
        while (!deaf.IsCut && rounds++ < 20_000)
        {
            var started = TimeProvider.System.GetTimestamp();
            var answer = await boss.Do(Kinds.Weather, ("weather", rounds % 2 == 1 ? "rain" : "clear"));
            answer.Ok.Should().BeTrue();
            await healthy.Reach(answer.Seq);
            slowest = TimeSpan.FromTicks(Math.Max(slowest.Ticks, TimeProvider.System.GetElapsedTime(started).Ticks));
        }

        deaf.IsCut.Should().BeTrue("nobody may hold a connection without reading it");
        slowest.Should().BeLessThan(TimeSpan.FromSeconds(1), "a client that reads does not feel one that does not");
    }
}
