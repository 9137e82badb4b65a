using FluentAssertions.Extensions;
using Reception.Contracts;

namespace Reception.Hub.Tests.Scenarios;

/// <summary>Who does not come: by the clock an hour after the ETA, or by hand.</summary>
public sealed class NoShowTests
{
    [Fact, Rule("no-show")]
    public async Task An_hour_after_the_time_the_guest_counts_as_not_coming_and_who_waited_is_told()
    {
        await using var day = await SalesDay.Begin();
        var all = await day.Everybody();
        var wang = await all.Host.Expects("王先生", 10.Minutes(), ("manager", "host"), ("butler", "butler"));
        await day.FastForward(69.Minutes() + 55.Seconds());
        await day.AssertQuiet();

        await day.FastForward(6.Seconds());

        await all.Host.Hears("王先生未到。", "Mr Wang did not come.");
        await all.Butler.Hears("王先生未到。", "Mr Wang did not come.");
        await day.AssertQuiet();
        all.Valet.Journey(wang).Should().Match<JourneyView>(way => way.Stage == "no-show" && way.End == "no-show" && way.Column == "absent" && way.Arrived == null);
        all.Valet.Journey(wang).Steps[^1].Staff.Should().BeNull("the clock did it");
        all.Valet.Views.Venue!.Departed.Should().BeEmpty();
        (await all.Valet.IsRefused("not-now", "arrive", wang)).Args.Should().Contain("trigger", "no-show");
    }

    [Fact, Rule("no-show")]
    public async Task A_time_that_moves_moves_the_rest()
    {
        await using var day = await SalesDay.Begin();
        var all = await day.Everybody();
        await all.Supervisor.SaysTheWeatherIs("rain");
        var wang = await all.Host.Expects("王先生", 10.Minutes(), ("manager", "host"), ("butler", "butler"));

        await all.Butler.Pulls("move-eta", wang, ("eta", SalesDay.Ms(new(2026, 11, 28, 18, 30, 0, 8.Hours()))));

        await all.Host.Hears("王先生改到18:30到。", "Mr Wang now comes at 18:30.");
        await all.Valet.Hears("王先生改到18:30到。", "Mr Wang now comes at 18:30.");
        await day.AssertQuiet();
        await day.FastForward(2.Hours());
        all.Host.Journey(wang).Stage.Should().Be("expected");
        await day.AssertQuiet();
        await day.FastForward(2.Hours() + 26.Minutes());
        await all.Valet.Hears("王先生快到了，请备伞。", "Mr Wang is near, umbrella please.");
    }

    [Fact, Rule("no-show")]
    public async Task By_hand_it_is_noted_at_once_and_cannot_be_taken_back()
    {
        await using var day = await SalesDay.Begin();
        var all = await day.Everybody();
        var wang = await all.Host.Expects("王先生", 30.Minutes(), ("manager", "host"), ("butler", "butler"));

        await all.Butler.Pulls("no-show", wang);

        await all.Host.Hears("王先生未到。", "Mr Wang did not come.");
        await day.AssertQuiet();
        await all.Butler.CannotTakeBack("nothing-to-undo", wang);
        all.Butler.Journey(wang).Stage.Should().Be("no-show");
        all.Butler.Journey(wang).Steps[^1].Staff.Should().Be("butler");
        await day.FastForward(2.Hours());
        await day.AssertQuiet();
    }

    [Fact, Rule("no-show")]
    public async Task Who_has_arrived_is_no_no_show()
    {
        await using var day = await SalesDay.Begin();
        var (valet, host) = (await day.Valet(), await day.Host());
        var wang = await host.Expects("王先生", 10.Minutes(), ("manager", "host"));
        await valet.Pulls("arrive", wang);
        await host.Copies(await host.Hears("王先生到了，在停车场。", "Mr Wang has arrived, car park."));

        await day.FastForward(2.Hours());

        valet.Journey(wang).Stage.Should().Be("arrived");
        await day.AssertQuiet();
    }

    [Fact, Rule("no-show")]
    public async Task A_cancelled_visit_is_said_to_those_who_would_have_received_it()
    {
        await using var day = await SalesDay.Begin();
        var all = await day.Everybody();
        var wang = await all.Host.Expects("王先生", 30.Minutes(), ("manager", "host"), ("butler", "butler"));

        await all.Butler.Pulls("cancel", wang);

        await all.Host.Hears("王先生今天不来了。", "Mr Wang is not coming.");
        await all.Valet.Hears("王先生今天不来了。", "Mr Wang is not coming.");
        all.Butler.Journey(wang).End.Should().Be("cancel");
        await day.AssertQuiet();
    }
}
