using Reception.Domain.Alerts;
using Reception.Domain.Tests.Builders;

namespace Reception.Domain.Tests.Alerts;

public class AnsweringTests
{
    private static Day Called(string phrase, params string[] to)
    {
        var day = Day.At("14:00").Staffed();
        day["gate-1"].Calls(phrase, to).IsTaken();
        return day;
    }

    [Fact]
    [Rule("L12")]
    public void Whoever_takes_it_first_ends_it_for_all()
    {
        var day = Called("help", "bar");
        day.FastForward(5.Seconds());
        day["bar-2"].Acks("help").IsTaken();
        var alert = day.AlertOf("help");
        (alert.State, alert.By).Should().Be((AlertState.Done, new StaffId("bar-2")));
        day.IsQuiet();
    }

    [Fact]
    [Rule("L13")]
    [Rule("P7")]
    public void The_second_is_told_who_was_first_and_when()
    {
        var day = Called("fetch");
        day.FastForward(5.Seconds());
        day["bar-1"].Acks("fetch").IsTaken();
        var at = day.Now.Ms();
        day.FastForward(5.Seconds());
        var refusal = day["bar-2"].Acks("fetch").IsRefused(RefusalCodes.AlreadyAnswered);
        (refusal.Args["who"].Value, refusal.Args["at"].Value).Should().Be(("bar-1", at));
        day["bar-1"].Completes("fetch");
        day["bar-2"].Completes("fetch").IsRefused(RefusalCodes.AlertOver).Args["who"].Value.Should().Be("bar-1");
    }

    [Fact]
    [Rule("L14")]
    public void Who_is_not_asked_cannot_answer_and_nobody_answers_as_a_position_not_held()
    {
        var day = Called("help", "bar");
        day["door-1"].Acks("help").IsRefused(RefusalCodes.NotAsked);
        day["bar-1"].Acks(day.AlertOf("help").Id, "door").IsRefused(RefusalCodes.NotYourPosition);
        day["bar-1"].Acks(new AlertId("no-such")).IsRefused(RefusalCodes.UnknownAlert);
    }

    [Fact]
    [Rule("L15")]
    public void A_delay_is_asked_once_more_when_it_is_over_and_the_rungs_above_shift()
    {
        var day = Called("help", "door");
        day.FastForward(10.Seconds());
        day["door-1"].Delays("help", 3).IsTaken();
        day.AlertOf("help").State.Should().Be(AlertState.Delayed);
        day.FastForward(3.Minutes());
        day.AlertOf("help").State.Should().Be(AlertState.Open);
        day["super-1"].IsNotAsked("help");
        day["door-1"].Delays("help", 3).IsRefused(RefusalCodes.AlreadyDelayed);
        day.FastForward(2.Minutes());
        day["super-1"].IsAsked("help");
        day.AlertOf("help").Rungs[1].Fired.Should().Be(Day.Clock("14:05") + 10.Seconds());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(61)]
    [Rule("L15")]
    public void A_delay_is_one_to_sixty_minutes(int minutes) => Called("help", "door")["door-1"].Delays("help", minutes).IsRefused(RefusalCodes.BadArgument);

    [Fact]
    [Rule("L16")]
    public void A_decline_goes_on_at_once_and_never_back()
    {
        var day = Called("help", "door");
        day["door-1"].Declines("help").IsTaken();
        day["super-1"].IsAsked("help");
        day.AlertOf("help").Rungs[0].Code!.Value.Value.Should().Be(StepCodes.Declined);
        day["door-1"].IsNotAsked("help");
        day["door-1"].Declines("help").IsRefused(RefusalCodes.AlreadyAnswered);
        day["super-1"].Declines("help");
        day["boss-1"].Declines("help");
        day["door-1"].IsNotAsked("help");
        day["bar-1"].IsAsked("help");
    }

    [Fact]
    [Rule("L16")]
    public void While_another_at_the_position_can_come_a_decline_changes_nothing_for_him()
    {
        var day = Called("help", "bar");
        day["bar-1"].Declines("help");
        day["bar-2"].IsAsked("help");
        day["super-1"].IsNotAsked("help");
        day.FastForward(2.Minutes());
        day["super-1"].IsAsked("help");
    }

    [Fact]
    [Rule("L16")]
    public void Who_declined_may_come_after_all()
    {
        var day = Called("help", "door");
        day["door-1"].Declines("help");
        day["door-1"].Acks("help").IsTaken();
        day.IsQuiet();
    }

    [Fact]
    [Rule("L17")]
    public void Taken_and_given_back_it_is_asked_again_and_climbs()
    {
        var day = Called("fetch");
        day["bar-1"].Acks("fetch");
        day.FastForward(1.Minutes());
        day["bar-1"].Declines("fetch").IsTaken();
        day["bar-2"].IsAsked("fetch");
        day.AlertOf("fetch").Next.Should().Be(Day.Clock("14:02"));
        day.FastForward(1.Minutes());
        day["super-1"].IsAsked("fetch");
    }

