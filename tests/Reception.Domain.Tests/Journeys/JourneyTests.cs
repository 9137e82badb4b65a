using Reception.Domain.Alerts;
using Reception.Domain.Journeys;
using Reception.Domain.Tests.Builders;

namespace Reception.Domain.Tests.Journeys;

public class JourneyTests
{
    private static (Day Day, JourneyId Guest) Here()
    {
        var day = Day.At("14:00").Staffed();
        return (day, day["gate-1"].Opens("walk-in").IsTaken().Journey);
    }

    private static (Day Day, JourneyId Guest) Seated()
    {
        var (day, guest) = Here();
        day["host-1"].Pulls("seat", guest, ("table", "table-1")).IsTaken();
        return (day, guest);
    }

    [Fact]
    [Rule("J1")]
    public void A_trigger_that_opens_begins_a_journey_named_after_the_command()
    {
        var (day, guest) = Here();
        guest.Value.Should().StartWith(day.Log[^1].CommandId!.Value.Value);
        var journey = day.Journey(guest);
        (journey.Stage.Value, journey.Expected, journey.Arrived).Should().Be(("here", false, day.Now));
        day["gate-1"].Pulls("walk-in", guest).IsRefused(RefusalCodes.UnknownTrigger);
        day["gate-1"].Opens("seat").IsRefused(RefusalCodes.UnknownTrigger);
    }

    [Fact]
    [Rule("J2")]
    public void Only_the_positions_a_trigger_names_may_pull_it()
    {
        var (day, guest) = Here();
        day["gate-1"].Pulls("seat", guest).IsRefused(RefusalCodes.NotYourPosition).Args["positions"].Value.Should().Be("host");
        day["boss-1"].Pulls("seat", guest).IsRefused(RefusalCodes.NotYourPosition);
    }

    [Fact]
    [Rule("J3")]
    [Rule("P7")]
    public void Not_now_says_who_was_first_when_and_what_can_be_done()
    {
        var (day, guest) = Seated();
        var at = day.Now.Ms();
        day.FastForward(1.Seconds());
        var refusal = day["host-2"].Pulls("seat", guest, ("table", "table-2")).IsRefused(RefusalCodes.NotNow);
        (refusal.Args["who"].Value, refusal.Args["trigger"].Value, refusal.Args["at"].Value).Should().Be(("host-1", "seat", at));
        refusal.Args["can"].Value.Split(',').Should().BeEquivalentTo("note", "call-room", "wait-room", "tour", "leave");
        day["gate-1"].Pulls("depart", guest);
        day["host-2"].Pulls("leave", guest).IsRefused(RefusalCodes.NotNow).Args["can"].Value.Should().BeEmpty();
    }

    [Fact]
    [Rule("J4")]
    public void What_is_asked_for_is_checked_and_nothing_else_is_taken()
    {
        var day = Day.At("14:00").Staffed();
        var gate = day["gate-1"];
        gate.Opens("walk-in", ("colour", "red")).IsRefused(RefusalCodes.UnknownField);
        gate.Opens("walk-in", ("host", "host-1")).IsRefused(RefusalCodes.UnknownField);
        gate.Opens("walk-in", ("size", "0")).IsRefused(RefusalCodes.BadArgument);
        gate.Opens("walk-in", ("size", "41")).IsRefused(RefusalCodes.BadArgument);
        gate.Opens("walk-in", ("size", "+4")).IsRefused(RefusalCodes.BadArgument);
        gate.Opens("walk-in", ("needs", "elderly,rich")).IsRefused(RefusalCodes.BadArgument);
        gate.Opens("return", ("host", "nobody")).IsRefused(RefusalCodes.UnknownStaff);
        gate.Opens("return").IsRefused(RefusalCodes.MissingField).Args["field"].Value.Should().Be("host");
        gate.Opens("plan", ("eta", "soon")).IsRefused(RefusalCodes.BadArgument);
        gate.Opens("walk-in", ("size", "4"), ("needs", "elderly,child"), ("address", "王先生")).IsTaken();
        gate.Does(new Command.Pull(null, "no-such", "walk-in", null, new Dictionary<string, string>().ToFields())).IsRefused(RefusalCodes.UnknownPlaybook);
        gate.Pulls("seat", new("no-such")).IsRefused(RefusalCodes.UnknownJourney);
    }

    [Fact]
    [Rule("J5")]
    public void A_guard_refuses_with_its_code_and_its_words()
    {
        var (day, guest) = Here();
        day["gate-1"].Pulls("strict", guest).IsRefused(RefusalCodes.MissingField);
        day["gate-1"].Pulls("note", guest, ("note", "x"));
        day["gate-1"].Pulls("strict", guest).IsRefused(RefusalCodes.ItemOpen).Args["item"].Value.Should().Be("bags");
        day["gate-1"].Ticks("bags");
        day["gate-1"].Pulls("strict", guest).IsTaken();
        day["host-1"].Pulls("tour", guest).IsRefused(RefusalCodes.NotCompanion).Args["else"].Value.Should().Be("decline");
        day["host-1"].Pulls("tour", guest, ("mate", "bar-1")).IsRefused(RefusalCodes.NotCompanion);
        day["host-1"].Pulls("tour", guest, ("mate", "host-1")).IsRefused(RefusalCodes.NeedsReason);
    }

    [Fact]
    [Rule("J5")]
    public void Enough_people_means_as_many_as_the_field_says_and_present()
    {
        var day = Day.At("14:00").Staffed();
        var guest = day["gate-1"].Opens("walk-in", ("size", "2")).Journey;
        day["gate-1"].Pulls("note", guest, ("note", "x"));
        day["gate-1"].Ticks("bags");
        day["gate-2"].GoesAway(5);
        day["gate-1"].Pulls("strict", guest).IsRefused(RefusalCodes.NotEnough);
        day["gate-2"].ComesBack();
        day["gate-1"].Pulls("strict", guest).IsTaken();
    }

