using Reception.Domain.Alerts;
using Reception.Domain.Positions;
using Reception.Domain.Tests.Builders;

namespace Reception.Domain.Tests.Positions;

public class HandingOverTests
{
    [Fact]
    [Rule("D11")]
    public void Who_hands_over_leaves_positions_guests_and_open_calls_to_the_heir()
    {
        var day = Day.At("14:00").Staffed("gate-1", "door-1", "host-1", "super-1");
        day["host-2"].Joins();
        var guest = day["gate-1"].Opens("plan", ("host", "host-1")).Journey;
        var later = day["gate-1"].Opens("plan", ("host", "host-1")).Journey;
        day["gate-1"].Pulls("arrive", guest);
        day["gate-1"].CallsPerson("help", "host-1");
        day["host-1"].Ends("host-2").IsTaken();
        day["host-2"].Stands("host");
        (day.Journey(guest).Host, day.Journey(guest).Facts["host"].Value).Should().Be((new StaffId("host-2"), "host-2"));
        day.Journey(later).Host.Should().Be(new StaffId("host-1"), "who is only expected stays whose guest he is");
        day["host-2"].Now.Hosting.Should().Equal(guest);
        day["host-2"].IsAsked("arrived");
        day["host-2"].IsAsked("help");
        day["super-1"].IsNotAsked("help");
        day.Log[^1].Events.Should().Contain(happened => happened is DutyEvents.DutyEnded);
    }

    [Fact]
    [Rule("D11")]
    public void What_was_taken_and_is_not_done_asks_the_heir()
    {
        var day = Day.At("14:00").Staffed("gate-1", "bar-1", "bar-2", "super-1");
        day["gate-1"].Calls("fetch");
        day["bar-1"].Acks("fetch");
        day["bar-1"].Ends("bar-2").IsTaken();
        day["bar-2"].IsAsked("fetch");
        day["super-1"].IsNotAsked("fetch");
        day["gate-2"].Joins();
        day["bar-2"].Ends("gate-2").IsTaken();
        day["gate-2"].Stands("bar");
    }

    [Fact]
    [Rule("D11")]
    public void An_heir_keeps_what_he_has_and_what_he_declined_does_not_come_back()
    {
        var day = Day.At("14:00").Staffed("gate-1", "bar-1", "gate-2", "super-1");
        day["gate-1"].CallsPerson("help", "bar-1", "gate");
        day["gate-2"].Declines("help");
        day["bar-1"].Ends("gate-2").IsTaken();
        day["gate-2"].Stands("gate", "bar");
        day["gate-2"].Now.State.Should().Be(DutyState.On);
        day["gate-2"].IsNotAsked("help");
        day["super-1"].IsAsked("help");
    }

    [Fact]
    [Rule("D11")]
    public void A_turn_on_the_rota_is_not_handed_on()
    {
        var day = Day.At("14:00").Staffed("gate-1", "host-1", "host-2", "host-3");
        day["gate-1"].Opens("walk-in");
        day["host-1"].Ends("host-3").IsTaken();
        day["host-2"].IsAsked("turn");
        day["host-3"].IsNotAsked("turn");
    }

    [Theory]
    [InlineData("nobody", RefusalCodes.UnknownStaff)]
    [InlineData("door-1", RefusalCodes.HeirNotPossible)]
    [InlineData("bar-1", RefusalCodes.HeirNotPossible)]
    [InlineData("bar-2", RefusalCodes.HeirNotPossible)]
    [InlineData("gate-2", RefusalCodes.HeirNotPossible)]
    [Rule("D11")]
    public void Nobody_is_an_heir_who_is_not_here_may_not_have_the_position_or_is_the_one_who_goes(string heir, string code)
    {
        var day = Day.At("14:00").Staffed("door-1", "bar-1", "gate-2");
        day["gate-2"].GoesAway(5);
        day["bar-1"].Ends(heir).IsRefused(code);
        day["bar-1"].Stands("bar");
    }

    [Fact]
    [Rule("D11")]
    public void Where_nobody_follows_the_calls_climb_at_once()
    {
        var day = Day.At("14:00").Staffed("gate-1", "door-1", "super-1");
        day["gate-1"].Calls("help", "door");
        day["door-1"].Ends().IsTaken();
        day["super-1"].IsAsked("help");
        day.AlertOf("help").Rungs[0].Code!.Value.Value.Should().Be(StepCodes.Unmanned);
    }
}
