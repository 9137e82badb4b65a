using FluentAssertions.Extensions;
using Reception.Contracts;

namespace Reception.Hub.Tests.Scenarios;

/// <summary>A11 to A13 and 留步: the guest leaves, or stays after all.</summary>
public sealed class LeavingTests
{
    [Fact, Rule("A11")]
    public async Task The_parking_valet_is_called_with_plate_and_space_and_everybody_on_the_way_says_goodbye()
    {
        await using var day = await SalesDay.Begin();
        var all = await day.Everybody();
        var wang = await Seated(day, all);

        await all.Host.Pulls("leave", wang);

        var car = await all.Valet.Hears("王先生参观完了，请备车，尾号3 4 5，车位B1-20。", "Mr Wang is leaving, car please, plate ending 3 4 5, space B1-20.");
        car.Screen.Zh.Should().Be("王先生离场，备车 · 浙A·**345 · 车位 B1-20");
        car.Should().Match<AlertView>(call => call.Kind == "action" && call.WantsDone);
        foreach (var one in new[] { all.Door, all.Bar, all.Steward, all.Sales, all.Butler })
        {
            (await one.Hears("王先生离场，请道别。", "Mr Wang is leaving.")).Kind.Should().Be("information");
        }

        await all.Valet.Copies(car);
        await all.Host.IsAnswered("ack", all.Valet);
        all.Valet.Journey(wang).Should().Match<JourneyView>(way => way.Stage == "leaving" && way.Column == "leaving");
        await day.AssertQuiet();
    }

    [Theory, Rule("A11")]
    [InlineData("arrived", "door")]
    [InlineData("parked", "host")]
    [InlineData("approaching", "door")]
    [InlineData("welcomed", "butler")]
    [InlineData("seated", "host")]
    [InlineData("touring", "steward")]
    [InlineData("visiting", "steward")]
    public async Task A_guest_may_leave_from_any_stage_and_the_room_is_free_at_once(string stage, string by)
    {
        await using var day = await SalesDay.Begin();
        var all = await day.Everybody();
        var wang = await all.At(stage);
        all.Host.Journey(wang).Stage.Should().Be(stage);
        await day.Hush();

        await (await day.ComeIn(by)).Pulls("leave", wang);

        await all.Valet.Sees(views => views.Journeys[wang.Journey].Stage == "leaving", "the guest leaves");
        all.Valet.Views.Places.Values.Where(place => place.Kind == "room").Should().OnlyContain(room => room.State == "free");
        await all.Valet.Pulls("depart", wang);
        all.Valet.Journey(wang).Should().Match<JourneyView>(way => way.Stage == "seen-off" && way.End == "depart");
        all.Valet.Views.Places.Values.Should().OnlyContain(place => place.Journey == null);
    }

    [Fact, Rule("A12")]
    public async Task The_car_is_at_the_door_and_those_with_the_guest_hear_it_and_after_five_minutes_are_asked()
    {
        await using var day = await SalesDay.Begin();
        var all = await day.Everybody();
        var wang = await Seated(day, all);
        await all.Host.Pulls("leave", wang);
        await day.Hush();
        all.Valet.Item(wang, "belongings").Should().Match<ItemView>(item => item.State == "open" && item.Positions.Contains("parking-valet"));
        all.Valet.Item(wang, "belongings").Name.Zh.Should().Be("开门护顶，提醒随身物品");

        await all.Valet.Pulls("car-ready", wang);

        foreach (var one in new[] { all.Host, all.Butler, all.Door })
        {
            await one.Hears("王先生的车到门口了。", "The car of Mr Wang is at the door.");
        }

        all.Valet.Journey(wang).Stage.Should().Be("car-waiting");
        await day.FastForward(299.Seconds());
        await day.AssertQuiet();
        await day.FastForward(2.Seconds());
        var where = await all.Host.Hears("车等了五分钟，王先生还没出来，请看一下。", "The car has waited five minutes for Mr Wang, please look.");
        await all.Butler.Hears("车等了五分钟，王先生还没出来，请看一下。", "The car has waited five minutes for Mr Wang, please look.");
        await all.Door.Pulls("depart", wang);
        await all.Host.IsSpared(where);
        await day.AssertQuiet();
    }

    [Fact, Rule("A12")]
    public async Task What_is_stored_rings_the_door_with_its_tag_when_its_guest_leaves_and_blocks_nobody()
    {
        await using var day = await SalesDay.Begin();
        var all = await day.Everybody();
        var wang = await all.Valet.Opens("return-visit", ("address", "王先生"), ("manager", "host"));
        await all.Door.Pulls("welcome", wang, ("stored", "umbrella"));
        await all.Host.Pulls("seat", wang);
        await day.Hush();

        await all.Host.Pulls("leave", wang);

        await all.Door.Hears("王先生离场，请道别。", "Mr Wang is leaving.");
        var here = await all.Door.Hears("王先生离场，寄存1号请还给客户。", "Mr Wang is leaving, tag 1, please give it back.");
        here.Screen.Zh.Should().Be("王先生离场，寄存 1 号未取 · 雨伞");
        await all.Door.Ticks(all.Door.Item(wang, "stored"));
        await all.Door.IsSpared(here);

        var li = await all.Valet.Opens("return-visit", ("address", "李女士"), ("manager", "host"));
        await all.Door.Pulls("welcome", li, ("stored", "bag"));
        await all.Door.Pulls("leave", li);
        await all.Door.Hears("李女士离场，寄存1号请还给客户。", "Ms Li is leaving, tag 1, please give it back.");
        await all.Valet.Pulls("depart", li);
        all.Valet.Journey(li).Stage.Should().Be("seen-off");
    }

