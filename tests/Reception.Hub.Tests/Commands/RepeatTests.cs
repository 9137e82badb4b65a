using Reception.Contracts;
using Reception.Hub.Tests.Infrastructure;

namespace Reception.Hub.Tests.Commands;

[Rule("P5")]
public sealed class RepeatTests(HubFixture hub) : IClassFixture<HubFixture>
{
    [Fact]
    public async Task A_command_sent_many_times_at_once_has_one_effect_and_one_answer()
    {
        using var valet = await hub.SignIn("valet");
        await valet.TakePosition("parking-valet");
        var command = valet.Command(Kinds.AlertRaise, new { phrase = "spaces-full" });

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => valet.Send(command)));

        answers.Select(answer => answer.Seq).Distinct().Should().ContainSingle();
        answers.Should().OnlyContain(answer => answer.Ok && answer.Created!["alert"] == answers[0].Created!["alert"]);
        (await hub.Venue()).Current.State.Alerts.Keys.Where(alert => alert.Value.StartsWith(command.CommandId, StringComparison.Ordinal)).Should().ContainSingle();
    }

    [Fact]
    public async Task A_refusal_by_the_venue_is_as_fixed_as_a_yes()
    {
        using var bar = await hub.SignIn("bar");
        var command = bar.Command(Kinds.DutyStart, new { positions = "manager" });

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => bar.Send(command)));

        answers.Should().OnlyContain(answer => !answer.Ok && answer.Code == ErrorCodes.PositionNotAllowed.Id && answer.Seq == answers[0].Seq);
        answers[0].Seq.Should().BePositive("a refusal by the state machine is an entry");
    }

    [Fact]
    public async Task The_first_answer_outlives_a_restart()
    {
        await using var own = await HubFixture.Start();
        using var valet = await own.SignIn("valet");
        var command = valet.Command(Kinds.DutyStart, new { positions = "parking-valet" });
        var first = await valet.Send(command);
        await own.Restart();

        var again = await valet.Send(command);

        again.Should().BeEquivalentTo(first);
    }

    [Fact]
    public async Task The_same_id_with_other_content_is_refused_and_leaves_no_trace()
    {
        using var valet = await hub.SignIn("valet");
        await valet.TakePosition("parking-valet");
        var command = valet.Command(Kinds.AlertRaise, new { phrase = "spaces-full" });
        await valet.Send(command);
        var seq = (await hub.Venue()).Current.Seq;

        var other = await valet.Send(command with { Args = new Dictionary<string, string> { ["phrase"] = "help" } });

        other.Should().Match<Answer>(answer => answer.Code == ErrorCodes.OtherContent.Id && answer.Seq == 0);
        (await hub.Venue()).Current.Seq.Should().Be(seq);
    }

    [Fact]
    public async Task Nobody_gets_the_answer_of_somebody_else()
    {
        using var valet = await hub.SignIn("valet");
        using var bar = await hub.SignIn("bar");
        var command = valet.Command(Kinds.DutyBack);
        await valet.Send(command);

        (await bar.Send(command)).Code.Should().Be(ErrorCodes.OtherContent.Id);
    }

    [Fact]
    public async Task A_command_older_than_a_day_is_refused_for_good()
    {
        using var valet = await hub.SignIn("valet");
        var command = valet.Command(Kinds.DutyBack);
        command = command with { MadeAt = command.MadeAt - (long)TimeSpan.FromHours(25).TotalMilliseconds };

        var answers = new[] { await valet.Send(command), await valet.Send(command) };

        answers.Should().OnlyContain(answer => answer.Code == ErrorCodes.TooOld.Id && answer.Seq == answers[0].Seq && answer.Seq > 0);
    }
}
