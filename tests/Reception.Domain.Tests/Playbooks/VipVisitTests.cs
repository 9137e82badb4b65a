using Reception.Domain.Items;
using Reception.Domain.Journeys;
using Reception.Domain.Playbooks.Checking;
using Reception.Domain.Tests.Builders;

namespace Reception.Domain.Tests.Playbooks;

/// <summary>Procedure 2, B0 to B15, as the shipped file has it.</summary>
public class VipVisitTests
{
    [Fact]
    [Rule("Y7")]
    public void The_shipped_VIP_visit_has_no_flaw_and_no_remark() => Check.Library(VipCentre.Reading).Select(flaw => flaw.ToString()).Should().BeEmpty();

    [Fact]
    public void B_N10_what_counts_back_from_the_ETA_is_called_ten_minutes_ahead_and_overdue_the_supervisor_hears()
    {
        var centre = new VipCentre("16:00");
        centre.Day.ForwardTo("15:05");
        centre["luo"].IsTold("to-prepare");
        centre.Day.ItemOf("air").Due.Should().Be(Day.Clock("15:15"));
        centre.Day.ForwardTo("15:15");
        centre["gu"].IsAsked("not-prepared");
        centre["luo"].Ticks("air").IsTaken();
        centre["gu"].IsNotAsked("not-prepared");
    }

    [Fact]
    public void B0_an_ETA_forty_minutes_earlier_at_fifty_before_rings_what_is_overdue_at_once_in_order_and_what_is_done_stays_done()
    {
        var centre = new VipCentre("16:00");
        centre.Day.ForwardTo("15:10");
        centre["luo"].Ticks("air").IsTaken();
        var moved = centre.Day.Now;
        centre.Then("shen", "move-eta", ("eta", Day.Clock("15:20").Ms()));
        centre.Day.FastForward(1.Seconds());
        centre.Called(moved).Should().Equal("all-lights", "film", "fruit", "music", "earpieces", "fountain-leaders", "fountain-property", "valets", "model-lights");
        centre.Day.ItemOf("air").State.Should().Be(ItemState.Kept);
        centre["fang"].IsTold("to-prepare");
    }

    [Fact]
    public void B_N2_what_is_on_stays_on_also_when_the_guest_comes_later()
    {
        var centre = new VipCentre("14:20");
        centre["cao"].Ticks("model-lights").IsTaken();
        centre.Then("shen", "move-eta", ("eta", Day.Clock("15:30").Ms()));
        centre.Day.ForwardTo("15:25");
        centre.Day.ItemOf("model-lights").State.Should().Be(ItemState.Kept);
    }

    [Fact]
    public void B_N1_while_the_venue_is_cleared_a_walk_in_is_declined_in_words_until_the_guest_has_gone()
    {
        var centre = new VipCentre("14:20").Then("gu", "clear-venue");
        centre["zhao"].IsAsked("cleared");
        centre.Opens("zhao", "sales-visit", "walk-in").IsRefused(RefusalCodes.VenueExclusive).Args["else"].Value.Should().Be("closed-today");
        centre.Then("zhao", "arrive").Then("zhou", "depart");
        centre.Opens("zhao", "sales-visit", "walk-in").IsTaken();
    }

    [Fact]
    public void B_N1_who_is_declined_is_called_back_by_a_butler()
    {
        var centre = new VipCentre("14:20").Then("gu", "clear-venue");
        var declined = centre.Opens("zhou", "call-back", "decline-visit", ("address", "李女士"), ("phone", "13800001234")).IsTaken().Journey;
        centre["shen"].IsAsked("call-back-please");
        centre.Day.FastForward(2.Hours());
        centre["gu"].IsAsked("not-called-back");
        centre["shen"].Pulls("rang-up", declined).IsTaken();
        centre["gu"].IsNotAsked("not-called-back");
        centre.Day.Journey(declined).Open.Should().BeFalse();
    }

    [Fact]
    public void B_N1_a_supervisor_lets_somebody_in_with_a_reason_and_the_others_hear_of_it_as_ever()
    {
        var centre = new VipCentre("14:20").Then("gu", "clear-venue");
        centre.Admits("gu", "walk-in", "because-i-say-so").IsRefused(RefusalCodes.NeedsReason);
        var admitted = centre.Admits("gu", "walk-in", "can-be-received").IsTaken().Journey;
        centre.Day.Journey(admitted).Steps[0].Reason.Should().Be((Key)"can-be-received");
        centre["shen"].IsTold("walk-in-coming");
        centre["lin"].IsAsked("walk-in-arrived");
    }

    [Fact]
    public void B2_too_few_valets_for_the_passengers_are_told_ten_minutes_before_and_at_the_arrival_and_enough_are_not()
    {
        var centre = new VipCentre("14:20").Then("gu", "update", ("passengers", "3"));
        centre.Day.ForwardTo("14:10");
        centre["gu"].IsAsked("valets-short");
        centre["gu"].Acks("valets-short").IsTaken();
        centre.Then("zhao", "arrive", ("passengers", "4"));
        centre["gu"].IsAsked("valets-short");
        new VipCentre("14:20").Then("gu", "update", ("passengers", "1")).Then("zhao", "arrive").Day.Has("valets-short").Should().BeFalse();
    }

