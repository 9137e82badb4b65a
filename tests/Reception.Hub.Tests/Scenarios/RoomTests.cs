using FluentAssertions.Extensions;
using Reception.Client;
using Reception.Contracts;

namespace Reception.Hub.Tests.Scenarios;

/// <summary>A8 to A10: the sample room is prepared, heard to be ready, walked to and shown, never without somebody from sales.</summary>
public sealed class RoomTests
{
    [Fact, Rule("A8")]
    public async Task The_room_is_asked_for_and_butler_and_host_hear_that_it_is_ready_before_they_walk()
    {
        await using var day = await SalesDay.Begin();
        var all = await day.Everybody();
        var wang = await Seated(day, all);

        await all.Butler.Pulls("call-room", wang, ("room", "room-a"));

        var call = await all.Steward.Hears("A样板房，王先生，3位，有老人，请准备。", "Room A, Mr Wang, party of 3, elderly, please prepare.");
        all.Steward.Views.Places["room-a"].Should().Match<PlaceView>(room => room.State == "reserved" && room.Journey == wang.Journey);
        await all.Steward.Copies(call);
        await all.Butler.IsAnswered("ack", all.Steward);
        await all.Steward.Pulls("room-ready", wang);
        var ready = await all.Butler.Hears("A样板房备好了，可以带王先生过去。", "Room A is ready for Mr Wang.");
        await all.Host.Hears("A样板房备好了，可以带王先生过去。", "Room A is ready for Mr Wang.");
        all.Steward.Call(call).State.Should().Be("done", "ready is the done that was wanted");
        all.Steward.Views.Places["room-a"].State.Should().Be("ready");
        ready.Screen.Zh.Should().Be("A样板房已备好，可以带王先生过去");
        await day.AssertQuiet();
    }

    [Fact, Rule("A8")]
    public async Task Who_opens_the_visit_is_told_beforehand_what_may_be_done_and_why_the_walk_must_wait()
    {
        await using var day = await SalesDay.Begin();
        var all = await day.Everybody();
        var wang = await Seated(day, all);

        var before = await all.Butler.Phone.Api.Next(wang.Journey);
        before.Triggers.Should().Contain(["tour", "call-room"]).And.NotContain("room-ready", "that is the steward's");
        before.Blocked.Should().ContainSingle(blocked => blocked.Trigger == "tour")
            .Which.Should().Match<Blocked>(blocked => blocked.Code == "not-held" && blocked.Args["override"] == "customer-manager,butler");

        await all.Butler.Pulls("call-room", wang, ("room", "room-a"));
        await all.Steward.Pulls("room-ready", wang);

        (await all.Butler.Phone.Api.Next(wang.Journey)).Blocked.Should().NotContain(blocked => blocked.Trigger == "tour");
        await all.Butler.Phone.Api.Invoking(api => api.Next("nobody")).Should().ThrowAsync<HubProblemException>().Where(refused => refused.Code == "unknown-journey");
        await day.Hush();
    }

    [Fact, Rule("A8")]
    public async Task A_steward_who_needs_a_moment_gives_the_butler_a_sentence_for_the_guest()
    {
        await using var day = await SalesDay.Begin();
        var all = await day.Everybody();
        var wang = await Seated(day, all);
        await all.Butler.Pulls("call-room", wang, ("room", "room-a"));
        var call = await all.Steward.Hears("A样板房，王先生，3位，有老人，请准备。", "Room A, Mr Wang, party of 3, elderly, please prepare.");

        await all.Steward.Delays(call, 3);

        var told = await all.Butler.IsAnswered("delay", all.Steward);
        told.By.Minutes.Should().Be(3);
        told.Alert.AnsweredWords.Should().Be(new Text("王先生，样板房3分钟就准备好，您先喝口茶。", "Mr Wang, the sample room will be ready in 3 minutes."));
        await day.FastForward(179.Seconds());
        await day.AssertQuiet();
        await day.FastForward(2.Seconds());
        await all.Steward.Rings(call);
        await day.AssertQuiet();
    }

    [Fact, Rule("A8")]
    public async Task A_room_that_is_not_ready_in_five_minutes_is_asked_for_once_more_and_then_the_supervisors_matter()
    {
        await using var day = await SalesDay.Begin();
        var all = await day.Everybody();
        var wang = await Seated(day, all);
        await all.Butler.Pulls("call-room", wang, ("room", "room-a"));
        var call = await all.Steward.Hears("A样板房，王先生，3位，有老人，请准备。", "Room A, Mr Wang, party of 3, elderly, please prepare.");
        await all.Steward.Copies(call);

        await day.FastForward(299.Seconds());
        await day.AssertQuiet();
        await day.FastForward(2.Seconds());
        await all.Steward.Hears("您接的还没做，A样板房，王先生。", "Not done yet, Room A, Mr Wang.");
        await day.AssertQuiet();
        await day.FastForward(2.Minutes());

        await all.Supervisor.Copies(await all.Supervisor.Hears("A样板房，王先生，3位，有老人，请准备。", "Room A, Mr Wang, party of 3, elderly, please prepare."));
        await all.Butler.IsAnswered("ack", all.Supervisor);
        await day.AssertQuiet();
    }

