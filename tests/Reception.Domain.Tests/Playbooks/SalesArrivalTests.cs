using Reception.Domain.Alerts;
using Reception.Domain.Tests.Builders;

namespace Reception.Domain.Tests.Playbooks;

/// <summary>From the kerb to the door: what the steps A1 to A6 ask, through decide and fold.</summary>
public class SalesArrivalTests
{
    private readonly SalesCentre centre = new();

    [Fact]
    public void A1_an_expected_guest_rings_with_his_own_manager_and_butler_and_nobody_else()
    {
        centre.Expects("14:05").Then("zhao", "arrive", ("size", "3"));

        centre["lin"].IsAsked("guest-arrived");
        centre["shen"].IsAsked("guest-arrived");
        centre["he"].IsNotAsked("guest-arrived");
        centre.Day.AlertOf("guest-arrived").Answer.Should().Be(AnswerRule.Each);
    }

    [Fact]
    public void A1_a_walk_in_takes_the_turn_of_who_has_waited_longest_and_the_manager_who_answers_is_the_host()
    {
        centre.Day.FastForward(1.Seconds());
        centre["he"].Ends().IsTaken();
        centre["he"].Starts("customer-manager").IsTaken();
        centre.Opens("zhao", "walk-in", ("address", "一位先生"));

        centre["lin"].IsAsked("walk-in-arrived");
        centre["he"].IsNotAsked("walk-in-arrived");
        centre["shen"].IsTold("walk-in-coming");
        centre["lin"].Acks("walk-in-arrived").IsTaken();
        centre.Day.Journey(centre.Guest).Host.Should().Be(new StaffId("lin"));
    }

    [Fact]
    public void A1_a_return_visit_rings_with_its_own_manager_and_uses_no_turn()
    {
        centre.Opens("zhou", "return-visit", ("manager", "he"), ("address", "李女士"));

        centre["he"].IsAsked("guest-arrived");
        centre["lin"].IsNotAsked("guest-arrived");
        centre.Day.Journey(centre.Guest).Facts["visit"].Value.Should().Be("return");
    }

    [Fact]
    public void A2_in_rain_the_umbrella_is_due_before_the_guest_and_at_once_for_a_walk_in()
    {
        centre.Rains().Expects("14:30");
        centre.Day.ItemOf("umbrella").Due.Should().Be(Day.Clock("14:25"));
        centre.Day.ForwardTo("14:25");
        centre["zhao"].IsTold("umbrella-due");

        centre.Opens("zhao", "walk-in");
        centre.Day.ItemOf("umbrella-now").Due.Should().Be(centre.Day.Now);
    }

    [Fact]
    [Rule("Y9")]
    public void A2_rain_that_begins_later_brings_the_umbrella_and_sunshine_takes_it_away()
    {
        centre.Expects("14:30");
        centre.Open("umbrella").Should().BeEmpty();

        centre.Rains();
        centre.Open("umbrella").Should().ContainSingle();
        centre.Day.ItemOf("umbrella").Due.Should().Be(Day.Clock("14:25"));

        centre.Rains("clear");
        centre.Open("umbrella").Should().BeEmpty();
        centre.Rains("snow");
        centre.Open("umbrella").Should().ContainSingle();
    }

    [Fact]
    public void A2_the_space_can_be_noted_on_the_way_and_nothing_must_be_tapped_before_escort()
    {
        centre.Expects("14:05").Then("zhao", "arrive").Then("zhao", "park", ("space", "B2-11")).Then("zhao", "escort");
        centre.Holder("B2-11").Should().Be(centre.Guest.Value);

        centre.Opens("zhao", "walk-in").Then("zhao", "escort", ("space", "B2-12"));
        centre.Holder("B2-12").Should().Be(centre.Guest.Value);
    }

    [Fact]
    public void A3_A4_escort_ticks_what_lay_between_unless_it_was_marked_not_done_and_no_sunshade_in_rain()
    {
        centre.Opens("zhao", "walk-in");
        centre["zhao"].Skips("sunshade").IsTaken();
        centre.Then("zhao", "escort");
        centre.Day.ItemOf("valuables").State.Should().Be(Items.ItemState.Done);
        centre.Day.ItemOf("sunshade").State.Should().Be(Items.ItemState.Skipped);

        centre.Rains().Opens("zhao", "walk-in");
        centre.Open("sunshade").Should().BeEmpty();
        centre.Open("valuables").Should().ContainSingle();
    }

    [Fact]
    public void A5_A6_the_door_hears_who_comes_and_a_stored_thing_gets_a_tag()
    {
        centre.Expects("14:05").Then("zhao", "arrive").Then("zhao", "escort");
        centre["zhou"].IsTold("guest-approaching");

        centre.Then("zhou", "welcome", ("stored", "umbrella"));
        centre.Day.ItemOf("stored").Tag.Should().Be(1);
        centre["lin"].IsTold("guest-inside");
    }
}
