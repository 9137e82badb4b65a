using Reception.Domain.Alerts;
using Reception.Domain.Positions;
using Reception.Domain.Tests.Builders;

namespace Reception.Domain.Tests.Alerts;

public class EachTests
{
    private static Day Called(string phrase)
    {
        var day = Day.At("14:00").Staffed();
        day["gate-1"].Calls(phrase).IsTaken();
        return day;
    }

    [Fact]
    [Rule("L23")]
    public void A_call_that_each_must_answer_is_over_when_every_manned_line_has_answered()
    {
        var day = Called("both");
        day["door-1"].Acks("both").IsTaken();
        day.AlertOf("both").Open.Should().BeTrue();
        day["door-1"].Acks("both").IsRefused(RefusalCodes.AlreadyAnswered);
        day["bar-2"].Acks("both").IsTaken();
        day.AlertOf("both").State.Should().Be(AlertState.Done);
    }

    [Fact]
    [Rule("L23")]
    public void A_line_where_nobody_is_present_is_not_waited_for()
    {
        var day = Day.At("14:00").Staffed("gate-1", "door-1", "bar-1");
        day["bar-1"].GoesAway(10);
        day["gate-1"].Calls("both");
        day["door-1"].Acks("both").IsTaken();
        day.AlertOf("both").State.Should().Be(AlertState.Done);
    }

    [Fact]
    [Rule("L23")]
    public void One_person_answers_all_lines_held_or_only_the_one_named()
    {
        var day = Day.At("14:00").Staffed("gate-1", "door-1", "bar-1");
        day["bar-1"].StandsIn("door-1", "door");
        day["gate-1"].Calls("both");
        day["bar-1"].Acks(day.AlertOf("both").Id, "bar");
        day.AlertOf("both").Open.Should().BeTrue();
        day["bar-1"].Acks(day.AlertOf("both").Id, "door");
        day.AlertOf("both").State.Should().Be(AlertState.Done);
        day["gate-1"].Calls("both");
        day["bar-1"].Acks("both");
        day.AlertOf("both").State.Should().Be(AlertState.Done);
    }

    [Fact]
    [Rule("L23")]
    public void People_asked_by_name_are_lines_too_and_each_has_a_fallback_of_his_own()
    {
        var day = Day.At("14:00").Staffed("gate-1", "door-1", "host-1", "host-2");
        var guest = day["gate-1"].Opens("plan", ("host", "host-1")).Journey;
        day["gate-1"].Pulls("arrive", guest);
        day["host-1"].IsAsked("arrived");
        day["host-2"].IsNotAsked("arrived");
        day["door-1"].Acks("arrived").IsTaken();
        day["host-1"].IsLost();
        day["host-2"].IsAsked("arrived");
        day["host-2"].Acks("arrived").IsTaken();
        day.AlertOf("arrived").State.Should().Be(AlertState.Done);
    }

    [Fact]
    [Rule("L24")]
    [Rule("P6")]
    public void A_silent_line_climbs_and_whoever_is_asked_above_takes_it_over()
    {
        var day = Called("both");
        day["door-1"].Acks("both");
        day.FastForward(2.Minutes());
        day["super-1"].IsAsked("both");
        day["super-1"].Acks("both").IsTaken();
        day.AlertOf("both").State.Should().Be(AlertState.Done);
    }

    [Fact]
    [Rule("L24")]
    public void A_decline_of_a_line_that_nobody_else_has_goes_on_at_once_and_the_others_are_asked_still()
    {
        var day = Called("both");
        day["bar-1"].Declines("both");
        day["super-1"].IsNotAsked("both");
        day["door-1"].Declines("both");
        day["super-1"].IsAsked("both");
        day["bar-2"].IsAsked("both");
    }

    [Fact]
    [Rule("L25")]
    public void Who_asks_for_a_moment_is_quiet_until_it_is_over_and_then_asked_once_more()
    {
        var day = Called("both");
        day["door-1"].Delays("both", 5).IsTaken();
        day["door-1"].IsNotAsked("both");
        day["bar-1"].IsAsked("both");
        day["bar-1"].Acks("both");
        day.FastForward(5.Minutes() - 1.Seconds());
        day["door-1"].IsNotAsked("both");
        day.FastForward(1.Seconds());
        day["door-1"].IsAsked("both");
        day["door-1"].Delays("both", 5).IsRefused(RefusalCodes.AlreadyDelayed);
        day["door-1"].Acks("both").IsTaken();
        day.AlertOf("both").State.Should().Be(AlertState.Done);
    }

    [Fact]
    [Rule("L25")]
    [Rule("P6")]
    public void The_ladder_waits_while_everybody_else_has_answered_and_counts_from_the_end_of_the_delay()
    {
        var day = Called("both");
        day["door-1"].Delays("both", 5);
        day["bar-1"].Acks("both");
        day.FastForward(7.Minutes() - 1.Seconds());
        day["super-1"].IsNotAsked("both");
        day.FastForward(1.Seconds());
        day["super-1"].IsAsked("both");
        day.FastForward(2.Minutes());
        day["boss-1"].IsAsked("both");
    }

