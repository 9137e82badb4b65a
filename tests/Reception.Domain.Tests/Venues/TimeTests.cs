using Reception.Domain.Alerts;
using Reception.Domain.Journeys;
using Reception.Domain.Positions;
using Reception.Domain.Tests.Builders;
using Reception.Domain.Venues;

namespace Reception.Domain.Tests.Venues;

public class TimeTests
{
    [Fact]
    [Rule("T2")]
    public void What_falls_due_is_taken_in_order_each_at_its_own_time()
    {
        var day = Day.At("14:00").Staffed();
        day["gate-1"].Calls("help", "door");
        day["host-1"].Opens("plan", ("eta", Day.Clock("14:33").Ms()));
        day.Outage(4.Minutes());
        var due = day.Log[^1].Events.OfType<VenueEvents.FellDue>().Select(fell => fell.Due).ToList();
        due.Should().Equal(Day.Clock("14:02"), Day.Clock("14:03"), Day.Clock("14:03"), Day.Clock("14:04"));
        day.Log[^1].At.Should().Be(Day.Clock("14:04"));
        day.AlertOf("prepare-now").Raised.Should().Be(Day.Clock("14:03"));
    }

    [Fact]
    [Rule("T3")]
    public void At_the_turn_of_the_day_yesterday_s_expected_guests_expire_and_today_s_stay()
    {
        var day = Day.At("23:30").Staffed();
        var yesterday = day["host-1"].Opens("plan").Journey;
        var today = day["host-1"].Opens("plan", ("eta", (Day.Clock("14:00") + 24.Hours()).Ms())).Journey;
        var here = day["gate-1"].Opens("walk-in").Journey;
        var gone = day["gate-1"].Opens("walk-in").Journey;
        day.FastForward(4.Hours() + 29.Minutes() + 50.Seconds());
        day["gate-1"].Pulls("depart", gone);
        day.State.Day.Should().Be(new DateOnly(2026, 6, 6));
        day.FastForward(10.Seconds());
        day.State.Day.Should().Be(new DateOnly(2026, 6, 7));
        day.State.DayTurns.Should().Be(Day.Clock("04:00") + 48.Hours());
        day.Log[^1].Day.Should().Be(new DateOnly(2026, 6, 7));
        day.State.Journeys.Keys.Should().BeEquivalentTo([today, here], "what is closed leaves");
        day.Log[^1].Events.OfType<JourneyEvents.JourneyExpired>().Single().Journey.Should().Be(yesterday);
        day.State.Counts.Where(count => count.Value > 0).Should().BeEquivalentTo([KeyValuePair.Create(new Key("expected"), 1), KeyValuePair.Create(new Key("here"), 1)]);
        day.State.Departed.Should().BeEmpty();
        day["gate-1"].Undoes(gone).IsRefused(RefusalCodes.UnknownJourney);
    }

    [Fact]
    [Rule("T3")]
    public void A_lost_device_is_forgotten_at_the_turn_of_the_day()
    {
        var day = Day.At("23:30").Staffed("gate-1", "bar-1");
        day["gate-1"].IsLost();
        day.FastForward(5.Hours());
        day["gate-1"].Now.Devices.Should().BeEmpty();
        day["bar-1"].Now.Devices.Should().ContainSingle();
    }

    [Fact]
    [Rule("T4")]
    public void A_clock_that_went_back_takes_along_what_counts_elapsed_time_and_leaves_what_the_wall_says()
    {
        var day = Day.At("14:00").Staffed();
        day["gate-1"].Calls("help", "door");
        var guest = day["host-1"].Opens("plan", ("eta", Day.Clock("15:00").Ms())).Journey;
        day["door-1"].GoesAway(30);
        day["gate-2"].GoesAway(30);
        day.FastForward(1.Minutes());
        day["host-1"].Pulls("move", guest, ("eta", Day.Clock("15:10").Ms()));
        day.ClockMovesBack(10.Minutes());
        day.State.At.Should().Be(Day.Clock("13:51"));
        day.AlertOf("help").Rungs[^1].At.Should().Be(Day.Clock("13:54"));
        day.ItemOf("prepare").Due.Should().Be(Day.Clock("14:40"));
        day.Journey(guest).NoShowAt.Should().Be(Day.Clock("16:10"));
        day["gate-2"].Now.Away!.Until.Should().Be(Day.Clock("14:20"));
        day.State.DayTurns.Should().Be(Day.Clock("04:00") + 24.Hours());
        day.FastForward(20.Seconds());
        day["host-1"].Undoes(guest).IsTaken();
        day.Journey(guest).Eta.Should().Be(Day.Clock("15:00"));
        day.ForwardTo("13:54");
        day["boss-1"].IsAsked("help");
    }

