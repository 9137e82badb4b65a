using Reception.Contracts;
using Reception.Hub.Tests.Builders;

namespace Reception.Hub.Tests.Promises;

/// <summary>P5: k sends of one command, over any way in and any restart: one effect, one answer, refusals too.</summary>
public sealed class RepeatTests
{
    // Fails on P5-refusal-is-not-stored.
    [Theory, Rule("P5")]
    [InlineData(Kinds.DutyStart, "positions", "parking-valet", null)]
    [InlineData(Kinds.Undo, "journey", "of-nobody", "unknown-journey")]
    public async Task Five_sends_at_once_and_one_after_a_restart_have_one_entry_and_one_answer(string kind, string arg, string value, string? code)
    {
        await using var hub = await RunningHub.Start();
        var valet = await hub.OnDuty("parking-valet");
        var command = valet.Make(kind, new Dictionary<string, string> { [arg] = value });

        var sends = Enumerable.Range(0, 5).Select(async i => i % 2 == 0 ? await valet.Api.Do(command) : await valet.TryOnce(command)).ToList();
        var answers = (await Task.WhenAll(sends).WaitAsync(RunningHub.Limit)).ToList();
        await hub.Stop();
        await hub.Start();
        var back = await hub.Join(valet.Session!.Staff);
        answers.Add(await back.Api.Do(command));

        answers.Should().AllBeEquivalentTo(answers[0]);
        answers[0]!.Code.Should().Be(code);
        answers[0]!.Seq.Should().BePositive("a refusal is an entry too");
        (await hub.Store.Entries(hub.Venue, 0, 10_000)).Where(entry => entry.CommandId == command.CommandId)
            .Should().ContainSingle().Which.Seq.Should().Be(answers[0]!.Seq);
    }

    [Fact, Rule("P5")]
    public async Task The_same_id_for_something_else_is_refused_and_leaves_no_entry()
    {
        await using var hub = await RunningHub.Start();
        var valet = await hub.OnDuty("parking-valet");
        var command = valet.Make(Kinds.DutyStart, new Dictionary<string, string> { ["positions"] = "parking-valet" });
        var first = await valet.Api.Do(command);

        var other = await valet.Api.Do(command with { Kind = Kinds.DutyEnd, Args = new Dictionary<string, string>() });

        first.Ok.Should().BeTrue();
        other.Should().Match<Answer>(answer => !answer.Ok && answer.Seq == 0);
        (await hub.Store.Head(hub.Venue))!.Head.Should().Be(first.Seq);
    }
}
