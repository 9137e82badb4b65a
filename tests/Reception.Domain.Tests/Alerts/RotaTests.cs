using Reception.Domain.Tests.Builders;

namespace Reception.Domain.Tests.Alerts;

public class RotaTests
{
    private static Day Waiting(params string[] hosts)
    {
        var day = Day.At("14:00").Staffed("gate-1", "super-1", "boss-1");
        foreach (var host in hosts)
        {
            day.FastForward(10.Seconds()).Staffed(host);
        }

        return day;
    }

    [Fact]
    [Rule("R1")]
    public void A_walk_in_is_offered_to_who_has_waited_longest_and_to_nobody_else()
    {
        var day = Waiting("host-2", "host-1", "host-3");
        day["gate-1"].Opens("walk-in");
        day["host-2"].IsAsked("turn");
        day["host-1"].IsNotAsked("turn");
        day["host-3"].IsNotAsked("turn");
    }

    [Fact]
    [Rule("R2")]
    public void The_turn_is_spent_at_copy_and_the_guest_has_a_host()
    {
        var day = Waiting("host-1", "host-2");
        var guest = day["gate-1"].Opens("walk-in").Journey;
        VenueOrder(day).Should().Equal("host-1", "host-2");
        day.FastForward(5.Seconds());
        day["host-1"].Acks("turn").IsTaken();
        day.Journey(guest).Host.Should().Be(new StaffId("host-1"));
        day["host-1"].Now.Hosting.Should().Equal(guest);
        VenueOrder(day).Should().Equal("host-2", "host-1");
    }

    [Fact]
    [Rule("R3")]
    public void Silence_passes_the_turn_on_and_the_silent_one_keeps_the_place()
    {
        var day = Waiting("host-1", "host-2", "host-3");
        day["gate-1"].Opens("walk-in");
        day.FastForward(60.Seconds());
        day["host-2"].IsAsked("turn");
        day["host-1"].IsNotAsked("turn");
        day["host-2"].Acks("turn");
        VenueOrder(day).Should().Equal("host-1", "host-3", "host-2");
    }

    [Fact]
    [Rule("R3")]
    public void A_decline_or_leaving_passes_the_turn_on_at_once()
    {
        var day = Waiting("host-1", "host-2", "host-3");
        day["gate-1"].Opens("walk-in");
        day["host-1"].Declines("turn");
        day["host-2"].IsAsked("turn");
        day["host-2"].GoesAway(10);
        day["host-3"].IsAsked("turn");
        day["host-3"].Acks("turn");
        VenueOrder(day).Should().Equal("host-1", "host-2", "host-3");
    }

    [Fact]
    [Rule("R4")]
    public void The_one_whose_turn_passed_may_still_come()
    {
        var day = Waiting("host-1", "host-2");
        var guest = day["gate-1"].Opens("walk-in").Journey;
        day.FastForward(60.Seconds());
        day["host-1"].Acks("turn").IsTaken();
        day.Journey(guest).Host.Should().Be(new StaffId("host-1"));
        VenueOrder(day).Should().Equal("host-2", "host-1");
    }

    [Fact]
    [Rule("R5")]
    public void Nobody_left_to_offer_it_to_asks_all_at_the_position_and_the_ladder_keeps_its_times()
    {
        var day = Waiting("host-1");
        day["gate-1"].Opens("walk-in");
        day.FastForward(60.Seconds());
        day["host-1"].IsAsked("turn");
        day["super-1"].IsNotAsked("turn");
        day.FastForward(60.Seconds());
        day["super-1"].IsAsked("turn");
        day.AlertOf("turn").Rungs[1].Fired.Should().Be(day.AlertOf("turn").Raised + 2.Minutes());
    }

    [Fact]
    [Rule("R6")]
    public void Who_leads_a_guest_is_passed_over()
    {
        var day = Waiting("host-1", "host-2");
        day["gate-1"].Opens("walk-in");
        day["host-1"].Acks("turn");
        day["gate-1"].Opens("walk-in");
        day["host-2"].Acks("turn");
        day["gate-1"].Opens("walk-in");
        day["host-1"].IsAsked("turn");
        day["host-2"].IsAsked("turn");
        day.AlertOf("turn").Asks.Positions.Should().Equal("host".AsPosition());
    }

    [Fact]
    [Rule("R6")]
    public void One_person_has_one_offer_at_a_time()
    {
        var day = Waiting("host-1", "host-2");
        day["gate-1"].Opens("walk-in");
        day.FastForward(1.Seconds());
        day["gate-1"].Opens("walk-in");
        day.State.Alerts.Values.Where(alert => alert.Template.Value == "turn").Select(alert => alert.Turn!.Whose!.Value.Value).Should().BeEquivalentTo("host-1", "host-2");
    }

    [Fact]
    [Rule("R7")]
    public void Who_is_away_keeps_the_place_and_who_goes_home_loses_it()
    {
        var day = Waiting("host-1", "host-2");
        day["host-1"].GoesAway(5);
        day["gate-1"].Opens("walk-in");
        day["host-2"].IsAsked("turn");
        VenueOrder(day).Should().Equal("host-1", "host-2");
        day["host-1"].ComesBack();
        VenueOrder(day).Should().Equal("host-1", "host-2");
        day["host-1"].Ends();
        day.FastForward(1.Seconds());
        day.Staffed("host-1");
        VenueOrder(day).Should().Equal("host-2", "host-1");
    }

    [Fact]
    [Rule("R8")]
    public void A_return_visit_goes_to_the_own_host_and_uses_no_turn()
    {
        var day = Waiting("host-1", "host-2");
        day["gate-1"].Opens("return", ("host", "host-2"));
        day["host-2"].IsAsked("turn");
        day["host-1"].IsNotAsked("turn");
        day["host-2"].Acks("turn");
        VenueOrder(day).Should().Equal("host-1", "host-2");
    }

    [Fact]
    [Rule("R8")]
    public void A_return_visit_whose_host_is_not_there_is_for_the_position()
    {
        var day = Waiting("host-1");
        day["gate-1"].Opens("return", ("host", "host-2"));
        day["host-1"].IsAsked("turn");
        day["super-1"].IsNotAsked("turn");
    }

    [Fact]
    [Rule("R9")]
    public void Undoing_the_arrival_gives_the_turn_back()
    {
        var day = Waiting("host-1", "host-2");
        var guest = day["gate-1"].Opens("walk-in").Journey;
        day.FastForward(10.Seconds());
        day["host-1"].Acks("turn");
        VenueOrder(day).Should().Equal("host-2", "host-1");
        day["gate-1"].Undoes(guest).IsTaken();
        VenueOrder(day).Should().Equal("host-1", "host-2");
        day["host-1"].Now.Hosting.Should().BeEmpty();
        day["host-1"].IsTold("correction");
    }

    [Fact]
    [Rule("R10")]
    public void After_a_delay_the_same_one_is_asked_once_more_and_then_the_turn_passes()
    {
        var day = Waiting("host-1", "host-2");
        day["gate-1"].Opens("walk-in");
        day["host-1"].Delays("turn", 2);
        day.FastForward(2.Minutes());
        day["host-1"].Rings(day.AlertOf("turn") with { Answers = [] }).Should().BeTrue();
        day.FastForward(60.Seconds());
        day["host-2"].IsAsked("turn");
    }

    private static IEnumerable<string> VenueOrder(Day day) => Reception.Domain.Venues.VenueRow.RotaOf(day.State).Select(person => person.Value);
}
