using Reception.Domain.Alerts;
using Reception.Domain.Places;
using Reception.Domain.Tests.Builders;

namespace Reception.Domain.Tests.Playbooks;

/// <summary>From the table to the road: what the steps A7 to A13 ask, through decide and fold.</summary>
public class SalesVisitTests
{
    private readonly SalesCentre centre = new();

    [Fact]
    public void A7_drinks_have_two_clocks_three_minutes_to_ask_and_five_to_bring()
    {
        Seated();
        centre["zheng"].IsAsked("serve-drinks");
        centre.Day.ItemOf("ask-drinks").Due.Should().Be(centre.Day.Now + 3.Minutes());
        centre.Open("bring-drinks").Should().BeEmpty();

        centre.Day.FastForward(2.Minutes());
        centre.Then("zheng", "choose-drinks", ("drink", "longjing,water"));
        centre.Open("ask-drinks").Should().BeEmpty();
        centre.Day.ItemOf("bring-drinks").Due.Should().Be(centre.Day.Now + 5.Minutes());

        centre["zheng"].Acks("serve-drinks").IsTaken();
        centre.Then("zheng", "serve");
        centre.Open("bring-drinks").Should().BeEmpty();
        centre.Day.AlertOf("serve-drinks").State.Should().Be(AlertState.Done);
        centre.Day.ItemOf("top-up").Due.Should().Be(centre.Day.Now + 20.Minutes());
    }

    [Fact]
    public void A7_drinks_that_nobody_asks_for_call_the_supervisor_after_three_minutes()
    {
        Seated();
        centre["zheng"].Acks("serve-drinks").IsTaken();
        centre["gu"].IsNotAsked("drinks-late");
        centre.Day.FastForward(3.Minutes());
        centre["gu"].IsAsked("drinks-late");
    }

    [Fact]
    public void A8_A9_the_room_is_called_prepared_and_heard_ready_before_anybody_walks()
    {
        Seated();
        centre.Then("shen", "call-room", ("room", "room-c"));
        centre["luo"].IsAsked("prepare-sample-room");
        centre.Day.AlertOf("prepare-sample-room").DoneWithin.Should().Be(5.Minutes());
        centre.Pulls("lin", "tour", ("companion", "lin")).IsRefused(RefusalCodes.NeedsReason);

        centre["luo"].Acks("prepare-sample-room").IsTaken();
        centre.Then("luo", "room-ready");
        centre["shen"].IsTold("room-is-ready");
        centre["lin"].IsTold("room-is-ready");
        centre.Then("lin", "tour", ("companion", "lin")).Stage.Should().Be("touring");
        centre["luo"].IsTold("tour-begins");
    }

    [Fact]
    public void A9_with_nobody_from_sales_it_is_said_at_once_and_one_tap_calls_a_customer_manager()
    {
        RoomIsReady();
        centre.Pulls("shen", "tour").IsRefused(RefusalCodes.NotCompanion).Args["else"].Value.Should().Be("no-companion");
        centre.Pulls("shen", "tour", ("companion", "shen")).IsRefused(RefusalCodes.NotCompanion);
        centre.Then("shen", "call-companion");
        centre["he"].IsAsked("companion-wanted");
        centre.Then("shen", "tour", ("companion", "cao"));
    }

    [Fact]
    public void A10_a_companion_who_has_gone_home_lets_nobody_in_and_another_one_does()
    {
        RoomIsReady();
        centre.Then("lin", "tour", ("companion", "cao"));
        centre["cao"].Ends().IsTaken();
        centre.Pulls("luo", "admit").IsRefused(RefusalCodes.NotCompanion).Args["else"].Value.Should().Be("decline-politely");

        centre.Then("luo", "turn-away");
        centre["lin"].IsAsked("alone-with-us");
        centre["liang"].IsTold("declined-noted");
        centre.Then("luo", "admit", ("companion", "he")).Stage.Should().Be("visiting");
        centre.Day.State.Places[new("room-c")].State.Should().Be(PlaceState.Used);
        centre.Open("shoe-covers").Should().BeEmpty();
    }

    [Fact]
    public void A10_somebody_unknown_at_the_sample_room_gets_a_manager_by_the_rota()
    {
        centre.Opens("luo", "guest-alone", ("room", "room-a"));

        centre.Stage.Should().Be("welcomed");
        centre["he"].IsAsked("alone-at-room");
        centre.Holder("room-a").Should().BeEmpty();
    }