    [Fact, Rule("A8"), Rule("P7")]
    public async Task A_room_is_one_partys_and_free_again_when_it_is_dropped()
    {
        await using var day = await SalesDay.Begin();
        var all = await day.Everybody();
        var wang = await Seated(day, all);
        var li = await all.Valet.Opens("return-visit", ("address", "李女士"), ("manager", "host-two"));
        await all.OtherHost.Pulls("seat", li);
        await all.Butler.Pulls("call-room", wang, ("room", "room-a"));
        await day.Hush();

        var refused = await all.OtherHost.IsRefused("place-taken", "call-room", li, ("room", "room-a"));
        refused.Words!.Zh.Should().Contain("A样板房").And.Contain("王先生");
        await all.Host.Pulls("drop-room", wang);
        await all.Steward.Hears("王先生先不看了，A样板房不用备。", "Mr Wang will not come; Room A is free.");
        await all.OtherHost.Pulls("call-room", li, ("room", "room-a"));

        await all.Steward.Hears("A样板房，李女士，请准备。", "Room A, Ms Li, please prepare.");
        await day.AssertQuiet();
    }

    [Fact, Rule("A9")]
    public async Task Who_leads_says_who_comes_along_and_the_steward_hears_it()
    {
        await using var day = await SalesDay.Begin();
        var all = await day.Everybody();
        var wang = await RoomReady(day, all);

        await all.Butler.Pulls("tour", wang, ("companion", "host"));

        await all.Steward.Hears("王先生过来了，A样板房，李静陪同。", "Mr Wang is on the way, Room A, with Li.");
        all.Steward.Journey(wang).Should().Match<JourneyView>(way => way.Stage == "touring" && way.Facts["companion"] == "host");
        all.Steward.OpenItems(wang).Should().Contain("shoe-covers");
        await day.AssertQuiet();
    }

    [Fact, Rule("A9")]
    public async Task With_nobody_from_sales_it_is_said_at_once_and_one_tap_calls_a_customer_manager()
    {
        await using var day = await SalesDay.Begin();
        var all = await day.Everybody();
        var wang = await RoomReady(day, all);

        var refused = await all.Butler.IsRefused("not-companion", "tour", wang);
        refused.Args.Should().Contain("else", "no-companion");
        (await all.Butler.IsRefused("not-companion", "tour", wang, ("companion", "butler"))).Args.Should().Contain("field", "companion");
        await all.Butler.Pulls("call-companion", wang);

        await all.Host.CannotCome(await all.Host.Hears("请一位客户经理陪王先生看房，A样板房。", "A customer manager please, for Mr Wang, Room A."));
        await all.Butler.IsAnswered("decline", all.Host);
        await all.OtherHost.Copies(await all.OtherHost.Hears("请一位客户经理陪王先生看房，A样板房。", "A customer manager please, for Mr Wang, Room A."));
        await all.Butler.IsAnswered("ack", all.OtherHost);
        await all.Butler.Pulls("tour", wang, ("companion", "host-two"));
        await all.Steward.Hears("王先生过来了，A样板房，周涛陪同。", "Mr Wang is on the way, Room A, with Zhou.");
        await day.AssertQuiet();
    }

    [Fact, Rule("A9")]
    public async Task Nobody_walks_to_a_room_that_is_not_ready_unless_they_say_why()
    {
        await using var day = await SalesDay.Begin();
        var all = await day.Everybody();
        var wang = await Seated(day, all);
        await all.Butler.Pulls("call-room", wang, ("room", "room-a"));

        var refused = await all.Butler.IsRefused("needs-reason", "tour", wang, ("companion", "host"));
        refused.Args.Should().Contain("because", "not-held").And.Contain("else", "room-not-ready").And.Contain("place", "room-a");
        var words = await all.Butler.Phone.Api.Words(all.Butler.Journey(wang).Words);
        words.Codes["room-not-ready"].Zh.Should().Be("样板房还没备好，请客户先坐一会儿。");
        await all.Butler.Insists("tour", wang, "guest-waits", ("companion", "host"));

        all.Butler.Journey(wang).Steps[^1].Should().Match<StepView>(step => step.Trigger == "tour" && step.Reason == "guest-waits" && step.Staff == "butler");
    }

    [Fact, Rule("A10")]
    public async Task The_steward_admits_who_comes_with_sales_and_the_room_is_theirs_until_the_end()
    {
        await using var day = await SalesDay.Begin();
        var all = await day.Everybody();
        var wang = await RoomReady(day, all);
        await all.Host.Pulls("tour", wang, ("companion", "sales"));

        await all.Steward.Pulls("admit", wang);

        all.Steward.Journey(wang).Should().Match<JourneyView>(way => way.Stage == "visiting" && way.Facts["companion"] == "sales");
        all.Steward.Item(wang, "shoe-covers").Should().Match<ItemView>(item => item.State == "done" && item.Staff == "steward");
        all.Steward.Views.Places["room-a"].State.Should().Be("used");
        await all.Host.Pulls("finish-tour", wang);
        all.Host.Journey(wang).Stage.Should().Be("seated");
        all.Host.Views.Places["room-a"].Should().Match<PlaceView>(room => room.State == "free" && room.Journey == null);
    }

