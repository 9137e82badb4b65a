using Reception.Domain.Alerts;
using Reception.Domain.Positions;
using Reception.Domain.Tests.Builders;

namespace Reception.Domain.Tests.Alerts;

public class LadderTests
{
    [Fact]
    [Rule("L1")]
    public void A_call_asks_every_holder_of_the_position_also_who_takes_it_later()
    {
        var day = Day.At("14:00").Staffed("gate-1", "bar-1", "super-1");
        day["gate-1"].Calls("help", "bar").IsTaken();
        day["bar-1"].IsAsked("help");
        day["bar-2"].Joins();
        day["bar-2"].Starts("bar");
        day["bar-2"].IsAsked("help");
    }

    [Fact]
    [Rule("L2")]
    [Rule("P6")]
    public void Silence_climbs_the_ladder_at_times_counted_from_raised()
    {
        var day = Day.At("14:00").Staffed();
        day["gate-1"].Calls("help", "door");
        day.FastForward(119.Seconds());
        day["super-1"].IsNotAsked("help");
        day.FastForward(1.Seconds());
        day["super-1"].IsAsked("help");
        day["boss-1"].IsNotAsked("help");
        day.FastForward(2.Minutes());
        day["boss-1"].IsAsked("help");
        day["door-1"].IsAsked("help");
        day.AlertOf("help").Rungs.Select(rung => rung.Fired).Should().Equal(Day.Clock("14:00"), Day.Clock("14:02"), Day.Clock("14:04"));
    }

    [Fact]
    [Rule("L3")]
    public void Above_the_last_rung_stands_everybody_on_duty_and_then_the_call_is_exhausted()
    {
        var day = Day.At("14:00").Staffed();
        day["gate-1"].Calls("help", "door");
        day.FastForward(4.Minutes() + 59.Seconds());
        day["bar-1"].IsNotAsked("help");
        day.FastForward(1.Seconds());
        day["bar-1"].IsAsked("help");
        day.FastForward(59.Seconds());
        day.AlertOf("help").Exhausted.Should().BeFalse();
        day.FastForward(1.Seconds());
        var alert = day.AlertOf("help");
        (alert.Exhausted, alert.Open, alert.Next).Should().Be((true, true, null));
        day["bar-1"].IsAsked("help");
    }

    [Fact]
    [Rule("L4")]
    public void A_rung_where_nobody_can_be_reached_is_skipped_at_once_and_shown_as_unmanned()
    {
        var day = Day.At("14:00").Staffed("gate-1", "boss-1");
        day["gate-1"].Calls("help", "door");
        day["boss-1"].IsAsked("help");
        var rungs = day.AlertOf("help").Rungs;
        rungs.Select(rung => rung.State).Should().Equal(RungState.Skipped, RungState.Skipped, RungState.Asked);
        rungs.Select(rung => rung.Code?.Value).Should().Equal(StepCodes.Unmanned, StepCodes.Unmanned, null);
    }

    [Fact]
    [Rule("L4")]
    public void An_unmanned_rung_is_skipped_also_when_the_silent_one_below_is_still_there()
    {
        var day = Day.At("14:00").Staffed("gate-1", "door-1", "boss-1");
        day["gate-1"].Calls("help", "door");
        day.FastForward(2.Minutes());
        day["boss-1"].IsAsked("help");
        day.AlertOf("help").Rungs.Select(rung => rung.State).Should().Equal(RungState.Passed, RungState.Skipped, RungState.Asked);
    }

    [Fact]
    [Rule("L5")]
    public void Whoever_leaves_a_rung_empty_sends_the_call_on()
    {
        var day = Day.At("14:00").Staffed("gate-1", "door-1", "super-1");
        day["gate-1"].Calls("help", "door");
        day["door-1"].IsLost();
        day["super-1"].IsAsked("help");
        day["super-1"].Ends();
        day.AlertOf("help").Exhausted.Should().BeTrue("the sender alone is left");
    }

    [Fact]
    [Rule("L6")]
    [Rule("P6")]
    public void An_exhausted_call_is_tried_again_when_somebody_can_be_reached()
    {
        var day = Day.At("14:00").Staffed("gate-1");
        day["gate-1"].Calls("help", "door");
        day.AlertOf("help").Exhausted.Should().BeTrue();
        day.AlertOf("help").Rungs.Should().OnlyContain(rung => rung.State == RungState.Skipped);
        day.FastForward(30.Minutes());
        day["door-1"].Joins();
        day["door-1"].Starts("door");
        day.AlertOf("help").Exhausted.Should().BeFalse();
        day["door-1"].IsAsked("help");
        day.FastForward(60.Seconds());
        day.AlertOf("help").Exhausted.Should().BeTrue();
    }