    [Fact]
    public void B_N1_a_guest_who_does_not_come_opens_the_venue_again()
    {
        var centre = new VipCentre("14:20").Then("gu", "clear-venue");
        centre.Day.ForwardTo("15:20");
        centre.Day.Journey(centre.Guest).End!.Value.Value.Should().Be(Ends.NoShow);
        centre.Day.State.Exclusive.Should().BeNull();
    }

    [Fact]
    public void B1_the_whole_venue_hears_one_call_with_a_line_for_each_and_each_answers_by_button_or_next_trigger()
    {
        var centre = new VipCentre("14:20").Then("zhao", "arrive", ("passengers", "3"));
        foreach (var person in new[] { "zhou", "zheng", "lin", "shen", "luo", "cao", "fang", "yao", "shi" })
        {
            centre[person].IsAsked("vip-arrived");
        }

        centre["zhao"].IsNotAsked("vip-arrived");
        centre["cao"].Acks("vip-arrived").IsTaken();
        centre.Then("zhou", "alight");
        centre["zhou"].IsNotAsked("vip-arrived");
        centre["fang"].IsAsked("vip-arrived");
        centre.Day.FastForward(30.Seconds());
        centre.Day.AlertOf("vip-arrived").Missing.Positions.Should().Contain("leadership".AsPosition()).And.NotContain("sales-team".AsPosition()).And.NotContain("door-valet".AsPosition());
        VipCentre.Reading.Library!.Current("vip-visit")!.Alerts["vip-arrived"].Lines["sales-team".AsPosition()].Zh.Should().Contain("列队");
    }

    [Fact]
    public void B6_who_drinks_tea_is_topped_up_every_quarter_of_an_hour_and_only_a_smoker_has_an_ashtray()
    {
        var centre = new VipCentre("14:20").Then("zhao", "arrive").Then("shen", "seat");
        centre["zheng"].IsAsked("serve-tea");
        centre.Then("zheng", "serve", ("drink", "longjing"));
        centre.Day.State.Items.Values.Should().NotContain(item => item.Template.Value == "ashtray");
        centre.Day.FastForward(15.Minutes());
        centre["zheng"].IsTold("look-in");
        centre["zheng"].Ticks("top-up").IsTaken();
        centre.Day.ItemOf("top-up").State.Should().Be(ItemState.Open);
        centre.Then("shen", "leave");
        centre.Day.ItemOf("top-up").State.Should().Be(ItemState.Expired);
    }

    [Fact]
    public void B7_to_B12_the_steward_is_called_on_the_way_admits_with_a_presenter_and_an_override_has_a_reason()
    {
        var centre = new VipCentre("14:20").Then("zhao", "arrive").Then("shen", "seat").Then("shen", "tour", ("room", "room-a"));
        centre["luo"].IsAsked("prepare-for-vip");
        centre["luo"].Pulls("admit", centre.Guest).IsRefused(RefusalCodes.NotCompanion).Args["else"].Value.Should().Be("presenter-first");
        centre.Then("luo", "admit", ("presenter", "lin"));
        centre.Day.ItemOf("shoe-covers").State.Should().Be(ItemState.Done);
        centre.Then("shen", "finish-tour");
        centre.Day.State.Places[new("room-a")].Journey.Should().BeNull();
    }

    [Fact]
    public void B_N1_a_room_that_is_taken_is_waited_for_and_kept_when_it_is_free()
    {
        var centre = new VipCentre("14:20");
        var other = centre.Opens("gu", "vip-visit", "plan", ("address", "李局长"), ("eta", Day.Clock("14:20").Ms()), ("ground", "official"), ("grade", "second")).Journey;
        centre["zhao"].Pulls("arrive", other);
        centre["lin"].Pulls("seat", other);
        centre["lin"].Pulls("tour", other, ("room", "room-a")).IsTaken();
        centre.Then("zhao", "arrive").Then("shen", "seat");
        centre["shen"].Pulls("tour", centre.Guest, ("room", "room-a")).IsRefused(RefusalCodes.PlaceTaken).Args["minutes"].Value.Should().Be("5");
        centre.Then("shen", "await-room", ("room", "room-a"));
        centre["lin"].Pulls("finish-tour", other).IsTaken();
        centre["shen"].IsAsked("place-free");
        centre.Day.State.Places[new("room-a")].Journey.Should().Be(centre.Guest);
    }

    [Fact]
    public void B13_to_B15_the_whole_venue_hears_that_the_guest_leaves_and_the_departure_ends_it()
    {
        var centre = new VipCentre("14:20").Then("gu", "clear-venue").Then("zhao", "arrive").Then("shen", "seat").Then("shen", "leave");
        centre["cao"].IsAsked("vip-leaving");
        centre["zhao"].IsAsked("vip-leaving");
        centre.Then("zhao", "depart");
        centre.Day.IsQuiet();
        centre.Day.State.Exclusive.Should().BeNull();
        centre.Day.State.Items.Values.Should().OnlyContain(item => item.Closed != null);
    }
}
