using Reception.Contracts;
using Reception.Hub.Storage;
using Reception.Hub.Tests.Builders;

namespace Reception.Hub.Tests.Promises;

/// <summary>P1: what was answered is there. The flush itself is seen by the rig <c>flush</c>, death by the rig <c>day</c>.</summary>
public sealed class AnswerTests
{
    /// <summary>Long enough for an answer that comes too early to be seen.</summary>
    private static readonly TimeSpan ForAWhile = TimeSpan.FromMilliseconds(400);

    private readonly HeldStore _store = new();

    // Fails on P1-answer-before-commit.
    [Fact, Rule("P1")]
    public async Task Neither_an_ok_nor_a_refusal_is_answered_before_it_is_committed()
    {
        await using var hub = await RunningHub.Start(between: _store.Before);
        var valet = await hub.OnDuty("parking-valet");
        var held = _store.Hold();

        var ok = valet.Api.Do(valet.Make(Kinds.DutyStart, Args(("positions", "parking-valet"))));
        await held;
        var refused = valet.Api.Do(valet.Make(Kinds.Undo, Args(("journey", "of-nobody"))));
        await Task.WhenAny(ok, refused, Task.Delay(ForAWhile));
        var early = (ok.IsCompleted, refused.IsCompleted);
        _store.Release();

        early.Should().Be((false, false), "nothing was committed yet");
        (await ok.WaitAsync(RunningHub.Limit)).Ok.Should().BeTrue();
        (await refused.WaitAsync(RunningHub.Limit)).Code.Should().Be(ErrorCodes.UnknownJourney.Id);
    }

    [Fact, Rule("P1")]
    public async Task What_the_store_did_not_take_is_not_confirmed_and_may_be_sent_again()
    {
        await using var hub = await RunningHub.Start(between: _store.Before);
        var valet = await hub.OnDuty("parking-valet");
        var head = (await hub.Store.Head(hub.Venue))!.Head;
        var command = valet.Make(Kinds.DutyStart, Args(("positions", "parking-valet")));

        _store.Refuse(StoreFailure.Full);
        var first = await valet.Api.Do(command);
        (await hub.Store.Head(hub.Venue))!.Head.Should().Be(head);
        _store.Refuse(null);
        var second = await valet.Api.Do(command);

        first.Should().BeEquivalentTo(new { Ok = false, Seq = 0, Code = ErrorCodes.StoreFull.Id }, like => like.ComparingByMembers<Answer>());
        second.Ok.Should().BeTrue();
        (await hub.Store.Answered(hub.Venue, command.CommandId))!.Seq.Should().Be(second.Seq);
    }

    [Fact, Rule("P1"), Rule("P5")]
    public async Task A_commit_whose_outcome_is_lost_is_found_again_and_there_once()
    {
        await using var hub = await RunningHub.Start(between: _store.Before);
        var valet = await hub.OnDuty("parking-valet");
        var head = (await hub.Store.Head(hub.Venue))!.Head;

        _store.LoseNextOutcome();
        var answer = await valet.DutyStart("parking-valet").WaitAsync(RunningHub.Limit);

        answer.Should().Match<Answer>(one => one.Ok && one.Seq == head + 1);
        (await hub.Store.Head(hub.Venue))!.Head.Should().Be(head + 1);
    }

    private static Dictionary<string, string> Args(params (string Name, string Value)[] args) => args.ToDictionary(arg => arg.Name, arg => arg.Value);
}
