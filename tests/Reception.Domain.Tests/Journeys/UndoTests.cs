using Reception.Domain.Alerts;
using Reception.Domain.Items;
using Reception.Domain.Places;
using Reception.Domain.Tests.Builders;

namespace Reception.Domain.Tests.Journeys;

public class UndoTests
{
    private static (Day Day, JourneyId Guest) Seated()
    {
        var day = Day.At("14:00").Staffed();
        var guest = day["gate-1"].Opens("walk-in", ("size", "2")).IsTaken().Journey;
        day.FastForward(2.Seconds());
        day["host-1"].Pulls("seat", guest, ("table", "table-1"), ("size", "3")).IsTaken();
        return (day, guest);
    }

    [Fact]
    [Rule("U1")]
    public void Undo_reverses_stage_facts_items_places_and_calls()
    {
        var (day, guest) = Seated();
        day.Has("turn").Should().BeFalse();
        day.FastForward(10.Seconds());
        day["host-1"].Undoes(guest).IsTaken();
        var journey = day.Journey(guest);
        (journey.Stage.Value, journey.Since, journey.Facts["size"].Value).Should().Be(("here", Day.Clock("14:00"), "2"));
        journey.Steps.Should().ContainSingle();
        journey.Facts.Should().NotContainKey("table");
        day.State.Places[new("table-1")].State.Should().Be(PlaceState.Free);
        day.AlertOf("drinks").State.Should().Be(AlertState.Cancelled);
        day.AlertOf("menu-please").State.Should().Be(AlertState.Cancelled, "what the clock has called for since is taken back too");
        day.ItemOf("serve").State.Should().Be(ItemState.Expired);
        day.ItemOf("bags").State.Should().Be(ItemState.Open);
        day.Has("turn").Should().BeTrue("the call that was overtaken waits again");
    }

    [Fact]
    [Rule("U2")]
    public void Only_the_one_who_pulled_it_only_the_last_only_within_half_a_minute()
    {
        var (day, guest) = Seated();
        day["host-2"].Undoes(guest).IsRefused(RefusalCodes.NotYours);
        day["host-1"].Pulls("note", guest, ("note", "x"));
        day["host-1"].Undoes(guest).IsTaken();
        day["host-1"].Undoes(guest).IsRefused(RefusalCodes.NothingToUndo);
        day["host-1"].Pulls("note", guest, ("note", "y"));
        day.FastForward(31.Seconds());
        day["host-1"].Undoes(guest).IsRefused(RefusalCodes.NothingToUndo);
        day["host-1"].Undoes(new("no-such")).IsRefused(RefusalCodes.UnknownJourney);
    }

    [Fact]
    [Rule("U2")]
    public void A_tap_in_time_on_a_slow_line_counts_one_that_comes_minutes_later_does_not()
    {
        var (day, guest) = Seated();
        var tapped = day.Now + 29.Seconds();
        day.FastForward(35.Seconds());
        day["host-1"].Does(new Command.Undo(guest), tapped).IsTaken();
        (day, guest) = Seated();
        tapped = day.Now + 29.Seconds();
        day.FastForward(41.Seconds());
        day["host-1"].Does(new Command.Undo(guest), tapped).IsRefused(RefusalCodes.NothingToUndo);
        var again = Seated();
        again.Day.FastForward(2.Minutes());
        again.Day["host-1"].Does(new Command.Undo(again.Guest), tapped).IsRefused(RefusalCodes.NothingToUndo);
        again.Day.State.Inverses.Should().BeEmpty("what can no longer be taken back is not kept");
    }

    [Fact]
    [Rule("U2")]
    public void Some_triggers_cannot_be_taken_back()
    {
        var day = Day.At("14:00").Staffed();
        var guest = day["gate-1"].Opens("walk-in").Journey;
        day["gate-1"].Pulls("fast", guest);
        day["gate-1"].Undoes(guest).IsRefused(RefusalCodes.NothingToUndo);
    }

    [Fact]
    [Rule("U3")]
    public void Nothing_is_taken_back_that_somebody_has_built_upon()
    {
        var (day, guest) = Seated();
        day["bar-1"].Ticks("serve");
        day["host-1"].Undoes(guest).IsRefused(RefusalCodes.NothingToUndo);

        (day, guest) = Seated();
        day["bar-1"].Completes("drinks");
        day["host-1"].Undoes(guest).IsRefused(RefusalCodes.NothingToUndo);

        (day, guest) = Seated();
        day["host-1"].Pulls("call-room", guest, ("room", "room-a"));
        day["host-1"].Pulls("leave", guest);
        day["rooms-1"].Does(new Command.OpenPlace(new("room-a"), false)).IsTaken();
        day["host-1"].Undoes(guest).IsRefused(RefusalCodes.NothingToUndo);
    }

