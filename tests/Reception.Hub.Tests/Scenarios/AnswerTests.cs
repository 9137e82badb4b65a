using FluentAssertions.Extensions;
using Reception.Contracts;

namespace Reception.Hub.Tests.Scenarios;

/// <summary>收到, 稍候, 去不了, 完成, and silence: what the sender sees of a call, and who is asked next.</summary>
public sealed class AnswerTests
{
    private const string Zh = "1号桌，王先生，请上饮品。";
    private const string En = "Table 1, Mr Wang, drinks please.";

    [Fact, Rule("A7")]
    public async Task Copy_and_then_done_are_told_to_the_sender()
    {
        await using var day = await SalesDay.Begin();
        var (host, bar) = (await day.Host(), await day.WaterBar());
        var call = await Seat(day, host, bar);

        await bar.Copies(call);
        var told = await host.IsAnswered("ack", bar);
        told.By.Position.Should().Be("water-bar");
        host.Call(call).State.Should().Be("acknowledged");
        await bar.HasDone(call);

        await host.IsAnswered("done", bar);
        host.Call(call).Should().Match<AlertView>(one => one.State == "done" && one.By == "bar" && one.Closed != null);
        await day.AssertQuiet();
    }

    [Fact, Rule("A1")]
    public async Task Wait_a_moment_gives_the_valet_the_sentence_for_the_guest_though_another_is_asked_too()
    {
        await using var day = await SalesDay.Begin();
        var all = await day.Everybody();
        var wang = await all.Host.Expects("王先生", 5.Minutes(), ("manager", "host"), ("butler", "butler"));
        await all.Valet.Pulls("arrive", wang);
        var call = await all.Host.Hears("王先生到了，在停车场。", "Mr Wang has arrived, car park.");
        await all.Butler.Copies(await all.Butler.Hears("王先生到了，在停车场。", "Mr Wang has arrived, car park."));

        await all.Host.Delays(call, 4);

        var told = await all.Valet.IsAnswered("delay", all.Host);
        told.By.Minutes.Should().Be(4);
        told.Alert.AnsweredWords.Should().Be(new Text("王先生，您的客户经理4分钟内就到，请稍候。", "Mr Wang, your manager will be with you in 4 minutes."));
    }

    [Fact, Rule("A7")]
    public async Task Cannot_come_goes_on_at_once_to_the_supervisor_and_never_back()
    {
        await using var day = await SalesDay.Begin();
        var (host, bar, chief) = (await day.Host(), await day.WaterBar(), await day.Supervisor());
        var call = await Seat(day, host, bar);

        await bar.CannotCome(call);

        await host.IsAnswered("decline", bar);
        await chief.Copies(await chief.Hears(Zh, En));
        await host.IsAnswered("ack", chief);
        host.Call(call).Ladder[0].Should().Match<LadderStep>(rung => rung.State == "passed" && rung.Code == "declined");
        await day.AssertQuiet();
    }

    [Fact, Rule("A7"), Rule("P7")]
    public async Task The_second_who_says_copy_is_told_who_was_first()
    {
        await using var day = await SalesDay.Begin();
        var (host, other, butler) = (await day.Host(), await day.OtherHost(), await day.Butler());
        var wang = await butler.Expects("王先生", 5.Minutes());
        var valet = await day.Valet();
        await valet.Pulls("arrive", wang);
        await butler.Pulls("seat", wang);
        await day.Hush();
        await butler.Pulls("call-companion", wang);
        var call = await host.Hears("请一位客户经理陪王先生看房。", "A customer manager please, for Mr Wang.");
        var same = await other.Hears("请一位客户经理陪王先生看房。", "A customer manager please, for Mr Wang.");

        await host.Copies(call);
        await other.IsSpared(same);
        var second = await other.Do(() => other.Phone.Acknowledge(same));

        second.Should().Match<Answer>(answer => !answer.Ok && answer.Code == "alert-over");
        second.Args.Should().Contain("who", "host").And.ContainKey("at");
        second.Words!.Zh.Should().Contain("李静");
        butler.Call(call).Answers.Should().ContainSingle().Which.Staff.Should().Be("host");
    }

    [Fact, Rule("A8")]
    public async Task A_position_where_nobody_is_is_skipped_at_once_and_shown_as_unmanned()
    {
        await using var day = await SalesDay.Begin();
        var (valet, butler, chief) = (await day.Valet(), await day.Butler(), await day.Supervisor());
        var wang = await valet.Opens("return-visit", ("address", "王先生"), ("manager", "host"));
        await butler.Pulls("seat", wang);
        await day.Hush();

        await butler.Pulls("call-room", wang, ("room", "room-a"));

        var call = await chief.Hears("A样板房，王先生，请准备。", "Room A, Mr Wang, please prepare.");
        call.Ladder[0].Should().Match<LadderStep>(rung => rung.State == "skipped" && rung.Code == "unmanned");
        butler.Views.Positions["sample-room-steward"].Unmanned.Should().BeTrue();
        await day.AssertQuiet();
        var steward = await day.Steward();
        await steward.Copies(await steward.Hears("A样板房，王先生，请准备。", "Room A, Mr Wang, please prepare."));
        await butler.IsAnswered("ack", steward);
        await day.AssertQuiet();
    }

    [Fact, Rule("A1"), Rule("P6")]
    public async Task With_nobody_there_at_all_the_call_stays_red_until_somebody_comes_to_work_and_answers()
    {
        await using var day = await SalesDay.Begin();
        var valet = await day.Valet();

        var chen = await valet.Opens("walk-in", ("address", "陈小姐"));

        var call = valet.Views.Alerts.Values.Single(alert => alert.Template == "walk-in-arrived");
        call.Should().Match<AlertView>(alert => alert.State == "open" && alert.Exhausted && alert.Next == null);
        call.Ladder.Should().OnlyContain(rung => rung.Code == "unmanned");
        await day.FastForward(10.Minutes());
        valet.Call(call).State.Should().Be("open");
        var host = await day.Host();
        await host.Copies(await host.Hears("自然来访，轮到您接待，陈小姐，停车场。", "Walk-in, your turn: Ms Chen, car park."));
        await valet.IsAnswered("ack", host);
        valet.Call(call).Should().Match<AlertView>(alert => alert.State == "done" && !alert.Exhausted);
        host.Journey(chen).Host.Should().Be("host");
        await day.AssertQuiet();
    }

    [Fact, Rule("A7")]
    public async Task Who_answered_and_goes_home_leaves_the_call_to_the_next()
    {
        await using var day = await SalesDay.Begin();
        var (host, bar, chief) = (await day.Host(), await day.WaterBar(), await day.Supervisor());
        var call = await Seat(day, host, bar);
        await bar.Copies(call);

        await bar.GoesHome();

        await chief.Copies(await chief.Hears(Zh, En));
        await host.IsAnswered("ack", chief);
        await day.AssertQuiet();
    }

    private static async Task<AlertView> Seat(SalesDay day, Colleague host, Colleague bar)
    {
        var wang = await host.Expects("王先生", 5.Minutes(), ("manager", "host"));
        var valet = await day.Valet();
        await valet.Pulls("arrive", wang);
        await day.Hush();
        await host.Pulls("seat", wang, ("table", "table-1"));
        return await bar.Hears(Zh, En);
    }
}