    [Fact, Rule("A13")]
    public async Task Departing_ends_the_visit_and_it_is_known_how_long_each_part_of_it_was()
    {
        await using var day = await SalesDay.Begin();
        var all = await day.Everybody();
        var wang = await all.Valet.Opens("return-visit", ("address", "王先生"), ("manager", "host"));
        await all.Valet.Pulls("escort", wang, ("space", "B1-20"));
        await day.FastForward(2.Minutes());
        await all.Host.Pulls("seat", wang, ("table", "table-1"));
        await all.Bar.Pulls("serve", wang);
        await day.FastForward(15.Minutes());
        await all.Host.Pulls("leave", wang);
        await day.FastForward(3.Minutes());
        await day.Hush();

        await all.Valet.Pulls("depart", wang);

        var way = all.Valet.Journey(wang);
        way.Should().Match<JourneyView>(journey => journey.Stage == "seen-off" && journey.End == "depart" && journey.Ended != null);
        way.Steps.Select(step => step.Trigger).Should().Equal("return-visit", "escort", "seat", "serve", "leave", "depart");
        Minutes(way, "escort", "seat").Should().Be(2);
        Minutes(way, "seat", "leave").Should().Be(15);
        Minutes(way, "leave", "depart").Should().Be(3);
        all.Valet.Views.Venue!.Departed[0].Should().Match<Departure>(left => left.Address.Zh == "王先生" && left.Minutes == 20);
        all.Valet.Views.Venue.Columns.Single(column => column.Id == "departed").Count.Should().Be(1);
        all.Valet.OpenItems(wang).Should().BeEmpty();
        all.Valet.Item(wang, "belongings").Should().Match<ItemView>(item => item.State == "done" && item.Staff == "valet");
        all.Valet.Views.Places.Values.Should().OnlyContain(place => place.Journey == null);
        all.Valet.Views.Alerts.Values.Where(alert => alert.Journey == wang.Journey).Should().OnlyContain(alert => alert.Closed != null);
        (await all.Host.IsRefused("not-now", "leave", wang)).Args.Should().Contain("trigger", "depart").And.Contain("who", "valet");
        await day.AssertQuiet();
    }

    [Fact, Rule("stay"), Rule("A11")]
    public async Task A_guest_who_stays_after_all_is_seated_again_and_whoever_was_called_is_told()
    {
        await using var day = await SalesDay.Begin();
        var all = await day.Everybody();
        var wang = await Seated(day, all);
        await all.Host.Pulls("leave", wang);
        var car = await all.Valet.Hears("王先生参观完了，请备车，尾号3 4 5，车位B1-20。", "Mr Wang is leaving, car please, plate ending 3 4 5, space B1-20.");
        await all.Valet.Copies(car);
        await day.Hush();

        await all.Host.Pulls("stay", wang);

        foreach (var one in new[] { all.Valet, all.Door, all.Bar, all.Steward, all.Sales, all.Butler })
        {
            await one.Hears("王先生留步，先不走了。", "Mr Wang stays after all.");
        }

        await all.Valet.IsSpared(car);
        all.Valet.Journey(wang).Should().Match<JourneyView>(way => way.Stage == "seated" && way.Column == "seated");
        all.Valet.OpenItems(wang).Should().NotContain("belongings");
        all.Valet.Views.Places["table-1"].Journey.Should().Be(wang.Journey);
        await day.AssertQuiet();

        await all.Host.Pulls("leave", wang);
        await all.Valet.Hears("王先生参观完了，请备车，尾号3 4 5，车位B1-20。", "Mr Wang is leaving, car please, plate ending 3 4 5, space B1-20.");
    }

    [Fact, Rule("stay")]
    public async Task Also_when_the_car_is_at_the_door_already_and_nobody_looks_for_the_guest_any_more()
    {
        await using var day = await SalesDay.Begin();
        var all = await day.Everybody();
        var wang = await Seated(day, all);
        await all.Host.Pulls("leave", wang);
        await all.Valet.Pulls("car-ready", wang);

        await all.Door.Pulls("stay", wang);
        await day.Hush();

        await day.FastForward(6.Minutes());
        all.Door.OpenItems(wang).Should().NotContain(["car-wait", "belongings"]);
        await day.AssertQuiet();
    }

    private static int Minutes(JourneyView way, string from, string to) => (int)Math.Round(
        (way.Steps.Single(step => step.Trigger == to).At - way.Steps.Single(step => step.Trigger == from).At) / 60_000.0);

    private static async Task<Visit> Seated(SalesDay day, Crew all)
    {
        var wang = await all.At("seated");
        await all.Bar.Pulls("serve", wang);
        await day.Hush();
        return wang;
    }
}
