using Reception.Domain.Alerts;
using Reception.Domain.Items;
using Reception.Domain.Tests.Builders;

namespace Reception.Domain.Tests.Journeys;

public class ItemTests
{
    private static (Day Day, JourneyId Guest) Planned(string eta)
    {
        var day = Day.At("14:00").Staffed();
        return (day, day["host-1"].Opens("plan", ("eta", Day.Clock(eta).Ms())).IsTaken().Journey);
    }

    [Fact]
    [Rule("I1")]
    public void What_counts_back_from_the_ETA_is_called_then_and_rings_the_supervisor_when_late()
    {
        var (day, _) = Planned("15:00");
        day.ItemOf("prepare").Due.Should().Be(Day.Clock("14:30"));
        day.ForwardTo("14:30");
        day["bar-1"].IsAsked("prepare-now");
        day["super-1"].IsNotAsked("prepare-late");
        day.ForwardTo("14:40");
        day["super-1"].IsAsked("prepare-late");
        day.ItemOf("prepare").Late.Should().BeTrue();
    }

    [Fact]
    [Rule("I2")]
    public void A_moved_ETA_moves_the_rest_and_a_due_time_that_is_past_is_now()
    {
        var (day, guest) = Planned("15:00");
        day["host-1"].Pulls("move", guest, ("eta", Day.Clock("16:00").Ms()));
        day.ItemOf("prepare").Due.Should().Be(Day.Clock("15:30"));
        day["host-1"].Pulls("move", guest, ("eta", Day.Clock("14:10").Ms()));
        day.ItemOf("prepare").Due.Should().Be(Day.Clock("14:00"));
        day.Tick();
        day["bar-1"].IsAsked("prepare-now");
    }

    [Fact]
    [Rule("I2")]
    public void What_was_called_is_not_called_again_when_the_ETA_moves_a_little_but_waits_when_it_moves_far()
    {
        var (day, guest) = Planned("14:20");
        day.Tick();
        day["bar-1"].Acks("prepare-now");
        day["host-1"].Pulls("move", guest, ("eta", Day.Clock("14:25").Ms()));
        day.Tick();
        day["bar-1"].IsNotAsked("prepare-now");
        day["host-1"].Pulls("move", guest, ("eta", Day.Clock("15:00").Ms()));
        day.ForwardTo("14:30");
        day["bar-1"].IsAsked("prepare-now");
    }

    [Fact]
    [Rule("I2")]
    public void An_item_without_an_ETA_gets_its_time_with_the_ETA()
    {
        var day = Day.At("14:00").Staffed();
        var guest = day["host-1"].Opens("plan").Journey;
        day.ItemOf("prepare").Due.Should().BeNull();
        day["host-1"].Pulls("move", guest, ("eta", Day.Clock("15:00").Ms()));
        (day.ItemOf("prepare").Due, day.ItemOf("prepare").LateAt).Should().Be((Day.Clock("14:30"), Day.Clock("14:40")));
    }

    [Fact]
    [Rule("I3")]
    public void An_item_is_ticked_by_its_position_or_a_desk_once()
    {
        var (day, _) = Planned("15:00");
        day["gate-1"].Ticks("prepare").IsRefused(RefusalCodes.NotYourPosition);
        day["super-1"].Ticks("prepare").IsTaken();
        var refusal = day["bar-1"].Ticks("prepare").IsRefused(RefusalCodes.ItemOver);
        (refusal.Args["who"].Value, refusal.Args["at"].Value).Should().Be(("super-1", day.Now.Ms()));
        day["bar-1"].Does(new Command.TickItem(new("no-such"))).IsRefused(RefusalCodes.UnknownItem);
    }

    [Fact]
    [Rule("I4")]
    public void What_is_ticked_or_skipped_is_called_for_no_more()
    {
        var (day, _) = Planned("14:20");
        day.Tick();
        day.ForwardTo("14:10");
        day["super-1"].IsAsked("prepare-late");
        day["bar-1"].Skips("prepare").IsTaken();
        day.AlertOf("prepare-now").State.Should().Be(AlertState.Overtaken);
        day.AlertOf("prepare-late").State.Should().Be(AlertState.Overtaken);
        day.IsQuiet();
    }

