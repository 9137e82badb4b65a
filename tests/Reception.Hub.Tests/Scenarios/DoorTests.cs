using FluentAssertions.Extensions;
using Reception.Contracts;

namespace Reception.Hub.Tests.Scenarios;

/// <summary>A6: the door is opened, the guest greeted, what is wet is stored.</summary>
public sealed class DoorTests
{
    [Fact, Rule("A6")]
    public async Task The_guest_is_welcomed_and_who_receives_them_hears_it()
    {
        await using var day = await SalesDay.Begin();
        var all = await day.Everybody();
        var wang = await all.Host.Expects("王先生", 5.Minutes(), ("manager", "host"), ("butler", "butler"));
        await all.Valet.Pulls("arrive", wang);
        await all.Valet.Pulls("escort", wang);
        await day.Hush();

        await all.Door.Pulls("welcome", wang);

        await all.Host.Hears("王先生进门了，请接待。", "Mr Wang is inside.");
        await all.Butler.Hears("王先生进门了，请接待。", "Mr Wang is inside.");
        all.Door.Journey(wang).Stage.Should().Be("welcomed");
        await day.AssertQuiet();
    }

    [Fact, Rule("A6")]
    public async Task What_is_stored_gets_a_tag_of_its_own_and_a_tag_given_back_is_free_again()
    {
        await using var day = await SalesDay.Begin();
        var (valet, door) = (await day.Valet(), await day.Door());
        var visits = new List<Visit>();
        foreach (var address in new[] { "王先生", "李女士", "陈小姐" })
        {
            visits.Add(await valet.Opens("return-visit", ("address", address), ("manager", "host")));
        }

        await door.Pulls("welcome", visits[0], ("stored", "umbrella"));
        await door.Pulls("welcome", visits[1], ("stored", "bag"));
        door.Item(visits[0], "stored").Should().Match<ItemView>(item => item.Tag == 1 && item.Positions.Contains("door-valet"));
        door.Item(visits[1], "stored").Tag.Should().Be(2);
        await door.Ticks(door.Item(visits[0], "stored"));
        await door.Pulls("welcome", visits[2], ("stored", "raincoat"));

        door.Item(visits[2], "stored").Tag.Should().Be(1);
        door.Journey(visits[2]).Facts.Should().Contain("stored", "raincoat");
    }

    [Fact, Rule("A6")]
    public async Task Who_has_nothing_to_store_gets_no_tag()
    {
        await using var day = await SalesDay.Begin();
        var (valet, door) = (await day.Valet(), await day.Door());
        var wang = await valet.Opens("return-visit", ("address", "王先生"), ("manager", "host"));

        await door.Pulls("welcome", wang);

        door.OpenItems(wang).Should().BeEmpty("the valet's items were taken along");
    }

    [Fact, Rule("A6")]
    public async Task Who_comes_on_foot_is_received_by_the_door_alone()
    {
        await using var day = await SalesDay.Begin();
        var (door, host) = (await day.Door(), await day.Host());

        var chen = await door.Opens("walk-in", ("address", "陈小姐"));
        await host.Copies(await host.Hears("自然来访，轮到您接待，陈小姐，停车场。", "Walk-in, your turn: Ms Chen, car park."));
        await door.Pulls("welcome", chen);

        await host.Hears("陈小姐进门了，请接待。", "Ms Chen is inside.");
        door.Journey(chen).Steps.Select(step => step.Trigger).Should().Equal("walk-in", "welcome");
        await day.AssertQuiet();
    }
}
