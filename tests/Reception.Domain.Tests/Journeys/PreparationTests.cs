using Reception.Domain.Items;
using Reception.Domain.Tests.Builders;

namespace Reception.Domain.Tests.Journeys;

public class PreparationTests
{
    private static (Day Day, JourneyId Guest) Planned(string eta)
    {
        var day = Day.At("14:00").Staffed();
        return (day, day["host-1"].Opens("plan", ("eta", Day.Clock(eta).Ms())).IsTaken().Journey);
    }

    private static List<string> Called(Day day, DateTimeOffset since) =>
        [.. day.Log.Where(entry => entry.At >= since).SelectMany(entry => entry.Events).OfType<ItemEvents.ItemFellDue>().Select(due => day.State.Items[due.Item].Template.Value)];

    [Fact]
    [Rule("I10")]
    public void A_thing_to_do_is_called_ahead_of_its_time_and_late_after_it()
    {
        var (day, _) = Planned("15:00");
        var lights = day.ItemOf("lights");
        (lights.CallAt, lights.Due, lights.LateAt).Should().Be((Day.Clock("14:30"), Day.Clock("14:40"), Day.Clock("14:40")));
        day.ForwardTo("14:30");
        day["rooms-1"].IsTold("lights-on");
        day.Has("lights-late").Should().BeFalse();
        day.ForwardTo("14:40");
        day["super-1"].IsTold("lights-late");
    }

    [Fact]
    [Rule("I2")]
    [Rule("I10")]
    public void An_ETA_that_comes_much_nearer_makes_what_is_overdue_ring_at_once_in_the_order_in_which_it_was_due()
    {
        var (day, guest) = Planned("16:00");
        day.FastForward(10.Minutes());
        var moved = day.Now;
        day["host-1"].Pulls("move", guest, ("eta", Day.Clock("14:25").Ms()));
        day.FastForward(1.Seconds());
        Called(day, moved).Should().Equal("prepare", "lights");
        day["bar-1"].IsAsked("prepare-now");
    }

    [Fact]
    [Rule("I10")]
    public void What_was_called_ahead_is_not_called_again_when_the_ETA_moves_a_little_but_is_due_and_late_later()
    {
        var (day, guest) = Planned("15:00");
        day.ForwardTo("14:31");
        day["host-1"].Pulls("move", guest, ("eta", Day.Clock("15:01").Ms()));
        var lights = day.ItemOf("lights");
        (lights.Called, lights.Due, lights.LateAt).Should().Be((true, Day.Clock("14:41"), Day.Clock("14:41")));
        day.AlertOf("lights-on").Open.Should().BeTrue();
    }

    [Fact]
    [Rule("I11")]
    public void What_is_kept_on_stays_on_when_the_ETA_moves_and_is_over_with_the_journey()
    {
        var (day, guest) = Planned("15:00");
        day["rooms-1"].Ticks("lights").IsTaken();
        day.ItemOf("lights").State.Should().Be(ItemState.Kept);
        day["host-1"].Pulls("move", guest, ("eta", Day.Clock("16:30").Ms()));
        day.ForwardTo("16:20");
        day.ItemOf("lights").State.Should().Be(ItemState.Kept, "also a quarter of an hour later, and when its time has come anew");
        day["rooms-1"].Ticks("lights").IsRefused(RefusalCodes.ItemOver).Args["who"].Value.Should().Be("rooms-1");
        day["gate-1"].Pulls("arrive", guest);
        day["gate-1"].Pulls("depart", guest);
        var lights = day.ItemOf("lights");
        (lights.State, lights.Closed, lights.Ticked).Should().Be((ItemState.Done, day.Now, Day.Clock("14:00")));
    }

    [Fact]
    [Rule("I12")]
    public void What_is_to_be_done_every_so_often_comes_up_again_once_done_or_skipped_as_long_as_its_stage_lasts()
    {
        var day = Day.At("14:00").Staffed();
        var guest = day["gate-1"].Opens("walk-in").Journey;
        day["host-1"].Pulls("seat", guest);
        day["host-1"].Overrides("tour", guest, "because", ("mate", "host-1")).IsTaken();
        day.FastForward(10.Minutes());
        day["bar-1"].IsAsked("menu-please");
        day["bar-1"].Pulls("look", guest).IsTaken();
        day["bar-1"].IsNotAsked("menu-please");
        day.ItemOf("look-in").Due.Should().Be(Day.Clock("14:20"));
        day.ForwardTo("14:15");
        day["bar-1"].Skips("look-in").IsTaken();
        day.ItemOf("look-in").Due.Should().Be(Day.Clock("14:25"));
        day["host-1"].Pulls("come-back", guest);
        day.ItemOf("look-in").State.Should().Be(ItemState.Expired);
    }
}
