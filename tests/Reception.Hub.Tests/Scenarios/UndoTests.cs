using FluentAssertions.Extensions;
using Reception.Contracts;

namespace Reception.Hub.Tests.Scenarios;

/// <summary>A tap by mistake: the last step is taken back, with all that it brought, and who had heard is told.</summary>
public sealed class UndoTests
{
    private const string Zh = "更正，王先生，刚才的呼叫不用了。";
    private const string En = "Correction, Mr Wang, never mind the last call.";

    [Fact, Rule("undo")]
    public async Task An_arrival_by_mistake_is_taken_back_and_only_who_had_heard_of_it_is_told()
    {
        await using var day = await SalesDay.Begin();
        var all = await day.Everybody();
        var wang = await all.Host.Expects("王先生", 20.Minutes(), ("manager", "host"), ("butler", "butler"), ("size", "2"));
        await all.Valet.Pulls("arrive", wang, ("size", "5"));
        var call = await all.Host.Hears("王先生到了，在停车场。", "Mr Wang has arrived, car park.");
        await all.Valet.Sees(views => views.Receipts.TryGetValue(call.Id, out var got) && got.People.Any(one => one is { Staff: "host", Heard: not null, How: "voice" }), "the host has heard it");
        await all.Butler.Rings(call);

        await all.Valet.TakesBack(wang);

        await all.Host.Hears(Zh, En);
        await all.Host.IsSpared(call);
        await all.Butler.IsSpared(call);
        all.Valet.Call(call).State.Should().Be("cancelled");
        var way = all.Valet.Journey(wang);
        way.Should().Match<JourneyView>(journey => journey.Stage == "expected" && journey.Arrived == null && journey.Undo == null);
        way.Facts.Should().Contain("size", "2");
        way.Steps.Select(step => step.Trigger).Should().Equal("expect");
        all.Valet.OpenItems(wang).Should().BeEmpty();
        await day.AssertQuiet();

        await all.Valet.Pulls("arrive", wang);
        await all.Butler.Hears("王先生到了，在停车场。", "Mr Wang has arrived, car park.");
    }

    [Fact, Rule("undo"), Rule("rota")]
    public async Task A_walk_in_by_mistake_never_was_and_its_turn_comes_back()
    {
        await using var day = await SalesDay.Begin();
        var (valet, host, other) = (await day.Valet(), await day.Host(), await day.OtherHost());
        var wang = await valet.Opens("walk-in", ("address", "王先生"));
        var turn = await host.Hears("自然来访，轮到您接待，王先生，停车场。", "Walk-in, your turn: Mr Wang, car park.");
        await host.Copies(turn);
        host.Views.Venue!.Rota.Should().Equal("host-two", "host");

        await valet.TakesBack(wang);

        await host.Hears(Zh, En);
        host.Views.Venue!.Rota.Should().Equal("host", "host-two");
        host.Views.Staff["host"].Hosting.Should().BeEmpty();
        valet.Journey(wang).Should().Match<JourneyView>(way => way.End == "undone" && way.Ended != null);
        valet.Views.Venue!.Columns.Should().OnlyContain(column => column.Count == 0);
        valet.Views.Venue.Departed.Should().BeEmpty();
        other.Unheard.Should().BeEmpty();
        await valet.Opens("walk-in", ("address", "陈小姐"));
        await host.Hears("自然来访，轮到您接待，陈小姐，停车场。", "Walk-in, your turn: Ms Chen, car park.");
        await day.AssertQuiet();
    }

    [Fact, Rule("undo")]
    public async Task Items_and_places_go_back_to_what_they_were()
    {
        await using var day = await SalesDay.Begin();
        var (valet, host) = (await day.Valet(), await day.Host());
        var wang = await valet.Opens("return-visit", ("address", "王先生"), ("manager", "host"));
        await valet.Skips(valet.Item(wang, "sunshade"));
        await valet.Pulls("escort", wang, ("space", "B1-20"));

        await valet.TakesBack(wang);

        valet.Journey(wang).Stage.Should().Be("arrived");
        valet.Journey(wang).Facts.Should().NotContainKey("space");
        valet.OpenItems(wang).Should().Equal("valuables");
        valet.Item(wang, "sunshade").State.Should().Be("skipped", "that was not part of it");
        valet.Views.Places["B1-20"].Should().Match<PlaceView>(place => place.State == "free" && place.Journey == null);
        await host.Pulls("seat", wang, ("table", "table-1"));
        await host.TakesBack(wang);
        host.Views.Places["table-1"].State.Should().Be("free");
    }

