using FluentAssertions.Extensions;
using Reception.Client;
using Reception.Contracts;

namespace Reception.Hub.Tests.Scenarios;

/// <summary>A dead spot: what is missed rings on return with its age, what is over does not, and what was tapped meanwhile is not lost.</summary>
public sealed class ContactTests
{
    [Fact, Rule("A1"), Rule("P4")]
    public async Task A_call_of_the_meantime_rings_on_return_and_says_how_old_it_is()
    {
        await using var day = await SalesDay.Begin();
        var (valet, host) = (await day.Valet(), await day.Host());
        var wang = await host.Expects("王先生", 5.Minutes(), ("manager", "host"));
        await host.LosesContact();

        await valet.Pulls("arrive", wang);
        await day.FastForward(40.Seconds());
        await host.HasContact();

        var call = await host.Hears("王先生到了，在停车场。", "Mr Wang has arrived, car park.");
        (host.Phone.Time.Now - call.Raised).Should().BeInRange(40_000, 50_000);
        await host.Copies(call);
        await valet.IsAnswered("ack", host);
        host.Phone.Counters.Should().Match<ClientCounters>(been => been.Resumed == 1 && been.Reset == 0);
        await day.AssertQuiet();
    }

    [Fact, Rule("A1"), Rule("undo")]
    public async Task One_that_came_and_was_over_meanwhile_does_not_ring()
    {
        await using var day = await SalesDay.Begin();
        var (valet, host) = (await day.Valet(), await day.Host());
        var wang = await host.Expects("王先生", 5.Minutes(), ("manager", "host"));
        await host.LosesContact();

        await valet.Pulls("arrive", wang);
        await valet.TakesBack(wang);
        await host.HasContact();

        await host.Sees(views => views.Alerts.Values.Any(alert => alert is { Template: "guest-arrived", State: "cancelled" }), "it only stands in the history");
        host.Journey(wang).Stage.Should().Be("expected");
        await day.AssertQuiet();
    }

    [Fact, Rule("A1")]
    public async Task One_that_rang_before_and_was_taken_by_another_meanwhile_falls_silent_on_return()
    {
        await using var day = await SalesDay.Begin();
        var (valet, host, other) = (await day.Valet(), await day.Host(), await day.OtherHost());
        await valet.Opens("walk-in", ("address", "陈小姐"));
        var turn = await host.Hears("自然来访，轮到您接待，陈小姐，停车场。", "Walk-in, your turn: Ms Chen, car park.");
        await host.LosesContact();

        await day.FastForward(61.Seconds());
        await other.Copies(await other.Hears("自然来访，轮到您接待，陈小姐，停车场。", "Walk-in, your turn: Ms Chen, car park."));
        await host.HasContact();

        await host.IsSpared(turn);
        await day.AssertQuiet();
    }

    [Fact, Rule("A5"), Rule("P5")]
    public async Task What_the_valet_taps_in_a_dead_spot_waits_and_is_dated_when_it_was_tapped()
    {
        await using var day = await SalesDay.Begin();
        var (valet, host, door) = (await day.Valet(), await day.Host(), await day.Door());
        var wang = await host.Expects("王先生", 5.Minutes(), ("manager", "host"));
        await valet.Sees(views => views.Journeys.ContainsKey(wang.Journey), "a guest is expected");
        await valet.LosesContact();
        var tapped = day.Now;
        var arrive = valet.Phone.Pull(wang.Journey, "arrive");
        var escort = valet.Phone.Pull(wang.Journey, "escort");
        valet.Phone.Pending.Should().HaveCount(2);
        await day.FastForward(90.Seconds());
        await day.AssertQuiet();

        await valet.HasContact();

        (await Task.WhenAll(arrive, escort).WaitAsync(SalesDay.Patience)).Should().OnlyContain(answer => answer.Ok);
        await host.Hears("1分钟前的呼叫：王先生到了，在停车场。", "1 min ago: Mr Wang has arrived, car park.");
        await door.Hears("1分钟前的呼叫：王先生往大门来了。", "1 min ago: Mr Wang is coming to the door.");
        var steps = door.Journey(wang).Steps;
        steps.Select(step => step.Trigger).Should().Equal("expect", "arrive", "escort");
        steps.Skip(1).Should().AllSatisfy(step => DateTimeOffset.FromUnixTimeMilliseconds(step.At).Should().BeCloseTo(tapped, 10.Seconds()));
        await day.AssertQuiet();
    }

    [Fact, Rule("A6"), Rule("P7")]
    public async Task What_another_has_done_meanwhile_is_refused_with_who_and_when()
    {
        await using var day = await SalesDay.Begin();
        var (valet, other, host) = (await day.Valet(), await day.OtherValet(), await day.Host());
        var wang = await host.Expects("王先生", 5.Minutes(), ("manager", "host"));
        await valet.Sees(views => views.Journeys.ContainsKey(wang.Journey), "a guest is expected");
        await valet.LosesContact();
        var late = valet.Phone.Pull(wang.Journey, "arrive");
        await other.Pulls("arrive", wang);

        await valet.HasContact();

        var answer = await late.WaitAsync(SalesDay.Patience);
        answer.Should().Match<Answer>(refused => !refused.Ok && refused.Code == "not-now");
        answer.Args.Should().Contain("who", "valet-two").And.Contain("trigger", "arrive");
        await day.Hush();
        valet.Phone.Pending.Should().BeEmpty("it was answered, and is not sent again");
    }

    [Fact, Rule("A11")]
    public async Task A_free_call_that_waited_more_than_two_minutes_is_not_made_any_more()
    {
        await using var day = await SalesDay.Begin();
        var (valet, host) = (await day.Valet(), await day.Host());
        await valet.LosesContact();
        var raised = valet.Phone.Raise("guest-asks", staff: "host");
        await day.FastForward(121.Seconds());

        await valet.HasContact();

        (await raised.WaitAsync(SalesDay.Patience)).Should().Match<Answer>(answer => !answer.Ok && answer.Code == "stale");
        host.Unheard.Should().BeEmpty();
        await day.AssertQuiet();
    }
}
