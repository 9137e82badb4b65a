using Reception.Domain.Tests.Builders;
using Reception.Domain.Venues;

namespace Reception.Domain.Tests.Venues;

public class VenueTests
{
    [Fact]
    [Rule("V3")]
    public void A_limit_refuses_and_the_manager_is_told_once_when_it_is_reached()
    {
        var day = Day.At("14:00").Staffed();
        for (var guest = 0; guest < 6; guest++)
        {
            day["gate-1"].Opens("plan").IsTaken();
        }

        day["boss-1"].IsAsked("limit");
        day["gate-1"].Opens("plan").IsRefused(RefusalCodes.LimitReached).Args["what"].Value.Should().Be("journeys");
        day.State.Alerts.Values.Count(alert => alert.Template.Value == "limit").Should().Be(1);
    }

    [Fact]
    [Rule("V3")]
    public void Who_stands_at_the_door_is_let_in_beyond_what_may_be_planned()
    {
        var day = Day.At("14:00").Staffed();
        for (var guest = 0; guest < 6; guest++)
        {
            day["gate-1"].Opens("plan").IsTaken();
        }

        for (var guest = 0; guest < 6; guest++)
        {
            day["gate-1"].Opens("walk-in").IsTaken();
        }

        day["gate-1"].Opens("walk-in").IsRefused(RefusalCodes.LimitReached);
    }

    [Fact]
    [Rule("V3")]
    public void A_step_is_taken_without_its_calls_beyond_the_limit_and_the_manager_is_told_at_once()
    {
        var day = Day.At("14:00").Staffed();
        while (day.State.Alerts.Values.Count(alert => alert.Open) < 30)
        {
            day["gate-1"].Calls("help", "door").IsTaken();
        }

        day["boss-1"].IsAsked("limit");
        day["gate-1"].Calls("help", "door").IsRefused(RefusalCodes.LimitReached).Args["what"].Value.Should().Be("alerts");
        day["boss-1"].Acks("limit").IsTaken();
        day["gate-1"].Opens("walk-in").IsTaken();
        day.Has("turn").Should().BeFalse();
        day["boss-1"].IsAsked("limit");
        day["gate-1"].Opens("walk-in").IsTaken();
        day.State.Alerts.Values.Count(alert => alert.Open && alert.Template.Value == "limit").Should().Be(1);
        day["gate-1"].Calls("sos").IsTaken();
        day["door-1"].IsAsked("sos");
        day["door-1"].GoesAway(1);
        day.FastForward(2.Minutes());
        day.Has("away-overdue").Should().BeFalse("the hub's own calls are left out");
        day["door-1"].Now.Away!.Overdue.Should().BeTrue();
    }

    [Fact]
    [Rule("V3")]
    public void Things_to_do_beyond_the_limit_are_left_out_and_the_manager_is_told()
    {
        var day = Day.At("14:00", SmallVenue.With(("max-items: 40", "max-items: 2"))).Staffed();
        day["gate-1"].Opens("walk-in").IsTaken();
        day["gate-1"].Opens("walk-in").IsTaken();
        day["boss-1"].IsAsked("limit");
        day["gate-1"].Opens("walk-in").IsTaken();
        day.State.Items.Should().HaveCount(2);
    }

    [Fact]
    [Rule("V4")]
    public void What_closed_stays_a_quarter_of_an_hour_and_leaves_with_a_word()
    {
        var day = Day.At("14:00").Staffed();
        var guest = day["gate-1"].Opens("walk-in").Journey;
        day["gate-1"].Pulls("depart", guest);
        day.FastForward(15.Minutes());
        day["gate-1"].Calls("tell");
        day.State.Journeys.Should().ContainKey(guest);
        day.FastForward(1.Seconds());
        day["gate-1"].Calls("tell");
        day.State.Journeys.Should().NotContainKey(guest);
        day.State.Removed.Should().Contain(removal => removal.Kind == ViewKind.Journey && removal.Id.Value == guest.Value && removal.Seq == day.State.Seq);
        day.State.Removed.Select(removal => removal.Kind).Should().Contain([ViewKind.Guest, ViewKind.Alert, ViewKind.Item]);
    }

    [Fact]
    [Rule("V4")]
    public void Of_a_kind_at_most_five_hundred_closed_are_kept_and_of_ids_that_left_two_thousand()
    {
        var day = Day.At("14:00").Staffed();
        day.Checked = false;
        for (var call = 0; call < 2600; call++)
        {
            day["gate-1"].Cancels(day["gate-1"].Calls("tell").Alert);
        }

        day.State.Alerts.Should().HaveCount(500);
        day.State.Removed.Should().HaveCount(2000);
        day.State.Horizon.Should().Be(day.State.Removed[0].Seq - 2, "calls left one by one, each with the entry that closed another");
    }