    [Fact]
    [Rule("U3")]
    public void A_place_given_back_and_taken_by_another_is_not_taken_from_him()
    {
        var (day, guest) = Seated();
        day["host-1"].Pulls("call-room", guest, ("room", "room-a"));
        var other = day["gate-1"].Opens("walk-in").Journey;
        day["host-2"].Pulls("seat", other);
        day["host-1"].Pulls("leave", guest);
        day["host-2"].Pulls("call-room", other, ("room", "room-a")).IsTaken();
        day["host-1"].Undoes(guest).IsRefused(RefusalCodes.NothingToUndo);
    }

    [Fact]
    [Rule("U4")]
    public void Who_had_heard_or_answered_is_told_that_it_was_taken_back()
    {
        var (day, guest) = Seated();
        day["bar-1"].Hears("drinks");
        day["bar-2"].Acks("drinks");
        day["host-1"].Undoes(guest).IsTaken();
        day["bar-1"].IsTold("correction");
        day["bar-2"].IsTold("correction");
    }

    [Fact]
    [Rule("U5")]
    public void An_undone_opening_never_was()
    {
        var day = Day.At("14:00").Staffed();
        var guest = day["gate-1"].Opens("walk-in").Journey;
        day.State.Counts["here"].Should().Be(1);
        day["gate-1"].Undoes(guest).IsTaken();
        day.State.Counts.GetValueOrDefault("here").Should().Be(0);
        day.Journey(guest).Open.Should().BeFalse();
        day.State.Departed.Should().BeEmpty();
        day.State.Items.Values.Should().NotContain(item => item.Closed == null);
        day.IsQuiet();
    }

    [Fact]
    [Rule("U6")]
    public void What_others_did_meanwhile_and_does_not_rest_on_it_stays()
    {
        var day = Day.At("14:00").Staffed("gate-1", "door-1", "host-1", "host-2", "bar-1", "super-1");
        var guest = day["gate-1"].Opens("walk-in").Journey;
        day["gate-1"].Pulls("note", guest, ("needs", "child"));
        day["host-1"].Acks("turn").IsTaken();
        day["gate-1"].Undoes(guest).IsTaken();
        var journey = day.Journey(guest);
        journey.Facts.Should().NotContainKey("needs");
        (journey.Host, journey.Facts["host"].Value).Should().Be((new StaffId("host-1"), "host-1"));
        day["host-1"].Now.Hosting.Should().Equal(guest);
    }

    [Fact]
    [Rule("U7")]
    public void A_call_that_waits_again_goes_on_where_its_ladder_has_got_to()
    {
        var day = Day.At("14:00").Staffed("gate-1", "door-1", "bar-1", "host-1", "super-1");
        var guest = day["host-1"].Opens("plan", ("host", "host-1")).Journey;
        day["gate-1"].Pulls("arrive", guest);
        day.FastForward(110.Seconds());
        day["host-1"].Pulls("seat", guest);
        day.FastForward(20.Seconds());
        day["host-1"].Undoes(guest).IsTaken();
        day.FastForward(TimeSpan.Zero).Tick();
        day["super-1"].IsAsked("arrived");
        day.AlertOf("arrived").Rungs[1].Fired.Should().Be(Day.Clock("14:02") + 10.Seconds());
    }

    [Fact]
    [Rule("U8")]
    public void An_end_can_be_taken_back_and_the_receipts_of_its_calls_stay()
    {
        var (day, guest) = Seated();
        day["bar-1"].Hears("drinks");
        day["gate-1"].Pulls("depart", guest);
        day.State.Departed.Should().ContainSingle();
        day.FastForward(20.Seconds());
        day["gate-1"].Undoes(guest).IsTaken();
        day.Journey(guest).Open.Should().BeTrue();
        day.State.Departed.Should().BeEmpty();
        day.State.Places[new("table-1")].Journey.Should().Be(guest);
        day.FastForward(16.Minutes());
        day["gate-1"].Calls("tell");
        day.State.Receipts.Should().ContainKey(day.AlertOf("drinks").Id);
        day.Journey(guest).Open.Should().BeTrue();
    }
}