    [Fact]
    [Rule("J6")]
    [Rule("P8")]
    public void An_override_is_a_step_with_its_reason()
    {
        var (day, guest) = Seated();
        day["host-1"].Overrides("tour", guest, "two words", ("mate", "host-1")).IsRefused(RefusalCodes.NeedsReason);
        day["host-1"].Overrides("tour", guest, "in-a-hurry", ("mate", "host-1")).IsTaken();
        day.Journey(guest).Steps[^1].Reason!.Value.Value.Should().Be("in-a-hurry");
    }

    [Fact]
    [Rule("J7")]
    public void A_fact_overtakes_the_calls_that_wait_for_it()
    {
        var (day, guest) = Here();
        day["gate-1"].Pulls("tell-door", guest);
        day.Has("turn").Should().BeTrue();
        day["host-1"].Pulls("seat", guest);
        day.AlertOf("turn").State.Should().Be(AlertState.Overtaken);
        day.AlertOf("coming").State.Should().Be(AlertState.Overtaken);
        day["bar-1"].Acks("drinks");
        day["bar-1"].Pulls("serve", guest);
        day.AlertOf("drinks").State.Should().Be(AlertState.Done, "somebody was on it: the fact is the done");
    }

    [Fact]
    [Rule("J8")]
    public void An_end_gives_everything_back_and_leaves_nothing_open()
    {
        var (day, guest) = Seated();
        day["host-1"].Pulls("call-room", guest, ("room", "room-a"));
        day["gate-1"].Pulls("depart", guest).IsTaken();
        day.State.Places.Values.Should().OnlyContain(place => place.Journey == null);
        day.State.Alerts.Values.Should().NotContain(alert => alert.Open && alert.Journey == guest);
        day.State.Items.Values.Should().NotContain(item => item.Closed == null && item.Journey == guest);
        day.State.Departed[0].Journey.Should().Be(guest);
        day.State.Guests[day.Journey(guest).Guest].Closed.Should().Be(day.Now);
    }

    [Fact]
    [Rule("J9")]
    public void A_step_is_dated_when_it_was_tapped_never_before_the_step_before_nor_in_the_future()
    {
        var day = Day.At("14:00").Staffed();
        day.FastForward(10.Minutes());
        var guest = day["gate-1"].PulledAgo(5.Minutes(), "walk-in", null).Journey;
        day.Journey(guest).Arrived.Should().Be(Day.Clock("14:05"));
        day["host-1"].PulledAgo(8.Minutes(), "seat", guest).IsTaken();
        day.Journey(guest).Since.Should().Be(Day.Clock("14:05"));
        day["host-1"].PulledAgo(3.Minutes(), "note", guest, ("note", "x")).IsTaken();
        day["gate-1"].Does(new Command.Pull(guest, null, "depart", null, new Dictionary<string, string>().ToFields()), day.Now + 1.Hours()).IsTaken();
        day.Journey(guest).Steps.Select(step => step.At).Should().Equal(Day.Clock("14:05"), Day.Clock("14:05"), Day.Clock("14:07"), Day.Clock("14:10"));
        day["gate-1"].PulledAgo(25.Hours(), "walk-in", null).IsRefused(RefusalCodes.TooOld);
    }

    [Fact]
    [Rule("J10")]
    public void A_guest_who_does_not_come_ends_as_a_no_show_and_the_host_is_told()
    {
        var day = Day.At("14:00").Staffed();
        var guest = day["host-1"].Opens("plan", ("eta", Day.Clock("15:00").Ms()), ("host", "host-1")).Journey;
        day.ForwardTo("15:59");
        day.Journey(guest).Open.Should().BeTrue();
        day["host-2"].Pulls("move", guest, ("eta", Day.Clock("15:30").Ms()));
        day.ForwardTo("16:29");
        day.Journey(guest).Open.Should().BeTrue();
        day.ForwardTo("16:30");
        (day.Journey(guest).Stage.Value, day.Journey(guest).End!.Value.Value).Should().Be(("absent", Ends.NoShow));
        day["host-1"].IsTold("did-not-come");
    }

    [Fact]
    [Rule("J11")]
    public void The_host_leads_from_arrival_till_the_end()
    {
        var day = Day.At("14:00").Staffed();
        var guest = day["host-1"].Opens("plan", ("host", "host-2")).Journey;
        day["host-2"].Now.Hosting.Should().BeEmpty();
        day["gate-1"].Pulls("arrive", guest);
        day["host-2"].Now.Hosting.Should().Equal(guest);
        day["gate-1"].Pulls("depart", guest);
        day["host-2"].Now.Hosting.Should().BeEmpty();
    }

    [Fact]
    [Rule("J12")]
    public void A_trigger_that_leads_nowhere_leaves_the_stage_its_time_and_its_items()
    {
        var (day, guest) = Here();
        day.FastForward(1.Minutes());
        day["gate-1"].Pulls("note", guest, ("needs", "child")).IsTaken();
        var journey = day.Journey(guest);
        (journey.Stage.Value, journey.Since, journey.Facts["needs"].Value).Should().Be(("here", Day.Clock("14:00"), "child"));
        day.ItemOf("bags").Closed.Should().BeNull();
        day["gate-1"].Pulls("note", guest, ("needs", "")).IsTaken();
        day.Journey(guest).Facts.Should().NotContainKey("needs");
    }
}