    [Fact, Rule("A10")]
    public async Task Without_sales_the_steward_declines_in_polite_words_and_the_host_is_called()
    {
        await using var day = await SalesDay.Begin();
        var all = await day.Everybody();
        var wang = await RoomReady(day, all);
        await all.Butler.Pulls("tour", wang, ("companion", "host"));
        await day.Hush();
        await all.Host.GoesHome();

        var refused = await all.Steward.IsRefused("not-companion", "admit", wang);

        refused.Args.Should().Contain("else", "decline-politely");
        (await all.Steward.IsRefused("not-companion", "admit", wang, ("companion", "butler"))).Args.Should().Contain("positions", "customer-manager,sales-team");
        var words = await all.Steward.Phone.Api.Words(all.Steward.Journey(wang).Words);
        words.Codes["decline-politely"].Zh.Should().Be("您好，样板房需要置业顾问陪您一起看，讲得更清楚。您先请坐，我马上请同事过来。");
        words.Codes["decline-politely"].En.Should().StartWith("Good day. A consultant will go round with you");
        words.Triggers.Single(trigger => trigger.Id == "turn-away").Say!.Zh.Should().StartWith("{address}您好，样板房需要置业顾问陪您一起看");
        await all.Steward.Pulls("turn-away", wang);
        var call = await all.OtherHost.Hears("王先生在样板房门口，请过来陪同。", "Mr Wang is at the sample room, please come along.");
        await all.Manager.Hears("样板房婉拒了王先生，没有销售陪同。", "Mr Wang was declined at the sample room.");
        await all.OtherHost.Copies(call);
        await all.Steward.IsAnswered("ack", all.OtherHost);
        await all.Steward.Pulls("admit", wang, ("companion", "host-two"));
        await day.AssertQuiet();
    }

    [Fact, Rule("A10")]
    public async Task A_guest_who_walks_up_alone_is_declined_politely_too_and_is_the_turn_of_the_next_manager()
    {
        await using var day = await SalesDay.Begin();
        var all = await day.Everybody();

        var unknown = await all.Steward.Opens("guest-alone", ("address", "一位先生"), ("room", "room-b"));

        await all.Manager.Hears("样板房婉拒了一位先生，没有销售陪同。", "A gentleman was declined at the sample room.");
        var turn = await all.Host.Hears("一位先生独自在样板房门口，轮到您接待。", "A gentleman, alone at the sample room, your turn.");
        await all.Host.Copies(turn);
        await all.Steward.IsAnswered("ack", all.Host);
        all.Host.Journey(unknown).Should().Match<JourneyView>(way => way.Stage == "welcomed" && way.Host == "host");
        await day.AssertQuiet();
    }

    [Fact, Rule("A9"), Rule("A10")]
    public async Task A_guest_may_see_two_rooms_one_after_the_other()
    {
        await using var day = await SalesDay.Begin();
        var all = await day.Everybody();
        var wang = await RoomReady(day, all);
        await all.Host.Pulls("tour", wang, ("companion", "host"));
        await all.Steward.Pulls("admit", wang);
        await all.Host.Pulls("finish-tour", wang);
        await day.Hush();

        await all.Host.Pulls("call-room", wang, ("room", "room-b"));
        await all.Steward.Hears("B样板房，王先生，3位，有老人，请准备。", "Room B, Mr Wang, party of 3, elderly, please prepare.");
        await all.Steward.Pulls("room-ready", wang);
        await all.Host.Pulls("tour", wang, ("companion", "host"));
        await all.Steward.Pulls("admit", wang);

        all.Steward.Journey(wang).Stage.Should().Be("visiting");
        all.Steward.Views.Places["room-b"].State.Should().Be("used");
        all.Steward.Views.Places["room-a"].State.Should().Be("free");
        all.Steward.Item(wang, "shoe-covers").State.Should().Be("done");
        all.Steward.Views.Items.Values.Count(item => item.Template == "shoe-covers").Should().Be(2);
    }

    private static async Task<Visit> Seated(SalesDay day, Crew all)
    {
        var wang = await all.Valet.Opens(
            "return-visit", ("address", "王先生"), ("manager", "host"), ("butler", "butler"), ("size", "3"), ("needs", "elderly"));
        await all.Host.Pulls("seat", wang, ("table", "table-1"));
        await all.Bar.Pulls("serve", wang);
        await day.Hush();
        return wang;
    }

    private static async Task<Visit> RoomReady(SalesDay day, Crew all)
    {
        var wang = await Seated(day, all);
        await all.Butler.Pulls("call-room", wang, ("room", "room-a"));
        await all.Steward.Pulls("room-ready", wang);
        await day.Hush();
        return wang;
    }
}
