using FluentAssertions.Extensions;
using Reception.Contracts;

namespace Reception.Hub.Tests.Scenarios;

/// <summary>轮排: whose turn it is to receive a walk-in.</summary>
public sealed class RotaTests
{
    [Fact, Rule("rota")]
    public async Task The_turn_goes_round_in_the_order_in_which_they_have_waited()
    {
        await using var day = await SalesDay.Begin();
        var valet = await day.Valet();
        var hosts = new[] { await day.Host(), await day.OtherHost(), await day.ThirdHost() };
        hosts[2].Views.Venue!.Rota.Should().Equal("host", "host-two", "host-three");

        foreach (var host in hosts)
        {
            var guest = await valet.Opens("walk-in", ("address", "陈小姐"));
            await host.Copies(await HearsTurn(host));
            host.Journey(guest).Host.Should().Be(host.Id);
            await day.AssertQuiet();
        }

        valet.Views.Venue!.Rota.Should().Equal("host", "host-two", "host-three");
    }

    [Fact, Rule("rota")]
    public async Task It_is_offered_to_one_alone_and_spent_only_at_the_answer()
    {
        await using var day = await SalesDay.Begin();
        var (valet, host, _) = (await day.Valet(), await day.Host(), await day.OtherHost());
        var guest = await valet.Opens("walk-in", ("address", "陈小姐"));
        var turn = await HearsTurn(host);
        await day.AssertQuiet();
        valet.Journey(guest).Host.Should().BeNull();
        valet.Views.Venue!.Rota.Should().Equal("host", "host-two");

        await host.Copies(turn);

        host.Journey(guest).Host.Should().Be("host");
        host.Views.Venue!.Rota.Should().Equal("host-two", "host");
    }

    [Fact, Rule("rota")]
    public async Task Who_cannot_come_passes_it_on_at_once_and_keeps_the_place()
    {
        await using var day = await SalesDay.Begin();
        var (valet, host, other) = (await day.Valet(), await day.Host(), await day.OtherHost());
        await valet.Opens("walk-in", ("address", "陈小姐"));

        await host.CannotCome(await HearsTurn(host));

        await valet.IsAnswered("decline", host);
        await other.Copies(await HearsTurn(other));
        await valet.IsAnswered("ack", other);
        valet.Views.Venue!.Rota.Should().Equal("host", "host-two");
        await day.AssertQuiet();
    }

    [Fact, Rule("rota")]
    public async Task Who_is_silent_for_a_minute_loses_it_to_the_next_and_may_still_say_copy()
    {
        await using var day = await SalesDay.Begin();
        var (valet, host, other) = (await day.Valet(), await day.Host(), await day.OtherHost());
        var guest = await valet.Opens("walk-in", ("address", "陈小姐"));
        var turn = await HearsTurn(host);
        await day.FastForward(59.Seconds());
        await day.AssertQuiet();

        await day.FastForward(2.Seconds());

        var passed = await HearsTurn(other);
        await host.Copies(turn);
        await other.IsSpared(passed);
        host.Journey(guest).Host.Should().Be("host");
        await day.AssertQuiet();
    }

    [Fact, Rule("rota")]
    public async Task Who_is_away_keeps_the_place_and_is_not_asked()
    {
        await using var day = await SalesDay.Begin();
        var (valet, host, other) = (await day.Valet(), await day.Host(), await day.OtherHost());
        await host.Leaves(10);
        await valet.Sees(views => views.Staff["host"].State == "away", "the host is away");
        await valet.Opens("walk-in", ("address", "陈小姐"));
        await other.Copies(await HearsTurn(other));
        await day.AssertQuiet();

        await host.ComesBack();
        host.Views.Venue!.Rota.Should().Equal("host", "host-two");
        await valet.Opens("walk-in", ("address", "李女士"));
        await host.Hears("自然来访，轮到您接待，李女士，停车场。", "Walk-in, your turn: Ms Li, car park.");
    }

    [Fact, Rule("rota")]
    public async Task Who_leaves_while_it_is_offered_passes_it_on_at_once()
    {
        await using var day = await SalesDay.Begin();
        var (valet, host, other) = (await day.Valet(), await day.Host(), await day.OtherHost());
        await valet.Opens("walk-in", ("address", "陈小姐"));
        await HearsTurn(host);

        await host.Leaves(5);

        await other.Copies(await HearsTurn(other));
        await valet.IsAnswered("ack", other);
    }

    [Fact, Rule("rota")]
    public async Task Who_is_with_a_guest_is_passed_over_and_comes_first_afterwards()
    {
        await using var day = await SalesDay.Begin();
        var (valet, host, other) = (await day.Valet(), await day.Host(), await day.OtherHost());
        var own = await valet.Opens("return-visit", ("address", "王先生"), ("manager", "host"));
        await host.Copies(await host.Hears("王先生到了，在停车场。", "Mr Wang has arrived, car park."));

        await valet.Opens("walk-in", ("address", "陈小姐"));

        await other.Copies(await HearsTurn(other));
        other.Views.Venue!.Rota.Should().Equal("host", "host-two");
        await day.AssertQuiet();
        await valet.Pulls("depart", own);
        await valet.Opens("walk-in", ("address", "李女士"));
        await host.Copies(await host.Hears("自然来访，轮到您接待，李女士，停车场。", "Walk-in, your turn: Ms Li, car park."));
    }

    [Fact, Rule("rota")]
    public async Task With_nobody_left_all_managers_are_asked_and_whoever_takes_it_has_the_guest()
    {
        await using var day = await SalesDay.Begin();
        var (valet, host, other) = (await day.Valet(), await day.Host(), await day.OtherHost());
        await valet.Opens("return-visit", ("address", "王先生"), ("manager", "host"));
        await valet.Opens("return-visit", ("address", "李女士"), ("manager", "host-two"));
        await day.Hush();

        var guest = await valet.Opens("walk-in", ("address", "陈小姐"));

        var toHost = await HearsTurn(host);
        await other.Copies(await HearsTurn(other));
        await host.IsSpared(toHost);
        other.Journey(guest).Host.Should().Be("host-two");
        await day.AssertQuiet();
    }

    private static Task<AlertView> HearsTurn(Colleague who) =>
        who.Hears("自然来访，轮到您接待，陈小姐，停车场。", "Walk-in, your turn: Ms Chen, car park.");
}
