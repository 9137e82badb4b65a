using FluentAssertions.Extensions;
using Reception.Contracts;

namespace Reception.Hub.Tests.Scenarios;

/// <summary>A1: the car arrives; who is it, expected or not, and who must know.</summary>
public sealed class ArrivalTests
{
    [Fact, Rule("A1")]
    public async Task An_expected_guest_is_said_to_their_own_manager_and_butler_at_once_and_to_nobody_else()
    {
        await using var day = await SalesDay.Begin();
        var all = await day.Everybody();
        var wang = await all.Host.Expects("王先生", 20.Minutes(), ("manager", "host"), ("butler", "butler"), ("plate", "浙A·12345"), ("size", "3"), ("visit", "return"));

        await all.Valet.Pulls("arrive", wang);

        var toManager = await all.Host.Hears("王先生到了，在停车场。", "Mr Wang has arrived, car park.");
        var toButler = await all.Butler.Hears("王先生到了，在停车场。", "Mr Wang has arrived, car park.");
        toManager.Screen.Should().Be(new Text("王先生到了 · 复访 · 3 位 · 浙A·**345", "Mr Wang has arrived · return visit · party of 3 · 浙A·**345"));
        toManager.Should().Match<AlertView>(call => call.Staff == "valet" && call.Position == "parking-valet" && call.Kind == "action");
        await all.Host.Copies(toManager);
        await all.Valet.IsAnswered("ack", all.Host);
        all.Host.Call(toManager).State.Should().Be("open", "the butler has not answered");
        await all.Butler.Copies(toButler);
        await all.Valet.IsAnswered("ack", all.Butler);
        all.Butler.Call(toButler).Should().Match<AlertView>(call => call.State == "done" && call.Answers.Count == 2);
        await day.AssertQuiet();
    }

    [Fact, Rule("A1")]
    public async Task The_valet_sees_who_is_expected_and_when_with_tails_of_plate_and_telephone_and_no_more()
    {
        await using var day = await SalesDay.Begin();
        var (valet, host) = (await day.Valet(), await day.Host());
        var ouyang = await host.Expects(
            "欧阳女士", 40.Minutes(), ("manager", "host"), ("plate", "浙B·77788"), ("phone", "13800001234"), ("full-name", "欧阳修文"), ("note", "喜欢安静"));

        await valet.Sees(views => views.Guests.ContainsKey(ouyang.Guest), "a guest is expected");

        valet.Guest(ouyang).Should().Match<GuestView>(guest => guest.Address == new Text("欧阳女士", "Ms Ouyang") && guest.Initials == "O");
        valet.Guest(ouyang).Labels.Should().BeEquivalentTo(new Dictionary<string, string> { ["plate"] = "浙B·**788", ["phone"] = "····1234" });
        valet.Guest(ouyang).Has.Should().Contain(["full-name", "note"]);
        valet.Journey(ouyang).Should().Match<JourneyView>(way => way.Stage == "expected" && way.Column == "expected");
        DateTimeOffset.FromUnixTimeMilliseconds(valet.Journey(ouyang).Eta!.Value).Should().BeCloseTo(day.Now + 40.Minutes(), 1.Minutes());
    }

    [Fact, Rule("A1"), Rule("P7")]
    public async Task Of_two_valets_who_say_at_once_that_a_guest_has_arrived_the_second_is_told_who_did_and_when()
    {
        await using var day = await SalesDay.Begin();
        var (valet, other, host) = (await day.Valet(), await day.OtherValet(), await day.Host());
        var wang = await host.Expects("王先生", 5.Minutes(), ("manager", "host"));
        await other.Sees(views => views.Journeys.ContainsKey(wang.Journey), "a guest is expected");
        await valet.Sees(views => views.Journeys.ContainsKey(wang.Journey), "a guest is expected");

        var answers = await Task.WhenAll(valet.Do(() => valet.Phone.Pull(wang.Journey, "arrive")), other.Do(() => other.Phone.Pull(wang.Journey, "arrive")));

        var (first, name) = answers[0].Ok ? ("valet", "陈晨") : ("valet-two", "赵磊");
        var second = answers.Should().ContainSingle(answer => !answer.Ok).Which;
        second.Code.Should().Be("not-now");
        second.Args.Should().Contain("who", first).And.Contain("trigger", "arrive").And.ContainKey("at");
        second.Args!["can"].Split(',').Should().Contain("escort");
        second.Words!.Zh.Should().Contain("王先生").And.Contain(name).And.Contain("已到").And.Contain("引领出发");
        await host.Hears("王先生到了，在停车场。", "Mr Wang has arrived, car park.");
        await day.AssertQuiet();
    }