    [Fact]
    [Rule("V5")]
    public void A_new_set_up_keeps_what_goes_on_and_drops_who_and_what_is_no_longer_named()
    {
        var day = Day.At("14:00").Staffed();
        day["gate-1"].Opens("walk-in");
        day["bar-2"].GoesAway(10);
        day["gate-1"].Calls("help", "door");
        day.SetUp(SmallVenue.With(
            ("  bar-2: {name: B, positions: [bar]}\n", ""), ("door-1: {name: D, positions: [door]}", "door-1: {name: D, positions: [bar]}"), ("room: [room-a, room-b]", "room: [room-a]")));
        day.State.Staff.Should().NotContainKey(new StaffId("bar-2"));
        day["gate-1"].Stands("gate");
        day["door-1"].Stands();
        day["super-1"].IsAsked("help");
        day.State.Horizon.Should().Be(day.State.Seq, "who has seen what is gone gets the venue anew");
        day.FastForward(1.Hours());
        day.State.Parked.Should().BeEmpty();
    }

    [Fact]
    [Rule("V6")]
    public void A_journey_keeps_the_playbook_it_began_with()
    {
        var day = Day.At("14:00").Staffed();
        var guest = day["gate-1"].Opens("walk-in").Journey;
        var old = day.Library.Current("visit")!;
        var changed = old with { Hash = "other", Triggers = [.. old.Triggers.Where(trigger => trigger.Id != "seat")] };
        day.SetUp(day.Library with { ByHash = day.Library.ByHash.Add("other", changed), InForce = day.Library.InForce.SetItem("visit", "other") });
        day["host-1"].Pulls("seat", guest).IsTaken();
        var next = day["gate-1"].Opens("walk-in").Journey;
        day["host-1"].Pulls("seat", next).IsRefused(RefusalCodes.UnknownTrigger);
    }

    [Fact]
    [Rule("V7")]
    public void A_session_belongs_to_a_person_and_a_device_and_ends_with_the_device_s_reach()
    {
        var day = Day.At("14:00").Staffed("bar-1");
        day.Hub(new Command.OpenSession("s1", new("bar-1"), new("bar-1-phone"), false));
        day.Hub(new Command.OpenSession("s2", new("bar-1"), new("bar-1-phone"), false));
        day.Hub(new Command.OpenSession("s3", new("nobody"), new("phone"), false)).Refusal!.Code.Value.Should().Be(RefusalCodes.UnknownStaff);
        day["bar-1"].Does(new Command.RevokeSession("s1")).IsTaken();
        day["bar-1"].Now.Devices.Should().ContainSingle("another session of the device goes on");
        day["bar-1"].Does(new Command.RevokeSession("s2")).IsTaken();
        day["bar-1"].Now.Devices.Should().BeEmpty();
        day["bar-1"].Does(new Command.RevokeSession("s2")).IsRefused(RefusalCodes.UnknownSession);
    }

    [Fact]
    [Rule("V7")]
    public void Of_a_person_s_sessions_the_last_twenty_are_kept()
    {
        var day = Day.At("14:00").Staffed("bar-1");
        for (var session = 0; session < 22; session++)
        {
            day.Hub(new Command.OpenSession($"s{session:00}", new("bar-1"), new(session == 0 ? "bar-1-phone" : $"phone-{session}"), false));
        }

        day.State.Sessions.Values.Where(session => session.Closed is not null).Select(session => session.Id.Value).Should().BeEquivalentTo("s00", "s01");
        day["bar-1"].Now.Devices.Should().BeEmpty("the device of a session that is over rings no more");
        day.FastForward(16.Minutes()).Hub(new Command.Receive([]));
        day.State.Sessions.Should().HaveCount(20);
    }

    [Fact]
    [Rule("V8")]
    public void The_same_decision_comes_out_twice()
    {
        var day = Day.At("14:00").Staffed();
        var intent = new Intent("x", new("gate-1"), null, new Command.Pull(null, "visit", "walk-in", null, new Dictionary<string, string> { ["size"] = "2" }.ToFields()), day.Now);
        var twice = Enumerable.Range(0, 2).Select(_ => Portrait.Of(Decider.Entry(day.State, intent, Decider.Decide(day.State, intent, day.Now, day.Library), day.Now))).ToList();
        twice[0].Should().Be(twice[1]);
    }

    [Fact]
    [Rule("V9")]
    public void A_refusal_is_an_entry_that_changes_nothing()
    {
        var day = Day.At("14:00").Staffed();
        var before = Portrait.Of(day.State, "Seq");
        day["bar-1"].Opens("walk-in").IsRefused(RefusalCodes.NotYourPosition);
        Portrait.Of(day.State, "Seq").Should().Be(before);
        day["bar-1"].Calls("nonsense", "no such place").IsRefused(RefusalCodes.UnknownPhrase).Args["what"].Value.Should().Be("nonsense");
    }

    [Fact]
    [Rule("V10")]
    public void A_journey_shows_what_its_items_block_so_it_changes_with_them()
    {
        var day = Day.At("14:00").Staffed();
        var guest = day["gate-1"].Opens("walk-in").Journey;
        day["gate-1"].Ticks("bags");
        day.Journey(guest).Seq.Should().Be(day.State.Seq);
        day.State.VenueSeq.Should().BeLessThan(day.State.Seq);
        day["gate-1"].Pulls("depart", guest);
        day.State.VenueSeq.Should().Be(day.State.Seq);
    }
}