    [Fact]
    public void A11_leaving_frees_the_room_and_keeps_table_and_space_until_the_car_has_gone()
    {
        RoomIsReady();
        centre.Then("lin", "tour", ("companion", "lin")).Then("luo", "admit").Then("luo", "leave");

        centre.Holder("room-c").Should().BeEmpty();
        centre.Holder("table-3").Should().Be(centre.Guest.Value);
        centre.Holder("B2-11").Should().Be(centre.Guest.Value);
        centre["zhao"].IsAsked("guest-leaving");
        centre.Day.AlertOf("guest-leaving").DoneWithin.Should().Be(4.Minutes());
        foreach (var onTheWay in new[] { "zhou", "zheng", "luo", "cao", "lin", "shen" })
        {
            centre[onTheWay].IsTold("say-goodbye");
        }

        centre.Then("zhao", "depart");
        centre.Holder("table-3").Should().BeEmpty();
        centre.Holder("B2-11").Should().BeEmpty();
        centre.Day.State.Counts["departed"].Should().Be(1);
    }

    [Theory]
    [InlineData("lin")]
    [InlineData("shen")]
    [InlineData("luo")]
    [InlineData("zhou")]
    public void A11_four_positions_may_say_that_a_guest_leaves_at_any_stage_after_arrival(string who)
    {
        centre.Opens("zhao", "walk-in").Then(who, "leave").Stage.Should().Be("leaving");
        centre.Opens("zhao", "walk-in").Pulls("zheng", "leave").IsRefused(RefusalCodes.NotYourPosition);
    }

    [Fact]
    public void A12_the_car_is_ready_belongings_are_reminded_and_a_stored_thing_rings_with_its_tag()
    {
        centre.Opens("zhao", "walk-in").Then("zhou", "welcome", ("stored", "umbrella")).Then("zhou", "leave");
        centre.Day.FastForward(1.Seconds());
        centre["zhou"].IsAsked("stored-here");
        centre.Day.AlertOf("stored-here").Facts["tag"].Value.Should().Be("1");

        centre["zhao"].Acks("guest-leaving").IsTaken();
        centre.Then("zhao", "car-ready");
        centre.Day.AlertOf("guest-leaving").State.Should().Be(AlertState.Done);
        centre.Open("belongings").Should().ContainSingle();
        centre.Day.FastForward(5.Minutes());
        centre.Day.Has("guest-not-at-car").Should().BeTrue();

        centre.Then("zhao", "depart");
        centre.Day.IsQuiet();
        centre.Day.State.Items.Values.Should().NotContain(item => item.State == Items.ItemState.Open);
    }

    [Fact]
    public void A13_the_car_may_be_gone_whatever_was_tapped_before() =>
        centre.Opens("zhao", "walk-in").Then("zhou", "depart").Stage.Should().Be("seen-off");

    [Fact]
    public void A_guest_who_stays_after_all_is_seated_again_and_whoever_was_called_is_told()
    {
        Seated();
        centre.Then("lin", "leave").Then("lin", "stay").Stage.Should().Be("seated");

        centre.Day.Has("guest-leaving").Should().BeFalse();
        centre["zhao"].IsTold("guest-stays");
        centre.Open("belongings").Should().BeEmpty();
        centre.Then("lin", "leave").Open("belongings").Should().ContainSingle();
    }

    [Fact]
    public void A_guest_may_tour_twice()
    {
        RoomIsReady();
        centre.Then("lin", "tour", ("companion", "lin")).Then("luo", "admit").Then("lin", "finish-tour").Stage.Should().Be("seated");
        centre.Holder("room-c").Should().BeEmpty();
        centre.Then("shen", "call-room", ("room", "room-a")).Then("luo", "room-ready").Then("shen", "tour", ("companion", "cao")).Then("luo", "admit");
        centre.Holder("room-a").Should().Be(centre.Guest.Value);
    }

    [Fact]
    public void Who_does_not_come_is_a_no_show_after_an_hour_by_itself_or_by_hand_and_cannot_be_undone()
    {
        centre.Expects("14:10");
        centre.Day.ForwardTo("15:10");
        centre.Stage.Should().Be("no-show");
        centre["lin"].IsTold("guest-no-show");

        centre.Expects("16:00").Then("gu", "no-show");
        centre["gu"].Undoes(centre.Guest).IsRefused(RefusalCodes.NothingToUndo);
    }

    [Fact]
    public void A_moved_time_moves_the_umbrella_and_the_no_show()
    {
        centre.Rains().Expects("14:30").Then("lin", "move-eta", ("eta", Day.Clock("15:30").Ms()));
        centre.Day.ItemOf("umbrella").Due.Should().Be(Day.Clock("15:25"));
        centre.Day.ForwardTo("15:35").State.Journeys[centre.Guest].Stage.Value.Should().Be("expected");
        centre.Day.ForwardTo("16:30").State.Journeys[centre.Guest].Stage.Value.Should().Be("no-show");
    }

    private void Seated() => centre.Expects("14:05").Then("zhao", "arrive").Then("zhao", "escort", ("space", "B2-11")).Then("zhou", "welcome").Then("lin", "seat", ("table", "table-3"));

    private void RoomIsReady()
    {
        Seated();
        centre.Then("shen", "call-room", ("room", "room-c")).Then("luo", "room-ready");
    }
}