    [Fact, Rule("A1")]
    public async Task When_the_guests_own_manager_is_not_here_the_other_managers_are_asked_and_one_who_comes_to_work_hears_it_too()
    {
        await using var day = await SalesDay.Begin();
        var (valet, other, butler) = (await day.Valet(), await day.OtherHost(), await day.Butler());
        var wang = await butler.Expects("王先生", 5.Minutes(), ("manager", "host"), ("butler", "butler"));

        await valet.Pulls("arrive", wang);

        await butler.Copies(await butler.Hears("王先生到了，在停车场。", "Mr Wang has arrived, car park."));
        var call = await other.Hears("王先生到了，在停车场。", "Mr Wang has arrived, car park.");
        var host = await day.Host();
        await host.Copies(await host.Hears("王先生到了，在停车场。", "Mr Wang has arrived, car park."));
        await other.IsSpared(call);
        await day.AssertQuiet();
    }

    [Fact, Rule("A1")]
    public async Task A_walk_in_is_the_turn_of_the_next_manager_and_the_butler_knows_of_it()
    {
        await using var day = await SalesDay.Begin();
        var all = await day.Everybody();

        var chen = await all.Valet.Opens("walk-in", ("address", "陈小姐"), ("size", "2"), ("needs", "child"));

        var turn = await all.Host.Hears("自然来访，轮到您接待，陈小姐，停车场。", "Walk-in, your turn: Ms Chen, car park.");
        await all.Butler.Hears("自然来访，陈小姐。", "Walk-in, Ms Chen.");
        await all.Host.Copies(turn);
        await all.Valet.IsAnswered("ack", all.Host);
        all.Host.Journey(chen).Facts.Should().Contain("visit", "first").And.Contain("manager", "host");
        all.Host.Journey(chen).Host.Should().Be("host");
        await day.AssertQuiet();
    }

    [Fact, Rule("A1")]
    public async Task A_return_visit_goes_to_its_own_manager_without_a_turn_and_nobody_can_leave_the_manager_out()
    {
        await using var day = await SalesDay.Begin();
        var (valet, host, other) = (await day.Valet(), await day.Host(), await day.OtherHost());
        var refused = await valet.Do(() => valet.Phone.Open(SalesDay.Playbook, "return-visit", new Dictionary<string, string> { ["address"] = "李女士" }));
        refused.Should().Match<Answer>(answer => answer.Code == "missing-field" && answer.Args!["field"] == "manager");

        var li = await valet.Opens("return-visit", ("address", "李女士"), ("manager", "host-two"));

        await other.Copies(await other.Hears("李女士到了，在停车场。", "Ms Li has arrived, car park."));
        other.Journey(li).Should().Match<JourneyView>(way => way.Host == "host-two" && way.Stage == "arrived");
        other.Views.Venue!.Rota.Should().Equal("host", "host-two");
        host.Unheard.Should().BeEmpty();
        await day.AssertQuiet();
    }

    [Fact, Rule("A1")]
    public async Task Nobody_answers_and_the_call_climbs_to_supervisor_and_manager_at_its_times()
    {
        await using var day = await SalesDay.Begin();
        var all = await day.Everybody();
        var wang = await all.Host.Expects("王先生", 5.Minutes(), ("manager", "host"), ("butler", "butler"));
        await all.Valet.Pulls("arrive", wang);
        var call = await all.Host.Hears("王先生到了，在停车场。", "Mr Wang has arrived, car park.");
        await all.Butler.Copies(await all.Butler.Hears("王先生到了，在停车场。", "Mr Wang has arrived, car park."));

        await day.FastForward(119.Seconds());
        await day.AssertQuiet();
        await day.FastForward(2.Seconds());
        await all.Supervisor.Hears("王先生到了，在停车场。李静没有应答。", "Mr Wang has arrived, car park. No answer from Li.");
        await day.FastForward(2.Minutes());
        await all.Manager.Copies(await all.Manager.Hears("王先生到了，在停车场。李静没有应答。", "Mr Wang has arrived, car park. No answer from Li."));

        await all.Host.IsSpared(call);
        var ladder = all.Manager.Call(call).Ladder;
        ladder.Select(rung => rung.State).Should().Equal("passed", "passed", "asked");
        ladder.Select(rung => rung.Code).Should().Equal("silent", "silent", null);
        ladder.Skip(1).Select(rung => rung.Fired - call.Raised).Should().AllSatisfy(late => (late % 120_000).Should().BeLessThan(2_000));
        await all.Valet.IsAnswered("ack", all.Manager);
        await day.AssertQuiet();
    }
}