    [Fact]
    [Rule("I5")]
    public void An_item_goes_with_its_stage_unless_it_stays()
    {
        var day = Day.At("14:00").Staffed();
        var guest = day["gate-1"].Opens("walk-in").Journey;
        day["host-1"].Pulls("seat", guest);
        day.ItemOf("bags").State.Should().Be(ItemState.Open);
        day["host-1"].Pulls("leave", guest);
        day.ItemOf("menu").State.Should().Be(ItemState.Expired);
        day.ItemOf("bags").State.Should().Be(ItemState.Open);
    }

    [Fact]
    [Rule("I6")]
    public void A_stored_thing_has_a_number_and_is_called_for_when_its_guest_leaves()
    {
        var day = Day.At("14:00").Staffed();
        var one = day["gate-1"].Opens("walk-in").Journey;
        var two = day["gate-1"].Opens("walk-in").Journey;
        day.State.Items.Values.Where(item => item.Template.Value == "bags").Select(item => item.Tag).Should().BeEquivalentTo([1, 2]);
        day["host-1"].Pulls("leave", two);
        day.Tick();
        day.AlertOf("bags-here").Facts["tag"].Value.Should().Be("2");
        day["host-1"].Pulls("stay", two);
        day["host-1"].Pulls("leave", two);
        day.Tick();
        day.State.Alerts.Values.Count(alert => alert.Template.Value == "bags-here" && alert.Open).Should().Be(1);
        day["gate-1"].Pulls("depart", one);
        day["gate-1"].Opens("walk-in");
        day.State.Items.Values.Where(item => item.Template.Value == "bags" && item.State == ItemState.Open).Select(item => item.Tag).Should().BeEquivalentTo([1, 2]);
    }

    [Fact]
    [Rule("I7")]
    public void A_trigger_ticks_what_it_names()
    {
        var day = Day.At("14:00").Staffed();
        var guest = day["gate-1"].Opens("walk-in").Journey;
        day["host-1"].Pulls("seat", guest);
        day["bar-2"].Pulls("serve", guest);
        (day.ItemOf("serve").State, day.ItemOf("serve").By).Should().Be((ItemState.Done, new StaffId("bar-2")));
        day.Has("menu-please").Should().BeFalse();
    }

    [Fact]
    [Rule("I8")]
    public void An_item_is_made_only_when_its_conditions_hold_and_weather_brings_and_takes_it()
    {
        var (day, guest) = Planned("15:00");
        day.State.Items.Values.Should().NotContain(item => item.Template.Value == "cake" || item.Template.Value == "umbrella");
        day["host-1"].Does(new Command.SetWeather("rain"));
        day.ItemOf("umbrella").Due.Should().Be(Day.Clock("14:55"));
        day["host-1"].Does(new Command.SetWeather("clear"));
        day.ItemOf("umbrella").State.Should().Be(ItemState.Expired);
        day["host-1"].Does(new Command.SetWeather("hail")).IsRefused(RefusalCodes.BadArgument);
        day["host-1"].Opens("plan", ("needs", "elderly,child"));
        day.ItemOf("cake").Journey.Should().NotBe(guest);
    }

    [Fact]
    [Rule("I9")]
    public void After_an_outage_late_items_come_as_one_call_per_position_and_it_is_heard()
    {
        var day = Day.At("14:00").Staffed();
        foreach (var eta in new[] { "14:45", "14:50", "15:20" })
        {
            day["host-1"].Opens("plan", ("eta", Day.Clock(eta).Ms()));
        }

        day.Outage(30.Minutes());
        day.Has("prepare-now").Should().BeFalse();
        var digest = day.AlertOf("digest");
        (digest.Facts["count"].Value, digest.Raised).Should().Be(("3", Day.Clock("14:30")));
        day.Has("prepare-late").Should().BeTrue("what is due at this very moment is called as ever");
        day["bar-1"].IsTold("digest");
        day.FastForward(2.Minutes());
        day.Has("digest").Should().BeTrue();
    }

    [Fact]
    [Rule("I9")]
    public void An_item_up_to_a_minute_late_is_called_as_ever()
    {
        var (day, _) = Planned("14:40");
        day.Drift(11.Minutes()).Tick();
        day.Has("prepare-now").Should().BeTrue();
        day.AlertOf("prepare-now").Raised.Should().Be(Day.Clock("14:10"));
    }
}
