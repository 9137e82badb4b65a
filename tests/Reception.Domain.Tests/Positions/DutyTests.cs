using Reception.Domain.Positions;
using Reception.Domain.Tests.Builders;

namespace Reception.Domain.Tests.Positions;

public class DutyTests
{
    [Fact]
    [Rule("D1")]
    public void Who_starts_duty_holds_the_positions_taken_and_no_other()
    {
        var day = Day.At("14:00");
        day["gate-2"].Starts("gate", "bar").IsTaken();
        day["gate-2"].Stands("gate", "bar");
        day["gate-2"].Starts("bar").IsTaken();
        day["gate-2"].Stands("bar");
        day.State.Positions[new("gate")].Holders.Should().BeEmpty();
    }

    [Fact]
    [Rule("D1")]
    public void Several_people_hold_one_position_at_once()
    {
        var day = Day.At("14:00").Staffed("bar-1", "bar-2");
        day.State.Positions[new("bar")].Holders.Should().Equal(new StaffId("bar-1"), new StaffId("bar-2"));
    }

    [Fact]
    [Rule("D2")]
    public void A_position_one_may_not_have_or_that_does_not_exist_is_refused()
    {
        var day = Day.At("14:00");
        day["bar-1"].Starts("gate").IsRefused(RefusalCodes.PositionNotAllowed);
        day["bar-1"].Starts("cellar").IsRefused(RefusalCodes.UnknownPosition);
        day["bar-1"].Starts().IsRefused(RefusalCodes.BadArgument);
        day["nobody"].Starts("bar").IsRefused(RefusalCodes.UnknownStaff);
    }

    [Fact]
    [Rule("D3")]
    public void Who_is_not_on_duty_can_do_nothing_but_start()
    {
        var day = Day.At("14:00").Staffed();
        var guest = day["gate-1"].Opens("walk-in").Journey;
        var call = day["gate-1"].Calls("hurry").Alert;
        day["door-1"].Ends().IsTaken();
        Command[] commands =
        [
            new Command.EndDuty(), new Command.GoAway(5, null), new Command.ComeBack(), new Command.StandIn(new("bar-1"), new("bar"), true),
            new Command.Undo(guest), new Command.Raise("hurry", false, [], null, null, null), new Command.Acknowledge(call, null), new Command.Delay(call, 2),
            new Command.Decline(call), new Command.Complete(call), new Command.TickItem(day.ItemOf("bags").Id), new Command.SetWeather("rain"),
            new Command.OpenPlace(new("room-a"), false), new Command.ChangeCard(day.Journey(guest).Guest, new Dictionary<string, string>().ToFields()),
            new Command.Pull(guest, null, "depart", null, new Dictionary<string, string>().ToFields()),
        ];
        foreach (var command in commands)
        {
            day["door-1"].Does(command).IsRefused(RefusalCodes.NotOnDuty);
        }
    }

    [Fact]
    [Rule("D4")]
    public void Who_goes_away_keeps_the_positions_but_is_not_counted_on()
    {
        var day = Day.At("14:00").Staffed("door-1", "super-1");
        day["door-1"].GoesAway(10).IsTaken();
        day["door-1"].Stands("door");
        day.State.Positions[new("door")].Reach.Should().Be(Reach.None);
        day.State.Positions[new("door")].Since.Should().Be(Day.Clock("14:00"));
        day["door-1"].ComesBack().IsTaken();
        day.State.Positions[new("door")].Since.Should().BeNull();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(241)]
    [Rule("D4")]
    public void Away_is_between_one_minute_and_four_hours(int minutes) =>
        Day.At("14:00").Staffed("door-1")["door-1"].GoesAway(minutes).IsRefused(RefusalCodes.BadArgument);

    [Fact]
    [Rule("D5")]
    public void The_supervisor_hears_who_leaves_and_who_does_not_return()
    {
        var day = Day.At("14:00").Staffed("door-1", "super-1");
        day["door-1"].GoesAway(10);
        day.AlertOf("away-began").Facts["who"].Value.Should().Be("door-1");
        day.FastForward(10.Minutes());
        day["super-1"].IsAsked("away-overdue");
        day["door-1"].Now.Away!.Overdue.Should().BeTrue();
    }

    [Fact]
    [Rule("D6")]
    public void A_cover_answers_for_the_position_until_the_other_returns()
    {
        var day = Day.At("14:00").Staffed("door-1", "bar-1");
        day["door-1"].GoesAway(10, cover: "bar-1").IsTaken();
        day["bar-1"].Stands("bar", "door");
        day.State.Positions[new("door")].Reach.Should().Be(Reach.Sound);
        day["door-1"].ComesBack();
        day["bar-1"].Stands("bar");
    }

    [Fact]
    [Rule("D7")]
    public void Nobody_covers_for_oneself_nor_while_away_nor_for_somebody_who_is_not_there()
    {
        var day = Day.At("14:00").Staffed("door-1", "bar-1");
        day["door-1"].GoesAway(5, cover: "door-1").IsRefused(RefusalCodes.CoverNotPossible);
        day["door-1"].GoesAway(5, cover: "gate-1").IsRefused(RefusalCodes.CoverNotPossible);
        day["door-1"].GoesAway(5, cover: "nobody").IsRefused(RefusalCodes.UnknownStaff);
        day["bar-1"].StandsIn("gate-1", "gate").IsRefused(RefusalCodes.CoverNotPossible);
        day["door-1"].GoesAway(5).IsTaken();
        day["door-1"].StandsIn("bar-1", "bar").IsRefused(RefusalCodes.NotOnDuty);
    }

    [Fact]
    [Rule("D8")]
    public void A_position_is_unmanned_while_nobody_there_has_a_device_that_answers()
    {
        var day = Day.At("14:00").Staffed("bar-1", "bar-2");
        var bar = new PositionId("bar");
        day["bar-1"].IsLost();
        day.State.Positions[bar].Reach.Should().Be(Reach.Sound);
        day["bar-2"].Joins(Reach.Screen);
        day.State.Positions[bar].Reach.Should().Be(Reach.Screen);
        day.Drift(10.Seconds())["bar-2"].IsLost();
        day.State.Positions[bar].Since.Should().Be(Day.Clock("14:00") + 10.Seconds());
        day["bar-1"].Joins();
        day.State.Positions[bar].Since.Should().BeNull();
    }

    [Fact]
    [Rule("D10")]
    public void A_device_that_is_passed_on_alerts_who_has_it_now()
    {
        var day = Day.At("14:00").Staffed("bar-1", "door-1", "super-1", "gate-1");
        day["gate-1"].Calls("help", "bar");
        day.Hub(new Command.ReachDevice(new("bar-1-phone"), new("door-1"), Reach.Sound));
        day["bar-1"].Now.Reach.Should().Be(Reach.None);
        day["super-1"].IsAsked("help");
    }

    [Fact]
    [Rule("D9")]
    public void What_changes_nothing_of_duty_or_reach_writes_nothing()
    {
        var day = Day.At("14:00").Staffed("bar-1");
        day["bar-1"].Joins();
        day.Log[^1].Events.Should().BeEmpty();
        day["bar-1"].ComesBack().IsTaken().Entry.Events.Should().BeEmpty();
        day["bar-1"].StandsIn("bar-2", "bar", begin: false).IsTaken().Entry.Events.Should().BeEmpty();
    }
}