    [Fact]
    [Rule("L17")]
    [Rule("P6")]
    public void Given_back_when_the_next_rung_was_due_already_it_climbs_now_and_not_in_the_past()
    {
        var day = Called("fetch");
        day["bar-1"].Acks("fetch");
        day.FastForward(3.Minutes());
        day["bar-1"].Declines("fetch").IsTaken();
        day.AlertOf("fetch").Next.Should().Be(day.Now);
        day.Tick();
        day["super-1"].IsAsked("fetch");
        day.AlertOf("fetch").Rungs[1].Fired.Should().Be(Day.Clock("14:03"));
    }

    [Fact]
    [Rule("L17")]
    public void Who_took_it_and_goes_home_leaves_it_to_the_others()
    {
        var day = Called("fetch");
        day["bar-1"].Acks("fetch");
        day["bar-1"].Ends();
        day["bar-2"].IsAsked("fetch");
    }

    [Fact]
    [Rule("L18")]
    [Rule("P6")]
    public void Taken_but_not_done_is_reminded_once_and_then_climbs()
    {
        var day = Called("fetch");
        day.FastForward(10.Seconds());
        day["bar-1"].Acks("fetch");
        day.FastForward(5.Minutes());
        day.AlertOf("fetch").Reminded.Should().BeTrue();
        day.AlertOf("reminder").Asks.Should().BeEquivalentTo(new Asks([], [new StaffId("bar-1")]), "who took it is told, and nobody else");
        day.IsQuiet();
        day.FastForward(2.Minutes());
        day["super-1"].IsAsked("fetch");
        day["bar-1"].Completes("fetch").IsTaken();
        day.IsQuiet();
    }

    [Fact]
    [Rule("L18")]
    [Rule("P6")]
    public void What_is_not_done_climbs_as_far_apart_as_the_ladder_s_steps_from_when_it_was_overdue()
    {
        var day = Called("fetch");
        day.FastForward(10.Seconds());
        day["bar-1"].Acks("fetch");
        day.FastForward(7.Minutes() - 1.Seconds());
        day["super-1"].IsNotAsked("fetch");
        day.FastForward(1.Seconds());
        day["super-1"].IsAsked("fetch");
        day["boss-1"].IsNotAsked("fetch");
        day.FastForward(2.Minutes() - 1.Seconds());
        day["boss-1"].IsNotAsked("fetch");
        day.FastForward(1.Seconds());
        day["boss-1"].IsAsked("fetch");
    }

    [Fact]
    [Rule("L18")]
    public void Taken_never_done_and_nobody_above_it_is_exhausted_and_open_to_everybody()
    {
        var day = Day.At("14:00").Staffed("gate-1", "bar-1");
        day["gate-1"].Calls("fetch");
        day["bar-1"].Acks("fetch");
        day.FastForward(20.Minutes());
        var alert = day.AlertOf("fetch");
        (alert.Exhausted, alert.State).Should().Be((true, AlertState.Open));
    }

    [Fact]
    [Rule("L26")]
    public void Nobody_answers_a_call_of_one_s_own_also_at_the_position_that_it_asks()
    {
        var day = Day.At("14:00").Staffed("bar-1", "bar-2", "super-1");
        day["bar-1"].Calls("fetch").IsTaken();
        day["bar-1"].IsNotAsked("fetch");
        day["bar-2"].IsAsked("fetch");
        day["bar-1"].Acks("fetch").IsRefused(RefusalCodes.OwnCall);
        day["bar-1"].Delays("fetch", 2).IsRefused(RefusalCodes.OwnCall);
        day["bar-1"].Declines("fetch").IsRefused(RefusalCodes.OwnCall);
        day["bar-1"].Completes("fetch").IsRefused(RefusalCodes.OwnCall);
        day["bar-2"].Ends();
        day["super-1"].IsAsked("fetch");
        day["bar-1"].Acks("fetch").IsRefused(RefusalCodes.OwnCall);
    }

    [Fact]
    [Rule("L27")]
    public void A_call_of_a_trigger_that_waited_for_contact_says_when_it_was_tapped_and_its_ladder_begins_now()
    {
        var day = Day.At("14:00").Staffed();
        day["gate-1"].PulledAgo(12.Minutes(), "walk-in", null).IsTaken();
        var alert = day.AlertOf("turn");
        (alert.Made, alert.Raised).Should().Be((day.Now - 12.Minutes(), day.Now));
        alert.Rungs[1].At.Should().Be(day.Now + 2.Minutes());
        day["gate-1"].Calls("help", "door");
        day.AlertOf("help").Made.Should().Be(day.Now);
    }
}
