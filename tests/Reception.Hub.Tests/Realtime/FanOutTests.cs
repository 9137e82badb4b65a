using Reception.Contracts;
using Reception.Hub.Tests.Views;

namespace Reception.Hub.Tests.Realtime;

public sealed class FanOutTests
{
    [Fact]
    public async Task Who_joins_gets_the_whole_and_then_what_changes()
    {
        await using var hub = await LiveHub.Start();
        var valet = await hub.Join(Day.Valet);
        var boss = await hub.Join(Day.Boss);
        var first = await valet.Next();

        var answer = await boss.Do(Kinds.DutyStart, ("positions", "supervisor"));
        answer.Ok.Should().BeTrue(answer.Words?.En);
        await valet.Reach(answer.Seq);
        await boss.Reach(answer.Seq);

        first.Reset.Should().BeTrue();
        first.Venue!.Name.En.Should().NotBeEmpty();
        ((StaffView)valet.Mirror.Views[("staff", Day.Boss)]).State.Should().Be("on");
        valet.Mirror.Views.Keys.Should().NotContain(key => key.Kind == "session");
        boss.Mirror.Views.Keys.Should().Contain(key => key.Kind == "session");
        valet.Gaps.Should().Be(0);
    }

    [Fact]
    public async Task A_call_reaches_the_one_it_asks_and_the_answer_comes_back()
    {
        await using var hub = await LiveHub.Start();
        var valet = await hub.Join(Day.Valet);
        var bar = await hub.Join(Day.Bar);
        await valet.Do(Kinds.DutyStart, ("positions", "parking-valet"));
        await bar.Do(Kinds.DutyStart, ("positions", "water-bar"));

        var raised = await valet.Do(Kinds.AlertRaise, ("phrase", "guest-asks"), ("to", "water-bar"), ("place", "table-1"));
        raised.Ok.Should().BeTrue(raised.Words?.En);
        var id = raised.Created!["alert"];
        var heard = await bar.Until(changes => changes.Alerts?.Any(alert => alert.Id == id) == true);
        var call = heard.Alerts!.Single(alert => alert.Id == id);
        call.Asks.Positions.Concat(call.Asks.Staff).Should().Contain(one => one == "water-bar" || one == Day.Bar);
        call.Ear.Zh.Should().NotContain("{");

        (await bar.Do(Kinds.AlertAcknowledge, ("alert", id))).Ok.Should().BeTrue();
        var answered = await valet.Until(changes => changes.Alerts?.Any(alert => alert.Id == id && alert.Answers.Count > 0) == true);
        answered.Alerts!.Single(alert => alert.Id == id).Answers.Single().Staff.Should().Be(Day.Bar);
    }

    [Fact]
    [Rule("P2")]
    public async Task Who_follows_never_misses_an_entry_however_many_write_at_once()
    {
        await using var hub = await LiveHub.Start(options => options.CommandBurst = 1000);
        var reader = await hub.Join(Day.Valet);
        var writers = await Task.WhenAll(new[] { Day.Boss, Day.Door, Day.Bar, Day.Host }.Select(staff => hub.Join(staff)));
        foreach (var (writer, position) in writers.Zip(["supervisor", "door-valet", "water-bar", "customer-manager"]))
        {
            (await writer.Do(Kinds.DutyStart, ("positions", position))).Ok.Should().BeTrue();
        }

        await Task.WhenAll(writers.Select(async writer =>
        {
            for (var one = 0; one < 50; one++)
            {
                (await writer.Do(Kinds.Weather, ("weather", one % 2 == 0 ? "rain" : "clear"))).Ok.Should().BeTrue();
            }
        }));
        await reader.Reach(hub.Venue.Current.Seq);

        reader.Gaps.Should().Be(0, "at head every message begins where the last one ended");
        reader.Mirror.Mark.Should().Be(hub.Venue.Current.Mark.Value);
        var fresh = await hub.Join(Day.Guide);
        await fresh.Reach(reader.Mirror.Cursor);
        await reader.Reach(fresh.Mirror.Cursor);
        reader.Mirror.Views.Should().BeEquivalentTo(fresh.Mirror.Views, options => options.RespectingRuntimeTypes());
    }

    [Fact]
    public async Task A_client_that_comes_back_gets_the_difference_from_its_cursor()
    {
        await using var hub = await LiveHub.Start();
        var session = await hub.SignIn(Day.Valet);
        var first = await hub.Connect(session);
        await first.Join();
        var snapshot = await first.Next();
        await first.DisposeAsync();
        var boss = await hub.Join(Day.Boss);
        var duty = await boss.Do(Kinds.DutyStart, ("positions", "supervisor"));

        var second = await hub.Connect(session);
        await second.Join(snapshot.To, snapshot.Mark);
        var difference = await second.Until(changes => changes.To >= duty.Seq);

        difference.Reset.Should().BeFalse();
        difference.From.Should().BeLessThanOrEqualTo(snapshot.To);
        difference.Staff!.Should().Contain(person => person.Id == Day.Boss && person.State == "on");
        difference.Places.Should().BeNull("nothing of them has changed");
    }

    [Fact]
    public async Task A_cursor_of_another_history_gets_the_whole()
    {
        await using var hub = await LiveHub.Start();
        var ahead = await hub.Join(Day.Valet, since: 1_000_000, mark: "another");
        var beside = await hub.Join(Day.Door, since: hub.Venue.Current.Seq, mark: "another");

        (await ahead.Next()).Reset.Should().BeTrue();
        (await beside.Next()).Reset.Should().BeTrue();
    }

    /// <summary>With a head only it would go on from numbers that mean something else, before it has fetched.</summary>
    [Fact]
    [Rule("P4")]
    public async Task A_cursor_of_another_history_gets_the_whole_also_when_that_is_too_long_for_a_socket()
    {
        await using var hub = await LiveHub.Start(options => options.MaximumPush = 1024);
        var beside = await hub.Join(Day.Door, since: hub.Venue.Current.Seq + 3, mark: "another");

        (await beside.Next()).Reset.Should().BeTrue();
    }

    [Fact]
    public async Task What_changes_no_view_is_not_sent_and_the_next_head_tells_where_the_log_is()
    {
        await using var hub = await LiveHub.Start();
        var valet = await hub.Join(Day.Valet, headSeconds: 1);
        var boss = await hub.Join(Day.Boss);
        var duty = await boss.Do(Kinds.DutyStart, ("positions", "supervisor"));
        await valet.Reach(duty.Seq);

        var refused = await boss.Do(Kinds.AlertAcknowledge, ("alert", "no-such-alert"));
        refused.Ok.Should().BeFalse();
        var head = await valet.Until(changes => changes.To >= refused.Seq);

        head.From.Should().BeLessThan(refused.Seq);
        (head.Venue ?? (object?)head.Alerts ?? head.Staff).Should().BeNull();
        valet.Gaps.Should().Be(0);
    }

    [Fact]
    public async Task What_is_too_long_for_a_socket_is_fetched()
    {
        await using var hub = await LiveHub.Start(options => options.MaximumPush = 1024);
        var session = await hub.SignIn(Day.Valet);
        var client = await hub.Connect(session);
        await client.Join();
        var head = await client.Next();

        head.Reset.Should().BeFalse();
        head.From.Should().BeGreaterThan(0, "ahead of the client, who then fetches");
        var whole = await hub.Sync(session, new());
        whole.Reset.Should().BeTrue();
        whole.Venue.Should().NotBeNull();
    }
}