    [Fact, Rule("undo")]
    public async Task A_call_that_the_step_had_ended_rings_again()
    {
        await using var day = await SalesDay.Begin();
        var (valet, host, bar) = (await day.Valet(), await day.Host(), await day.WaterBar());
        var wang = await valet.Opens("return-visit", ("address", "王先生"), ("manager", "host"));
        await host.Pulls("seat", wang, ("table", "table-1"));
        var call = await bar.Hears("1号桌，王先生，请上饮品。", "Table 1, Mr Wang, drinks please.");
        await host.Pulls("serve", wang);
        await bar.IsSpared(call);

        await host.TakesBack(wang);

        await bar.Sees(views => views.Alerts[call.Id].State == "open", "the call is open again");
        host.Item(wang, "ask-drinks").State.Should().Be("open");
        host.OpenItems(wang).Should().NotContain("top-up");
        await bar.Copies(bar.Call(call));
        await host.IsAnswered("ack", bar);
    }

    [Fact, Rule("undo")]
    public async Task Only_who_did_it_only_the_last_step_and_only_for_half_a_minute()
    {
        await using var day = await SalesDay.Begin();
        var (valet, other, host) = (await day.Valet(), await day.OtherValet(), await day.Host());
        var wang = await host.Expects("王先生", 20.Minutes(), ("manager", "host"));
        await valet.Pulls("arrive", wang);
        valet.Journey(wang).Undo.Should().Match<UndoView>(undo => undo.Trigger == "arrive" && undo.Staff == "valet");
        (await other.CannotTakeBack("not-yours", wang)).Args.Should().Contain("who", "valet");
        (await host.CannotTakeBack("not-yours", wang)).Args.Should().Contain("who", "valet");

        await valet.Pulls("escort", wang);
        await day.FastForward(31.Seconds());
        await valet.CannotTakeBack("nothing-to-undo", wang);
        valet.Journey(wang).Stage.Should().Be("approaching");
    }

    [Fact, Rule("undo")]
    public async Task What_somebody_has_built_upon_stays()
    {
        await using var day = await SalesDay.Begin();
        var (valet, host, bar) = (await day.Valet(), await day.Host(), await day.WaterBar());
        var wang = await valet.Opens("return-visit", ("address", "王先生"), ("manager", "host"));
        await host.Pulls("seat", wang);
        await bar.HasDone(await bar.Hears("王先生，请上饮品。", "Mr Wang, drinks please."));

        await host.CannotTakeBack("nothing-to-undo", wang);

        host.Journey(wang).Stage.Should().Be("seated");
    }

    [Fact, Rule("undo")]
    public async Task A_departure_by_mistake_brings_the_guest_back_as_they_were()
    {
        await using var day = await SalesDay.Begin();
        var all = await day.Everybody();
        var wang = await all.At("visiting");
        await all.Host.Pulls("leave", wang);
        await day.Hush();
        await all.Valet.Pulls("depart", wang);

        await all.Valet.TakesBack(wang);

        all.Valet.Journey(wang).Should().Match<JourneyView>(way => way.Stage == "leaving" && way.Ended == null && way.End == null);
        all.Valet.Views.Venue!.Departed.Should().BeEmpty();
        all.Valet.Views.Places["B1-20"].Journey.Should().Be(wang.Journey);
        all.Valet.OpenItems(wang).Should().Contain("belongings");
        all.Valet.Views.Alerts.Values.Should().Contain(alert => alert.Template == "guest-leaving" && alert.State == "open");
    }
}
