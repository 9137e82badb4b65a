using Reception.Client;
using Reception.Contracts;

namespace Reception.Hub.Tests.Client;

public sealed class LinkTests : IAsyncLifetime
{
    private ScriptedHub hub = null!;

    public async Task InitializeAsync()
    {
        hub = await ScriptedHub.Start();
        await hub.Publish(Sample.Opening("p1"));
    }

    public async Task DisposeAsync() => await hub.DisposeAsync();

    [Theory]
    [InlineData(WireFormat.MessagePack)]
    [InlineData(WireFormat.Json)]
    public async Task A_client_has_the_snapshot_then_every_change(WireFormat format)
    {
        await using var client = ReceptionClient.Connect(hub.Options(format));
        await client.Ready().WaitAsync(Limit);

        await hub.Publish(Sample.Guest(1, 2, "g1"));
        await hub.Publish(Sample.Alert(2, 3, Sample.Open("a1", [ScriptedHub.Staff]) with { Answers = [Sample.Said("s2", "delay") with { Minutes = 3 }], Ladder = [new(["p1"], [], 10, "asked", null, null)] }));
        await client.Reached(3).WaitAsync(Limit);

        client.Views.Venue!.Name.Should().Be(new Text("案场", "Venue"));
        client.Views.Guests["g1"].Address.Zh.Should().Be("王先生");
        client.Views.Alerts["a1"].Answers.Should().Equal(Sample.Said("s2", "delay") with { Minutes = 3 });
        client.Session.Should().Be(new Joined("v1", ScriptedHub.Staff, "d1", "floor", 1, 1_000, 1));
    }

    [Fact]
    public async Task A_dropped_client_comes_back_with_its_cursor_and_is_given_the_differences()
    {
        await using var client = ReceptionClient.Connect(hub.Options());
        await client.Ready().WaitAsync(Limit);
        (await hub.Joins.Next()).Should().Be(new Join(0, "", 10, "sound"));

        hub.DropAll();
        await hub.Publish(Sample.Guest(1, 2, "g1"));
        (await hub.Joins.Next()).Should().BeEquivalentTo(new { Since = 1, Mark = "m1" });
        await client.Reached(2).WaitAsync(Limit);

        client.Views.Guests.Should().ContainKey("g1");
        client.Counters.Should().BeEquivalentTo(new { Resumed = 1, Reset = 0 });
    }

    [Fact]
    public async Task A_gap_is_fetched_and_the_socket_stays()
    {
        await using var client = ReceptionClient.Connect(hub.Options());
        await client.Ready().WaitAsync(Limit);
        await hub.Joins.Next();

        await hub.Publish(Sample.Guest(1, 2, "g1"), times: 0);
        await hub.Publish(Sample.Guest(2, 3, "g2"));
        await client.Reached(3).WaitAsync(Limit);

        client.Views.Guests.Keys.Should().BeEquivalentTo("g1", "g2");
        hub.Joins.All.Should().ContainSingle("a gap never closes a socket");
        (await hub.Syncs.Next()).Should().Be(new Cursor(1, "m1"));
    }

    [Fact]
    public async Task A_message_that_comes_twice_has_one_effect()
    {
        var changes = new Inbox<ViewsChanged>();
        await using var client = ReceptionClient.Connect(hub.Options(), one => one.Changed += changes.Add);
        await client.Ready().WaitAsync(Limit);
        await changes.Next();

        await hub.Publish(Sample.Guest(1, 2, "g1"), times: 2);
        await hub.Publish(Sample.Guest(2, 3, "g2"));
        await client.Reached(3).WaitAsync(Limit);

        changes.All.Should().HaveCount(3);
        hub.Syncs.All.Should().BeEmpty();
    }

    [Fact]
    public async Task Another_history_is_taken_as_a_snapshot_and_never_cleared_before_it_is_here()
    {
        var changes = new Inbox<ViewsChanged>();
        await using var client = ReceptionClient.Connect(hub.Options(), one => one.Changed += changes.Add);
        await client.Ready().WaitAsync(Limit);
        await hub.Publish(Sample.Guest(1, 2, "g1"));
        await client.Reached(2).WaitAsync(Limit);

        hub.Rewrite(Sample.Opening("p1") with { Mark = "n1" });
        hub.DropAll();
        await changes.Next(change => change.After.Guests.IsEmpty && !change.Before.Guests.IsEmpty);

        client.Cursor.Should().Be(new Cursor(1, "n1"));
        client.Counters.Reset.Should().Be(1);
        changes.All.Should().OnlyContain(change => change.After.Venue != null);
    }