    [Fact]
    [Rule("L6")]
    public void A_phone_that_comes_and_goes_elsewhere_does_not_hide_that_a_call_is_exhausted()
    {
        var day = Day.At("14:00").Staffed();
        day["gate-1"].CallsPerson("help", "door-1");
        day.FastForward(10.Minutes());
        day["gate-1"].IsLost();
        day["gate-1"].Joins();
        day.AlertOf("help").Exhausted.Should().BeTrue();
        day["door-1"].IsLost();
        day.AlertOf("help").Exhausted.Should().BeTrue();
        day["door-1"].Joins();
        day.AlertOf("help").Exhausted.Should().BeFalse();
    }

    [Fact]
    [Rule("L7")]
    public void An_emergency_asks_all_rungs_at_once()
    {
        var day = Day.At("14:00").Staffed();
        day["gate-1"].Calls("sos");
        day["door-1"].IsAsked("sos");
        day["super-1"].IsAsked("sos");
        day["boss-1"].IsAsked("sos");
        day.FastForward(60.Seconds());
        day["bar-1"].IsAsked("sos");
    }

    [Fact]
    [Rule("L8")]
    public void A_person_who_cannot_be_reached_is_replaced_by_the_position()
    {
        var day = Day.At("14:00").Staffed("gate-1", "host-1", "host-2", "super-1");
        day["gate-1"].CallsPerson("help", "host-1");
        day["host-2"].IsNotAsked("help");
        day["host-1"].GoesAway(10);
        day["host-2"].IsAsked("help");
        day["super-1"].IsNotAsked("help");
    }

    [Fact]
    [Rule("L9")]
    public void Information_wants_no_answer_climbs_nowhere_and_expires()
    {
        var day = Day.At("14:00").Staffed();
        day["gate-1"].Calls("tell");
        day["door-1"].Acks("tell").IsTaken().Entry.Events.Should().BeEmpty();
        day["door-1"].Declines("tell").IsRefused(RefusalCodes.NotAsked);
        day["door-1"].Delays("tell", 2).IsRefused(RefusalCodes.NotAsked);
        day["door-1"].Completes("tell").IsRefused(RefusalCodes.NotAsked);
        day.FastForward(3.Minutes());
        day.AlertOf("tell").State.Should().Be(AlertState.Expired);
        day.Log.SelectMany(entry => entry.Events).Should().NotContain(happened => happened is AlertEvents.AlertStepped);
    }

    [Fact]
    [Rule("L10")]
    public void The_sender_is_never_the_one_who_is_asked()
    {
        var day = Day.At("14:00").Staffed("bar-1", "super-1");
        day["bar-1"].Calls("help", "bar");
        day["super-1"].IsAsked("help");
        day["bar-1"].CallsPerson("help", "bar-1").IsRefused(RefusalCodes.NoReceiver);
    }

    [Fact]
    [Rule("L10")]
    public void Who_names_oneself_is_not_called_and_nobody_else_instead()
    {
        var day = Day.At("14:00").Staffed();
        var guest = day["gate-1"].Opens("walk-in").Journey;
        day["host-1"].Pulls("seat", guest);
        day["host-1"].Overrides("tour", guest, "in-a-hurry", ("mate", "host-1")).IsTaken();
        day.Has("tour-begins").Should().BeFalse();
        day["host-1"].Pulls("come-back", guest);
        day["host-1"].Overrides("tour", guest, "in-a-hurry", ("mate", "host-2")).IsTaken();
        day["host-2"].IsAsked("tour-begins");
    }

    [Fact]
    [Rule("L11")]
    public void People_and_positions_may_be_called_together()
    {
        var day = Day.At("14:00").Staffed();
        day["gate-1"].CallsPerson("help", "host-1", "bar").IsTaken();
        day["host-1"].IsAsked("help");
        day["bar-1"].IsAsked("help");
        day["host-2"].IsNotAsked("help");
        day["gate-1"].Calls("help").IsRefused(RefusalCodes.NoReceiver);
    }

    [Fact]
    [Rule("L2")]
    public void Urgent_climbs_faster()
    {
        var day = Day.At("14:00").Staffed();
        day["gate-1"].Calls("hurry");
        day.FastForward(30.Seconds());
        day["super-1"].IsAsked("hurry");
        day.FastForward(30.Seconds());
        day["boss-1"].IsAsked("hurry");
    }

    [Fact]
    [Rule("L5")]
    public void A_ladder_ticked_late_still_counts_from_raised()
    {
        var day = Day.At("14:00").Staffed();
        day["gate-1"].Calls("help", "door");
        day.Outage(10.Minutes());
        day.AlertOf("help").Exhausted.Should().BeTrue();
        day.Log.SelectMany(entry => entry.Events).OfType<AlertEvents.AlertStepped>().Select(step => step.Due)
            .Should().Equal(Day.Clock("14:02"), Day.Clock("14:04"), Day.Clock("14:05"));
        day["bar-2"].Now.Reach.Should().Be(Reach.Sound);
    }
}
