using Reception.Contracts;
using Reception.Hub.Storage;
using Reception.Hub.Tests.Builders;
using Reception.Hub.Tests.Infrastructure;

namespace Reception.Hub.Tests.Venues;

/// <summary>Nothing is confirmed before it is committed, and nothing committed goes unconfirmed for good.</summary>
public sealed class AnswerTests
{
    [Fact]
    [Rule("P1")]
    public async Task Neither_yes_nor_no_is_answered_before_the_commit()
    {
        await using var hub = await HubFixture.Start();
        using var valet = await hub.SignIn("valet");
        using var bar = await hub.SignIn("bar");
        var seen = (await hub.Venue()).Current.Seq;
        hub.Switch.Hold();

        var yes = valet.Send(valet.Command(Kinds.DutyStart, new { positions = "parking-valet" }));
        var no = bar.Send(bar.Command(Kinds.DutyStart, new { positions = "manager" }));
        await Task.Delay(300);

        yes.IsCompleted.Should().BeFalse();
        no.IsCompleted.Should().BeFalse();
        (await hub.Venue()).Current.Seq.Should().Be(seen, "nobody may see what is not committed");
        hub.Switch.Release();
        (await yes).Ok.Should().BeTrue();
        (await no).Ok.Should().BeFalse();
    }

    [Fact]
    [Rule("P5")]
    public async Task An_outcome_that_the_store_does_not_know_is_asked_for_until_it_does()
    {
        await using var hub = await HubFixture.Start();
        using var valet = await hub.SignIn("valet");
        var failures = 3;
        hub.Switch.After = _ => ThrowIf(failures-- > 0, new StoreException(StoreFailure.Unknown, "cut after the commit"));

        var answer = await valet.Do(Kinds.DutyStart, new { positions = "parking-valet" });

        answer.Ok.Should().BeTrue();
        (await hub.Store.Answered(TestVenue.Id, answer.CommandId))!.Seq.Should().Be(answer.Seq);
        (await hub.Venue()).Current.Seq.Should().Be(answer.Seq);
    }

    [Fact]
    public async Task A_full_disk_is_said_and_nothing_is_half_done()
    {
        await using var hub = await HubFixture.Start();
        using var valet = await hub.SignIn("valet");
        var before = (await hub.Venue()).Current;
        hub.Switch.Before = _ => throw new StoreException(StoreFailure.Full, "no room");

        var command = valet.Command(Kinds.DutyStart, new { positions = "parking-valet" });
        (await valet.Send(command)).Should().Match<Answer>(answer => !answer.Ok && answer.Code == ErrorCodes.StoreFull.Id && answer.Seq == 0);
        (await hub.Venue()).Current.Should().BeSameAs(before);

        hub.Switch.Before = null;
        (await valet.Send(command)).Ok.Should().BeTrue("there is room again");
    }

    [Fact]
    public async Task What_the_store_rejects_does_not_take_its_neighbours_along()
    {
        await using var hub = await HubFixture.Start();
        hub.Expect("was rejected by the store");
        using var valet = await hub.SignIn("valet");
        using var bar = await hub.SignIn("bar");
        var poison = valet.Command(Kinds.DutyStart, new { positions = "parking-valet" });
        hub.Switch.Before = request => ThrowIf(request.Entries.Any(entry => entry.CommandId == poison.CommandId), new InvalidOperationException("a constraint"));

        var both = await Task.WhenAll(valet.Send(poison), bar.Do(Kinds.DutyStart, new { positions = "water-bar" }));

        both[0].Code.Should().Be(ErrorCodes.Fault.Id);
        both[1].Ok.Should().BeTrue();
    }

    [Fact]
    public async Task A_store_that_does_not_answer_in_time_is_busy_and_the_command_may_be_sent_again()
    {
        await using var hub = await HubFixture.Start();
        using var valet = await hub.SignIn("valet");
        hub.Switch.Hold();
        var command = valet.Command(Kinds.DutyStart, new { positions = "parking-valet" });

        (await valet.Send(command)).Code.Should().Be(ErrorCodes.Busy.Id);

        hub.Switch.Release();
        (await valet.Send(command)).Ok.Should().BeTrue();
    }

    private static void ThrowIf(bool condition, Exception what)
    {
        if (condition)
        {
            throw what;
        }
    }
}
