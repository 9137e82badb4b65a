using FluentAssertions.Extensions;
using Reception.Contracts;

namespace Reception.Hub.Tests.Scenarios;

/// <summary>A7: drinks are named, asked for, and served promptly: two clocks.</summary>
public sealed class DrinksTests
{
    [Fact, Rule("A7")]
    public async Task Seated_and_the_water_bar_hears_where_asks_serves_and_is_done()
    {
        await using var day = await SalesDay.Begin();
        var all = await day.Everybody();
        var wang = await Seat(day, all);
        var call = await all.Bar.Hears("1号桌，王先生，请上饮品。", "Table 1, Mr Wang, drinks please.");
        call.Should().Match<AlertView>(one => one.WantsDone && one.Kind == "action");
        await all.Bar.Copies(call);
        await all.Host.IsAnswered("ack", all.Bar);

        var words = await all.Bar.Phone.Api.Words(all.Bar.Journey(wang).Words);
        words.Fields.Single(field => field.Id == "drink").Choices.Select(choice => choice.Name.Zh).Should().Equal("龙井", "红茶", "美式咖啡", "柠檬水", "橙汁", "温水");
        await all.Bar.Pulls("choose-drinks", wang, ("drink", "longjing,coffee"));
        all.Bar.Journey(wang).Facts.Should().Contain("drink", "longjing,coffee");
        all.Bar.Item(wang, "ask-drinks").Should().Match<ItemView>(item => item.State == "done" && item.Staff == "bar");
        (all.Bar.Item(wang, "bring-drinks").Due - all.Bar.Phone.Time.Now).Should().BeInRange(290_000, 300_000);
        await all.Bar.Pulls("serve", wang);

        all.Bar.Call(call).State.Should().Be("done");
        all.Bar.Item(wang, "bring-drinks").State.Should().Be("done");
        await day.AssertQuiet();
        await day.FastForward(20.Minutes());
        await all.Bar.Hears("1号桌，请添茶水。", "Table 1, top up please.");
        await day.AssertQuiet();
    }

    [Fact, Rule("A7")]
    public async Task Nobody_has_asked_after_three_minutes_and_bar_and_supervisor_hear_it_then_the_manager()
    {
        await using var day = await SalesDay.Begin();
        var all = await day.Everybody();
        await Seat(day, all);
        await all.Bar.Copies(await all.Bar.Hears("1号桌，王先生，请上饮品。", "Table 1, Mr Wang, drinks please."));

        await day.FastForward(179.Seconds());
        await day.AssertQuiet();
        await day.FastForward(2.Seconds());
        await all.Bar.Hears("1号桌，王先生的饮品超时了。", "Table 1, drinks for Mr Wang are late.");
        var late = await all.Supervisor.Hears("1号桌，王先生的饮品超时了。", "Table 1, drinks for Mr Wang are late.");
        await day.AssertQuiet();

        await day.FastForward(4.Minutes());
        await all.Manager.Copies(await all.Manager.Hears("1号桌，王先生的饮品超时了。", "Table 1, drinks for Mr Wang are late."));
        await all.Supervisor.IsSpared(late);
        await day.AssertQuiet();
    }

    [Fact, Rule("A7")]
    public async Task Chosen_but_not_served_after_five_minutes_is_late_too_and_serving_ends_it()
    {
        await using var day = await SalesDay.Begin();
        var all = await day.Everybody();
        var wang = await Seat(day, all);
        await all.Bar.Copies(await all.Bar.Hears("1号桌，王先生，请上饮品。", "Table 1, Mr Wang, drinks please."));
        await day.FastForward(2.Minutes());
        await all.Bar.Pulls("choose-drinks", wang, ("drink", "water"));

        await day.FastForward(298.Seconds());
        await day.AssertQuiet();
        await day.FastForward(3.Seconds());

        var late = await all.Bar.Hears("1号桌，王先生的饮品超时了。", "Table 1, drinks for Mr Wang are late.");
        var toSupervisor = await all.Supervisor.Hears("1号桌，王先生的饮品超时了。", "Table 1, drinks for Mr Wang are late.");
        await all.Bar.Pulls("serve", wang);
        await all.Bar.IsSpared(late);
        await all.Supervisor.IsSpared(toSupervisor);
        all.Bar.Call(late).State.Should().Be("overtaken");
        await day.AssertQuiet();
    }

    [Fact, Rule("A7")]
    public async Task What_the_host_was_told_goes_to_the_bar_in_one_call_instead_of_asking()
    {
        await using var day = await SalesDay.Begin();
        var all = await day.Everybody();
        var wang = await Seat(day, all);
        var first = await all.Bar.Hears("1号桌，王先生，请上饮品。", "Table 1, Mr Wang, drinks please.");

        await all.Host.Pulls("order-drinks", wang, ("drink", "lemon"));

        await all.Bar.Hears("1号桌，王先生，请上柠檬水。", "Table 1, Mr Wang, lemon water please.");
        await all.Bar.IsSpared(first);
        await all.Bar.Pulls("serve", wang);
        await day.AssertQuiet();
    }

    [Fact, Rule("A7")]
    public async Task A_drink_known_beforehand_is_said_at_once_and_only_its_serving_is_timed()
    {
        await using var day = await SalesDay.Begin();
        var all = await day.Everybody();
        var wang = await all.Host.Expects("王先生", 5.Minutes(), ("manager", "host"), ("drink", "longjing"), ("size", "2"));
        await all.Valet.Pulls("arrive", wang);
        await all.Door.Pulls("welcome", wang);
        await day.Hush();

        await all.Host.Pulls("seat", wang, ("table", "table-2"));

        var call = await all.Bar.Hears("2号桌，王先生，龙井，请上饮品。", "Table 2, Mr Wang, Longjing tea, drinks please.");
        call.Screen.Zh.Should().Be("2号桌 · 王先生：请上饮品 · 龙井 · 2 位");
        all.Bar.OpenItems(wang).Should().Equal("bring-drinks");
        await day.AssertQuiet();
    }

    [Fact, Rule("A7"), Rule("P7")]
    public async Task One_table_is_one_partys()
    {
        await using var day = await SalesDay.Begin();
        var all = await day.Everybody();
        var wang = await Seat(day, all);
        var li = await all.Valet.Opens("return-visit", ("address", "李女士"), ("manager", "host-two"));

        var refused = await all.OtherHost.IsRefused("place-taken", "seat", li, ("table", "table-1"));

        refused.Args.Should().Contain("journey", wang.Journey);
        refused.Words!.Zh.Should().Contain("1号桌").And.Contain("王先生");
        await all.OtherHost.Pulls("seat", li, ("table", "table-2"));
    }

    /// <summary>王先生 sits at table 1, and nothing but that is in anybody's ear.</summary>
    private static async Task<Visit> Seat(SalesDay day, Crew all)
    {
        var wang = await all.Valet.Opens("return-visit", ("address", "王先生"), ("manager", "host"));
        await all.Door.Pulls("welcome", wang);
        await day.Hush();
        await all.Host.Pulls("seat", wang, ("table", "table-1"));
        return wang;
    }
}
