using FluentAssertions.Extensions;
using Reception.Contracts;

namespace Reception.Hub.Tests.Scenarios;

/// <summary>A2 to A5: the space, the umbrella, what the valet reminds of, the way to the door.</summary>
public sealed class CarParkTests
{
    [Fact, Rule("A2")]
    public async Task In_rain_the_umbrella_is_called_for_before_an_expected_guest_comes()
    {
        await using var day = await SalesDay.Begin();
        var (valet, host, chief) = (await day.Valet(), await day.Host(), await day.Supervisor());
        await chief.SaysTheWeatherIs("rain");
        var wang = await host.Expects("王先生", 30.Minutes(), ("manager", "host"));
        await valet.Sees(views => views.Items.Values.Any(item => item.Template == "umbrella" && item.Positions.Contains("parking-valet")), "an umbrella is on the list");

        await day.FastForward(24.Minutes());
        await day.AssertQuiet();
        await day.FastForward(2.Minutes());

        await valet.Hears("王先生快到了，请备伞。", "Mr Wang is near, umbrella please.");
        await valet.Pulls("arrive", wang);
        await host.Copies(await host.Hears("王先生到了，在停车场。", "Mr Wang has arrived, car park."));
        await valet.Pulls("escort", wang);
        valet.Item(wang, "umbrella").Should().Match<ItemView>(item => item.State == "done" && item.Staff == "valet");
        await day.AssertQuiet();
    }

    [Fact, Rule("A2")]
    public async Task Rain_that_begins_later_brings_the_umbrella_and_a_clearing_sky_takes_it_away()
    {
        await using var day = await SalesDay.Begin();
        var (host, chief) = (await day.Host(), await day.Supervisor());
        var wang = await host.Expects("王先生", 30.Minutes(), ("manager", "host"));
        host.OpenItems(wang).Should().BeEmpty("it is dry");

        await chief.SaysTheWeatherIs("snow");
        chief.OpenItems(wang).Should().Equal("umbrella");
        await chief.SaysTheWeatherIs("clear");

        chief.OpenItems(wang).Should().BeEmpty();
        await day.FastForward(29.Minutes());
        await day.AssertQuiet();
    }

    [Fact, Rule("A2")]
    public async Task For_a_walk_in_in_rain_the_umbrella_is_due_at_once()
    {
        await using var day = await SalesDay.Begin();
        var (valet, host, chief) = (await day.Valet(), await day.Host(), await day.Supervisor());
        await chief.SaysTheWeatherIs("rain");

        var chen = await valet.Opens("walk-in", ("address", "陈小姐"));

        await host.Hears("自然来访，轮到您接待，陈小姐，停车场。", "Walk-in, your turn: Ms Chen, car park.");
        var umbrella = valet.Item(chen, "umbrella-now");
        umbrella.Name.Zh.Should().Be("撑伞，再开车门");
        DateTimeOffset.FromUnixTimeMilliseconds(umbrella.Due!.Value).Should().BeOnOrBefore(day.Now);
        valet.OpenItems(chen).Should().BeEquivalentTo(["umbrella-now", "valuables"], "no sunshade in rain");
    }

    [Fact, Rule("A2"), Rule("P7")]
    public async Task The_space_is_noted_and_a_second_car_is_told_who_stands_there()
    {
        await using var day = await SalesDay.Begin();
        var (valet, host) = (await day.Valet(), await day.Host());
        var wang = await valet.Opens("return-visit", ("address", "王先生"), ("manager", "host"));
        var li = await valet.Opens("return-visit", ("address", "李女士"), ("manager", "host"));
        await valet.Pulls("park", wang, ("space", "B1-20"));

        var refused = await valet.IsRefused("place-taken", "park", li, ("space", "B1-20"));

        refused.Args.Should().Contain("place", "B1-20").And.Contain("journey", wang.Journey);
        refused.Words!.Zh.Should().Contain("B1-20").And.Contain("王先生");
        await valet.Pulls("park", li, ("space", "B1-21"));
        valet.Views.Places["B1-20"].Should().Match<PlaceView>(place => place.State == "used" && place.Journey == wang.Journey);
        valet.Views.Places["B1-21"].Journey.Should().Be(li.Journey);
        await host.Sees(views => views.Journeys[li.Journey].Stage == "parked", "the car stands");
    }

    [Fact, Rule("A2")]
    public async Task Between_arriving_and_escorting_nothing_need_be_tapped()
    {
        await using var day = await SalesDay.Begin();
        var (valet, _) = (await day.Valet(), await day.Host());
        var wang = await valet.Opens("return-visit", ("address", "王先生"), ("manager", "host"));

        await valet.Pulls("escort", wang);

        valet.Journey(wang).Steps.Select(step => step.Trigger).Should().Equal("return-visit", "escort");
    }

    [Fact, Rule("A3"), Rule("A4")]
    public async Task Escorting_ticks_what_was_reminded_of_and_the_sunshade_unless_it_was_said_that_it_was_not_done()
    {
        await using var day = await SalesDay.Begin();
        var (valet, _) = (await day.Valet(), await day.Host());
        var wang = await valet.Opens("return-visit", ("address", "王先生"), ("manager", "host"));
        valet.OpenItems(wang).Should().BeEquivalentTo(["valuables", "sunshade"]);
        valet.Item(wang, "valuables").Name.Should().Be(new Text("提醒贵重物品随身，关好门窗", "Valuables along, windows and doors closed"));
        valet.Item(wang, "sunshade").Name.Zh.Should().Be("放遮阳板");
        await valet.Skips(valet.Item(wang, "sunshade"));

        await valet.Pulls("escort", wang);

        valet.Item(wang, "valuables").Should().Match<ItemView>(item => item.State == "done" && item.Staff == "valet");
        valet.Item(wang, "sunshade").State.Should().Be("skipped");
    }

    [Theory, Rule("A4")]
    [InlineData("rain", false)]
    [InlineData("snow", false)]
    [InlineData("hot", true)]
    [InlineData("cloudy", true)]
    public async Task A_sunshade_is_put_up_in_any_weather_but_rain_and_snow(string weather, bool shade)
    {
        await using var day = await SalesDay.Begin();
        var (valet, chief) = (await day.Valet(), await day.Supervisor());
        await chief.SaysTheWeatherIs(weather);

        var wang = await valet.Opens("return-visit", ("address", "王先生"), ("manager", "host"));

        valet.OpenItems(wang).Contains("sunshade").Should().Be(shade);
    }

    [Fact, Rule("A5")]
    public async Task The_door_hears_who_is_coming_and_need_not_answer()
    {
        await using var day = await SalesDay.Begin();
        var all = await day.Everybody();
        var wang = await all.Host.Expects("王先生", 5.Minutes(), ("manager", "host"), ("size", "3"), ("needs", "elderly"));
        await all.Valet.Pulls("arrive", wang);
        await day.Hush();

        await all.Valet.Pulls("escort", wang, ("space", "B1-20"));

        var coming = await all.Door.Hears("王先生往大门来了，3位。", "Mr Wang is coming to the door, party of 3.");
        coming.Screen.Zh.Should().Be("王先生往大门来了 · 3 位 · 有老人");
        coming.Should().Match<AlertView>(call => call.Kind == "information" && call.Answer == "none");
        all.Valet.Journey(wang).Stage.Should().Be("approaching");
        all.Valet.Views.Places["B1-20"].State.Should().Be("used");
        await day.AssertQuiet();
        await all.Door.Pulls("welcome", wang);
        await all.Door.IsSpared(coming);
    }
}