    [Fact]
    [Rule("L25")]
    [Rule("P6")]
    public void It_climbs_for_the_silent_ones_and_names_them_and_not_who_asked_for_a_moment()
    {
        var day = Called("both");
        day["door-1"].Delays("both", 5);
        day.FastForward(2.Minutes());
        day["super-1"].IsAsked("both");
        day.AlertOf("both").Missing.Should().BeEquivalentTo(new Asks(["bar".AsPosition()], []));
        day["door-1"].IsNotAsked("both");
        day.FastForward(5.Minutes());
        day.AlertOf("both").Missing.Positions.Should().Equal("door".AsPosition(), "bar".AsPosition());
    }

    [Fact]
    [Rule("L25")]
    public void Those_above_are_left_in_peace_when_nobody_is_missing_any_more_and_asked_again_when_somebody_is()
    {
        var day = Called("both");
        day["door-1"].Delays("both", 9);
        day.FastForward(3.Minutes());
        day["super-1"].IsAsked("both");
        day["bar-1"].Acks("both");
        day["super-1"].IsNotAsked("both");
        day.AlertOf("both").Missing.IsNobody.Should().BeTrue();
        day.FastForward(6.Minutes());
        day["door-1"].IsAsked("both");
        day["super-1"].IsNotAsked("both");
        day.FastForward(2.Minutes());
        day["super-1"].IsAsked("both");
        day.AlertOf("both").Missing.Positions.Should().Equal("door".AsPosition());
        day.AlertOf("both").Rungs.Count(rung => rung.Fired is not null).Should().Be(2, "a rung fires once");
    }

    [Fact]
    [Rule("L25")]
    public void A_call_that_was_red_is_so_no_longer_when_the_last_one_asks_for_a_moment()
    {
        var day = Called("both");
        day["bar-1"].Acks("both");
        day.FastForward(10.Minutes());
        day.AlertOf("both").Exhausted.Should().BeTrue();
        day["door-1"].Delays("both", 5).IsTaken();
        day.AlertOf("both").Exhausted.Should().BeFalse();
        day["super-1"].IsNotAsked("both");
        day.FastForward(10.Minutes());
        day.AlertOf("both").Exhausted.Should().BeTrue("asked once more, and silent again");
    }

    [Fact]
    [Rule("L25")]
    [Rule("T2")]
    public void A_delay_that_is_over_when_a_rung_is_due_is_no_fault()
    {
        var day = Called("both");
        day.FastForward(1.Minutes());
        day["door-1"].Delays("both", 1);
        day.FastForward(1.Minutes());
        day["door-1"].IsAsked("both");
        day["super-1"].IsAsked("both");
        day.FastForward(2.Minutes());
        day["boss-1"].IsAsked("both");
        day.AlertOf("both").Missing.Positions.Should().HaveCount(2);
        day.State.Parked.Should().BeEmpty();
    }

    [Fact]
    [Rule("L25")]
    public void Whoever_asked_for_a_moment_and_goes_home_is_waited_for_no_more()
    {
        var day = Day.At("14:00").Staffed("gate-1", "door-1", "bar-1", "bar-2", "super-1");
        day["gate-1"].Calls("both");
        day["door-1"].Acks("both");
        day["bar-1"].Delays("both", 9);
        day.FastForward(3.Minutes());
        day["super-1"].IsNotAsked("both");
        day["bar-1"].Ends();
        day.Tick();
        day["super-1"].IsAsked("both");
    }

    [Fact]
    [Rule("L29")]
    public void A_call_to_all_staff_is_answered_by_every_person_on_duty()
    {
        var day = Day.At("14:00").Staffed("gate-1", "bar-1", "bar-2", "super-1");
        day["bar-2"].Joins();
        day["gate-1"].Calls("roll").IsTaken();
        day["bar-1"].Acks("roll").IsTaken();
        day["bar-2"].IsAsked("roll");
        day["gate-1"].IsNotAsked("roll");
        day["super-1"].Acks("roll").IsTaken();
        day.FastForward(2.Minutes());
        day.AlertOf("roll").Missing.Staff.Should().Equal(new StaffId("bar-2"));
        day["bar-2"].Acks("roll").IsTaken();
        day.AlertOf("roll").State.Should().Be(AlertState.Done);
    }

    [Fact]
    [Rule("L29")]
    public void Who_goes_home_is_not_waited_for()
    {
        var day = Day.At("14:00").Staffed("gate-1", "bar-1", "bar-2");
        day["gate-1"].Calls("roll");
        day["bar-2"].Ends();
        day["bar-1"].Acks("roll").IsTaken();
        day.AlertOf("roll").State.Should().Be(AlertState.Done);
    }

    [Fact]
    [Rule("L23")]
    public void A_radio_check_is_answered_by_every_position_and_not_by_the_sender()
    {
        var day = Called("check");
        foreach (var person in new[] { "door-1", "bar-1", "host-1", "rooms-1", "super-1" })
        {
            day["gate-2"].Now.State.Should().Be(DutyState.On);
            day[person].Acks("check").IsTaken();
        }

        day["boss-1"].Acks("check").IsTaken();
        day.AlertOf("check").Open.Should().BeTrue("the other at the sender's position has not answered");
        day["gate-2"].Acks("check").IsTaken();
        day.AlertOf("check").State.Should().Be(AlertState.Done);
    }
}