    [Fact]
    public async Task Where_no_socket_works_it_polls_and_posts()
    {
        hub.Sockets = false;
        await using var client = ReceptionClient.Connect(hub.Options());
        await client.Ready().WaitAsync(Limit);

        await hub.Publish(Sample.Guest(1, 2, "g1"));
        await client.Reached(2).WaitAsync(Limit);
        var answer = await client.Weather("rain").WaitAsync(Limit);

        client.Session!.Staff.Should().Be(ScriptedHub.Staff);
        answer.Ok.Should().BeTrue();
        hub.Commands.All.Should().ContainSingle(command => command.Kind == Kinds.Weather);
    }

    [Fact]
    public async Task It_goes_back_to_a_socket_as_soon_as_one_can_be_had()
    {
        hub.Sockets = false;
        var links = new Inbox<LinkState>();
        await using var client = ReceptionClient.Connect(hub.Options(), one => one.LinkChanged += links.Add);
        (await links.Next()).Should().Be(LinkState.Polling);

        hub.Sockets = true;
        (await links.Next()).Should().Be(LinkState.Socket);
        await hub.Publish(Sample.Guest(1, 2, "g1"));
        await client.Reached(2).WaitAsync(Limit);
    }

    [Fact]
    public async Task A_hub_that_comes_up_later_is_found()
    {
        var port = hub.Address.Port;
        await hub.DisposeAsync();
        await using var client = ReceptionClient.Connect(hub.Options());

        hub = await ScriptedHub.Start(port: port);
        await hub.Publish(Sample.Opening("p1"));

        await client.Ready().WaitAsync(Limit);
    }

    [Fact]
    public async Task A_session_that_is_over_ends_it_with_words_and_without_another_try()
    {
        var ends = new Inbox<Leave>();
        await using var client = ReceptionClient.Connect(hub.Options(), one => one.LeftBehind += ends.Add);
        await client.Ready().WaitAsync(Limit);

        hub.Knows = false;
        hub.DropAll();

        (await ends.Next()).Code.Should().Be("revoked");
        await client.Invoking(one => one.DutyStart("p1").WaitAsync(TimeSpan.FromMilliseconds(50))).Should().ThrowAsync<TimeoutException>("it waits, under its session");
    }

    [Fact]
    public async Task A_token_that_was_never_good_fails_at_the_first_wait()
    {
        hub.Knows = false;
        await using var client = ReceptionClient.Connect(hub.Options());

        var problem = await client.Awaiting(one => one.Ready().WaitAsync(Limit)).Should().ThrowAsync<HubProblemException>();
        problem.Which.Code.Should().Be(ErrorCodes.NotSignedIn.Id);
    }

    [Fact]
    public async Task A_hub_that_goes_down_is_left_for_as_long_as_it_asks()
    {
        await using var client = ReceptionClient.Connect(hub.Options());
        await client.Ready().WaitAsync(Limit);
        await hub.Joins.Next();

        await hub.Say(new("moving", 10));

        (await hub.Joins.Next()).Since.Should().Be(1);
    }

    [Fact]
    public async Task Offline_tries_nothing_and_online_tries_at_once()
    {
        await using var client = ReceptionClient.Connect(hub.Options());
        await client.Ready().WaitAsync(Limit);
        await hub.Joins.Next();

        client.Offline();
        var waiting = client.Weather("rain");
        await hub.Publish(Sample.Guest(1, 2, "g1"));
        client.Link.Should().Be(LinkState.None);
        client.Pending.Should().ContainSingle();
        client.Online();

        (await waiting.WaitAsync(Limit)).Ok.Should().BeTrue();
        await client.Reached(2).WaitAsync(Limit);
    }

    private static TimeSpan Limit => TimeSpan.FromSeconds(10);
}
