using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Reception.Client;
using Reception.Hub.Tests.Builders;
using Reception.Hub.Tests.Infrastructure;
using Reception.Hub.Tests.Realtime;
using Reception.Hub.Tests.Views;

namespace Reception.Hub.Tests.Hosting;

/// <summary>A hub that is told to stop: not ready, its clients are sent away spread, what was tapped is kept, and it is gone within ten seconds.</summary>
public sealed class DrainingTests
{
    private const int Taps = 40;
    private static readonly TimeSpan Within = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    [Rule("P1")]
    public async Task Clients_are_told_to_move_come_back_and_nothing_they_tapped_is_lost_or_done_twice()
    {
        await using var hub = await HubFixture.Start();
        await using var valet = await Join(hub, "valet");
        await using var bar = await Join(hub, "bar");
        (await valet.DutyStart("parking-valet").WaitAsync(Patience)).Ok.Should().BeTrue();
        (await bar.DutyStart("water-bar").WaitAsync(Patience)).Ok.Should().BeTrue();
        var taps = Task.WhenAll(Enumerable.Range(0, Taps).Select(number => (number % 2 == 0 ? valet : bar).Weather(number % 4 < 2 ? "rain" : "clear")));

        var begun = TimeProvider.System.GetTimestamp();
        await hub.Stop();
        TimeProvider.System.GetElapsedTime(begun).Should().BeLessThan(Within);
        await hub.InitializeAsync();
        var answers = await taps.WaitAsync(Patience);

        answers.Should().OnlyContain(answer => answer.Ok);
        var stored = (await hub.Store.Entries(TestVenue.Id, 0, 1000)).Where(entry => entry.CommandId is not null).ToList();
        foreach (var answer in answers)
        {
            stored.Should().ContainSingle(entry => entry.CommandId == answer.CommandId).Which.Seq.Should().Be(answer.Seq);
        }

        await valet.Reached(answers.Max(answer => answer.Seq)).WaitAsync(Patience);
        await bar.Reached(answers.Max(answer => answer.Seq)).WaitAsync(Patience);
    }

    [Fact]
    public async Task Every_client_is_told_to_move_and_its_socket_closed()
    {
        await using var hub = await LiveHub.Start();
        WireClient[] clients = [await hub.Join(Day.Valet), await hub.Join(Day.Boss)];

        await hub.Stop().WaitAsync(Within);

        foreach (var client in clients)
        {
            (await client.Left).Should().Match<Contracts.Leave>(leave => leave.Code == "moving" && leave.AfterMs >= 0 && leave.AfterMs <= 3000);
            await client.Closed;
        }
    }

    [Fact]
    public async Task It_says_that_it_is_not_ready_before_it_is_gone()
    {
        await using var hub = await HubFixture.Start();
        using var balancer = new HttpClient { BaseAddress = hub.Address };
        (await balancer.GetStringAsync("/healthz/ready")).Should().Contain("true");

        hub.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();

        using var ready = await balancer.GetAsync("/healthz/ready");
        ready.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        (await ready.Content.ReadAsStringAsync()).Should().Contain("the hub is stopping");
        (await balancer.GetStringAsync("/healthz/live")).Should().Be("alive");
    }

    [Fact]
    public async Task A_poll_that_waits_does_not_hold_it_up()
    {
        await using var hub = await LiveHub.Start();
        var bar = hub.Http(await hub.SignIn(Day.Valet));
        // That it is here at all is news for everybody, and the end of a first poll.
        await bar.GetStringAsync(new Uri("/sync", UriKind.Relative));
        await hub.Until(moment => moment.State.Staff[new(Day.Valet)].Reach != Domain.Positions.Reach.None, "it has asked");
        var moment = hub.Venue.Current;
        var poll = bar.GetAsync(new Uri($"/sync?since={moment.Seq}&mark={moment.Mark}&wait=10", UriKind.Relative));
        await Task.Delay(500);
        poll.IsCompleted.Should().BeFalse("there is nothing new");

        var begun = TimeProvider.System.GetTimestamp();
        await hub.Stop();

        TimeProvider.System.GetElapsedTime(begun).Should().BeLessThan(TimeSpan.FromSeconds(5));
        using var answer = await poll;
        answer.StatusCode.Should().Be(HttpStatusCode.OK, "it gets what there is, and asks elsewhere");
    }

    private static async Task<ReceptionClient> Join(HubFixture hub, string staff)
    {
        using var person = await hub.SignIn(staff);
        var client = ReceptionClient.Connect(new() { Hub = hub.Address, Token = person.Session.Token });
        await client.Ready().WaitAsync(Patience);
        return client;
    }
}
