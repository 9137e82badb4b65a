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
    public void A_delay_of_one_line_does_not_silence_the_others()
    {
        var day = Called("both");
        day["door-1"].Delays("both", 5).IsTaken();
        day["bar-1"].IsAsked("both");
        day.FastForward(2.Minutes());
        day["super-1"].IsAsked("both");
        day["door-1"].Delays("both", 5).IsRefused(RefusalCodes.AlreadyDelayed);
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