    [Fact]
    [Rule("T5")]
    public void A_fault_in_one_due_thing_sets_it_aside_tells_the_manager_and_the_rest_goes_on()
    {
        var broken = SmallVenue.Library;
        var book = broken.Current("visit")!;
        broken = broken with
        {
            ByHash = broken.ByHash.SetItem(book.Hash, book with { Alerts = book.Alerts.SetItem("prepare-now", book.Alerts["prepare-now"] with { To = default }) }),
        };
        var day = Day.At("14:00", broken).Staffed();
        day["host-1"].Opens("plan", ("eta", Day.Clock("14:40").Ms()));
        day["gate-1"].Calls("help", "door");
        day.ForwardTo("14:10");
        day.State.Parked.Should().ContainSingle();
        day["boss-1"].IsAsked("fault");
        day.ForwardTo("14:20");
        day["super-1"].IsAsked("prepare-late");
        day.AlertOf("help").Exhausted.Should().BeTrue();
        day.FastForward(14.Hours());
        day.State.Parked.Should().BeEmpty("the guest did not come, and the day turned");
    }

    [Fact]
    [Rule("T6")]
    public void A_command_never_comes_before_the_last_entry()
    {
        var day = Day.At("14:00").Staffed();
        var intent = new Intent("late", new("gate-1"), null, new Command.SetWeather("rain"), day.Now);
        var entry = Decider.Entry(day.State, intent, Decider.Decide(day.State, intent, day.Now - 1.Seconds(), day.Library), day.Now - 1.Seconds());
        entry.At.Should().Be(day.Now);
    }

    [Fact]
    [Rule("T1")]
    public void A_ladder_climbs_alike_whoever_looks_late()
    {
        var exact = Day.At("14:00").Staffed();
        var slow = Day.At("14:00").Staffed();
        foreach (var day in new[] { exact, slow })
        {
            day["gate-1"].Calls("help", "door");
            day.ForwardTo(Day.Clock("14:10"), day == slow ? 47.Seconds() : TimeSpan.Zero);
        }

        slow.AlertOf("help").Rungs.Select(rung => rung.State).Should().Equal(exact.AlertOf("help").Rungs.Select(rung => rung.State));
        (exact.AlertOf("help").Exhausted, slow.AlertOf("help").Exhausted).Should().Be((true, true));
    }

    [Theory]
    [InlineData("2026-06-06T03:59:59+08:00", "2026-06-05")]
    [InlineData("2026-06-06T04:00:00+08:00", "2026-06-06")]
    [Rule("T7")]
    public void The_day_turns_at_the_venue_s_hour_in_the_venue_s_zone(string at, string expected) =>
        VenueDay.Of(DateTimeOffset.Parse(at, null), Day.At("14:00").State.SetUp!).Should().Be(DateOnly.Parse(expected, null));

    [Fact]
    [Rule("T7")]
    public void An_hour_that_summer_time_skips_does_not_lose_the_day()
    {
        var setUp = Day.At("14:00").State.SetUp! with { Zone = "Europe/Berlin", TurnsAt = 150 };
        VenueDay.Ends(new(2026, 3, 28), setUp).Should().Be(new DateTimeOffset(2026, 3, 29, 1, 30, 0, TimeSpan.Zero));
        VenueDay.Ends(new(2026, 3, 29), setUp).Should().Be(new DateTimeOffset(2026, 3, 30, 0, 30, 0, TimeSpan.Zero));
    }

    [Fact]
    [Rule("T8")]
    public void Who_comes_back_goes_home_or_leaves_anew_is_not_looked_for_any_more()
    {
        var day = Day.At("14:00").Staffed();
        day["door-1"].GoesAway(5);
        day.FastForward(5.Minutes());
        day["super-1"].IsAsked("away-overdue");
        day["door-1"].ComesBack();
        day.AlertOf("away-overdue").State.Should().Be(AlertState.Overtaken);
        day["door-1"].GoesAway(5);
        day.FastForward(5.Minutes());
        day["super-1"].IsAsked("away-overdue");
        day["door-1"].GoesAway(10, cover: "bar-1");
        day.Has("away-overdue").Should().BeFalse();
        day["door-1"].GoesAway(10, cover: "bar-2");
        day["bar-1"].Stands("bar");
        day["bar-2"].Stands("bar", "door");
        day["door-1"].Ends();
        day["bar-2"].Stands("bar");
        day["door-1"].Now.State.Should().Be(DutyState.Off);
    }
}
