using Reception.Contracts;
using Reception.Hub.Tests.Builders;

namespace Reception.Hub.Tests.Promises;

/// <summary>P7: two people act at once: the first wins, the other is told who and when.</summary>
public sealed class FirstWinsTests
{
    // Fails on P7-second-answer-overwrites.
    [Fact, Rule("P7")]
    public async Task Of_two_who_answer_a_call_at_once_one_has_it_and_the_other_is_told_who_and_when()
    {
        await using var hub = await RunningHub.Start();
        var valet = await hub.OnDuty("parking-valet");
        var managers = new[] { await hub.OnDuty("customer-manager"), await hub.OnDuty("customer-manager") };
        for (var round = 0; round < 5; round++)
        {
            var raised = await valet.Raise("guest-asks", ["customer-manager"]).WaitAsync(RunningHub.Limit);
            var alert = raised.Created!["alert"];

            var answers = await Task.WhenAll(managers.Select(manager =>
                manager.Api.Do(manager.Make(Kinds.AlertAcknowledge, new Dictionary<string, string> { ["alert"] = alert })))).WaitAsync(RunningHub.Limit);

            var first = Array.FindIndex(answers, answer => answer.Ok);
            var second = answers[1 - first];
            second.Should().Match<Answer>(answer => !answer.Ok && answer.Seq > answers[first].Seq);
            second.Args!["who"].Should().Be(managers[first].Session!.Staff);
            second.Args["at"].Should().NotBeEmpty();
            second.Words!.Zh.Should().NotContain("{");
            await valet.Reached(second.Seq).WaitAsync(RunningHub.Limit);
            valet.Views.Alerts[alert].Answers.Should().ContainSingle().Which.Staff.Should().Be(managers[first].Session!.Staff);
        }
    }
}
