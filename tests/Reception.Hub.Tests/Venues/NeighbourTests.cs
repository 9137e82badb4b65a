using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Reception.Contracts;
using Reception.Domain.Playbooks;
using Reception.Hub.Realtime;
using Reception.Hub.Tests.Builders;
using Reception.Hub.Tests.Infrastructure;
using Reception.Hub.Venues;

namespace Reception.Hub.Tests.Venues;

/// <summary>Commands of one moment do not disturb each other, and of two that want the same the first has it.</summary>
public sealed class NeighbourTests
{
    [Fact]
    public async Task A_command_whose_decision_fails_is_a_fault_and_its_neighbours_go_on()
    {
        await using var hub = await HubFixture.Start(change: builder => builder.Services.AddSingleton(new LibrarySource((_, _) => new(Broken()))));
        hub.Expect("is answered with a fault");
        using var valet = await hub.SignIn("valet");
        using var bar = await hub.SignIn("bar");
        await valet.TakePosition("parking-valet");
        hub.Switch.Hold();
        var first = bar.Do(Kinds.DutyStart, new { positions = "water-bar" });
        await Task.Delay(100);

        // They wait together, so they are one batch.
        var poison = valet.Do(Kinds.AlertRaise, new { phrase = "broken" });
        var good = bar.Do(Kinds.DutyEnd);
        await Task.Delay(100);
        hub.Switch.Release();

        (await first).Ok.Should().BeTrue();
        (await poison).Should().Match<Answer>(answer => !answer.Ok && answer.Code == ErrorCodes.Fault.Id && answer.Seq == 0);
        (await good).Ok.Should().BeTrue();
    }

    [Fact]
    [Rule("V11")]
    public async Task However_often_something_fails_the_manager_has_one_call_that_says_so()
    {
        await using var hub = await HubFixture.Start(change: builder => builder.Services.AddSingleton(new LibrarySource((_, _) => new(Broken()))));
        hub.Expect("is answered with a fault");
        using var valet = await hub.SignIn("valet");
        using var boss = await hub.SignIn("boss");
        await valet.TakePosition("parking-valet");
        await boss.TakePosition("manager");

        for (var times = 0; times < 5; times++)
        {
            (await valet.Do(Kinds.AlertRaise, new { phrase = "broken" })).Code.Should().Be(ErrorCodes.Fault.Id);
        }

        var whole = (await boss.Http.GetFromJsonAsync<Changes>("/sync?since=0", WireJson.Options))!;
        var call = whole.Alerts.Should().ContainSingle().Subject;
        call.Asks.Positions.Should().Contain("manager");
        call.Screen.Should().Be(new Text("系统有一项没能执行，已搁置：同事的一步操作", "The hub could not do one thing and set it aside: what somebody tapped"));
    }

    [Fact]
    [Rule("V11")]
    public async Task What_the_store_rejects_is_told_too()
    {
        await using var hub = await HubFixture.Start();
        hub.Expect("was rejected by the store");
        using var valet = await hub.SignIn("valet");
        await valet.TakePosition("parking-valet");
        var once = 0;
        hub.Switch.Before = _ =>
        {
            if (Interlocked.Increment(ref once) == 1)
            {
                throw new InvalidOperationException("a bug");
            }
        };

        (await valet.Do(Kinds.DutyEnd)).Code.Should().Be(ErrorCodes.Fault.Id);
        // What waited behind it is decided by now.
        (await valet.Do(Kinds.DutyBack)).Seq.Should().BePositive();
        (await hub.Venue()).Current.State.Alerts.Values.Should().ContainSingle(alert => alert.Template.Value == "fault");
    }

    [Fact]
    [Rule("P7")]
    public async Task Of_two_who_answer_at_once_the_first_has_it_and_the_other_is_told_who_and_when()
    {
        await using var hub = await HubFixture.Start();
        using var valet = await hub.SignIn("valet");
        using var chief = await hub.SignIn("chief");
        using var boss = await hub.SignIn("boss");
        await valet.TakePosition("parking-valet");
        await chief.TakePosition("supervisor");
        await boss.TakePosition("supervisor");

        for (var round = 0; round < 10; round++)
        {
            var alert = (await valet.Do(Kinds.AlertRaise, new { phrase = "spaces-full" })).Created!["alert"];
            var answers = await Task.WhenAll(chief.Do(Kinds.AlertAcknowledge, new { alert }), boss.Do(Kinds.AlertAcknowledge, new { alert }));

            var (won, lost) = (answers.Single(answer => answer.Ok), answers.Single(answer => !answer.Ok));
            var winner = won == answers[0] ? "chief" : "boss";
            lost.Seq.Should().Be(won.Seq + 1);
            lost.Args.Should().Contain("who", winner).And.ContainKey("at");
            lost.Words!.Zh.Should().Contain(winner == "chief" ? "钱丽" : "吴敏").And.MatchRegex(@"\d\d:\d\d");
            lost.Words.En.Should().Contain(winner == "chief" ? "Qian" : "Wu");
        }
    }

    [Fact]
    [Rule("P5")]
    public async Task A_storm_of_repeats_over_many_commands_has_one_effect_each()
    {
        await using var hub = await HubFixture.Start();
        using var valet = await hub.SignIn("valet");
        await valet.TakePosition("parking-valet");
        var commands = Enumerable.Range(0, 30).Select(_ => valet.Command(Kinds.AlertRaise, new { phrase = "spaces-full" })).ToList();

        var answers = await Task.WhenAll(commands.SelectMany(command => Enumerable.Repeat(command, 5)).Select(command => valet.Send(command)));

        answers.Should().OnlyContain(answer => answer.Ok);
        answers.GroupBy(answer => answer.CommandId).Should().OnlyContain(group => group.Select(answer => answer.Seq).Distinct().Count() == 1);
        answers.Select(answer => answer.Seq).Distinct().Should().HaveCount(commands.Count);
    }

    // A list that was never filled: reading it throws, whatever the command.
    private static Library Broken()
    {
        var library = TestVenue.Start.Library;
        var phrase = library.Venue.Phrases["spaces-full"];
        return library with { Venue = library.Venue with { Phrases = library.Venue.Phrases.SetItem("broken", phrase with { Id = "broken", Alert = phrase.Alert with { To = default } }) } };
    }
}
