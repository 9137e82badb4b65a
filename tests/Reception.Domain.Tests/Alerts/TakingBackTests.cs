using Reception.Domain.Alerts;
using Reception.Domain.Tests.Builders;

namespace Reception.Domain.Tests.Alerts;

/// <summary>What answers a call without a tap on it, and what takes it back.</summary>
public class TakingBackTests
{
    private static Day Called(string phrase, params string[] to)
    {
        var day = Day.At("14:00").Staffed();
        day["gate-1"].Calls(phrase, to).IsTaken();
        return day;
    }

    [Fact]
    [Rule("L28")]
    public void Who_pulls_the_next_trigger_has_thereby_answered_the_call_that_led_there()
    {
        var day = Day.At("14:00").Staffed("gate-1", "door-1", "host-1", "host-2", "bar-1", "super-1");
        var guest = day["gate-1"].Opens("plan", ("host", "host-1")).Journey;
        day["gate-1"].Pulls("arrive", guest);
        day["host-1"].Pulls("note", guest, ("note", "x")).IsTaken();
        day["host-1"].IsNotAsked("arrived");
        day["door-1"].IsAsked("arrived");
        day["host-1"].Undoes(guest).IsTaken();
        day["host-1"].IsAsked("arrived");
    }

    [Fact]
    [Rule("L28")]
    [Rule("U6")]
    public void What_became_of_the_call_meanwhile_stays_when_the_trigger_that_answered_it_is_undone()
    {
        var day = Day.At("14:00").Staffed("gate-1", "door-1", "host-1", "super-1");
        var guest = day["gate-1"].Opens("plan", ("host", "host-1")).Journey;
        day["gate-1"].Pulls("arrive", guest);
        day.FastForward(1.Minutes() + 50.Seconds());
        day["host-1"].Pulls("note", guest, ("note", "x"));
        day.FastForward(20.Seconds());
        day["super-1"].IsAsked("arrived");
        day["host-1"].Undoes(guest).IsTaken();
        day.Tick();
        day["super-1"].IsAsked("arrived");
        day["host-1"].IsAsked("arrived");
        day.AlertOf("arrived").Missing.Should().BeEquivalentTo(new Asks(["door".AsPosition()], [new StaffId("host-1")]));
    }

    [Fact]
    [Rule("L28")]
    public void A_free_call_an_emergency_and_a_call_above_are_not_answered_by_a_trigger()
    {
        var day = Day.At("14:00").Staffed("gate-1", "host-1", "super-1");
        var guest = day["gate-1"].Opens("plan", ("host", "host-1")).Journey;
        day["gate-1"].Does(new Command.Raise("help", false, ["host".AsPosition()], null, guest, null)).IsTaken();
        day["host-1"].Pulls("note", guest, ("note", "x")).IsTaken();
        day["host-1"].IsAsked("help");
    }

    [Fact]
    [Rule("L28")]
    [Rule("R9")]
    public void A_turn_taken_by_a_trigger_is_given_back_with_it()
    {
        var day = Day.At("14:00").Staffed("gate-1", "host-1", "host-2");
        var guest = day["gate-1"].Opens("walk-in").Journey;
        var waiting = day["host-1"].Now.Waiting;
        day.FastForward(5.Seconds());
        day["host-1"].Pulls("note", guest, ("note", "x")).IsTaken();
        day.Journey(guest).Host.Should().Be(new StaffId("host-1"));
        day["host-1"].Undoes(guest).IsTaken();
        (day.Journey(guest).Host, day["host-1"].Now.Waiting).Should().Be((null, waiting));
        day["host-1"].IsAsked("turn");
    }

    [Fact]
    [Rule("L19")]
    public void One_s_own_call_is_taken_back_within_half_a_minute_and_who_heard_or_answered_is_told()
    {
        var day = Called("fetch");
        day["bar-1"].Hears("fetch");
        day["bar-2"].Acks("fetch");
        day.FastForward(30.Seconds());
        day["gate-1"].Cancels(day.AlertOf("fetch").Id).IsTaken();
        day.AlertOf("fetch").State.Should().Be(AlertState.Cancelled);
        day.AlertOf("correction").Asks.Staff.Should().Equal(new StaffId("bar-1"), new StaffId("bar-2"));
    }

    [Fact]
    [Rule("L19")]
    public void An_emergency_can_be_taken_back_too_but_not_by_others_nor_later()
    {
        var day = Called("sos");
        var call = day.AlertOf("sos").Id;
        day["door-1"].Cancels(call).IsRefused(RefusalCodes.NotYours);
        day["gate-1"].Cancels(call).IsTaken();
        day.Has("correction").Should().BeFalse("nobody had heard it");
        var later = day["gate-1"].Calls("sos").Alert;
        day.FastForward(31.Seconds());
        day["gate-1"].Cancels(later).IsRefused(RefusalCodes.NothingToUndo);
        day["gate-1"].Does(new Command.Cancel(later), Day.Clock("14:00") + 1.Seconds()).IsTaken();
    }

    [Fact]
    [Rule("L20")]
    public void A_free_call_of_long_ago_is_stale_an_emergency_never()
    {
        var day = Day.At("14:00").Staffed();
        Command.Raise Raise(string phrase) => new(phrase, false, ["door".AsPosition()], null, null, null);
        day["gate-1"].Does(Raise("help"), day.Now - 2.Minutes()).IsTaken();
        day["gate-1"].Does(Raise("help"), day.Now - 121.Seconds()).IsRefused(RefusalCodes.Stale);
        day["gate-1"].Does(Raise("sos"), day.Now - 2.Hours()).IsTaken();
        day["gate-1"].Does(Raise("sos"), day.Now - 25.Hours()).IsRefused(RefusalCodes.TooOld);
    }

    [Fact]
    [Rule("L21")]
    public void What_a_call_names_must_exist()
    {
        var day = Day.At("14:00").Staffed();
        var gate = day["gate-1"];
        gate.Calls("nonsense").IsRefused(RefusalCodes.UnknownPhrase);
        gate.Calls("help", "cellar").IsRefused(RefusalCodes.UnknownPosition);
        gate.CallsPerson("help", "nobody").IsRefused(RefusalCodes.UnknownStaff);
        gate.Does(new Command.Raise("help", true, [], null, new("no-such"), null)).IsRefused(RefusalCodes.UnknownJourney);
        gate.Does(new Command.Raise("help", true, [], null, null, new("no-such"))).IsRefused(RefusalCodes.UnknownPlace);
        gate.Calls("where").IsRefused(RefusalCodes.MissingField);
        gate.Calls("sos").IsTaken();
    }

    [Fact]
    [Rule("L22")]
    public void Receipts_are_written_only_when_they_tell_something_new()
    {
        var day = Called("help", "bar");
        day["bar-1"].Hears("help");
        day.Log[^1].Events.Should().ContainSingle();
        day["bar-1"].Hears("help");
        day.Log[^1].Events.Should().BeEmpty();
        day.Hub(new Command.Receive([new(day.AlertOf("help").Id, new("nobody"), day.Now, null, null)]));
        day.Log[^1].Events.Should().BeEmpty();
        day["bar-1"].Acks("help");
        day.State.Receipts[day.AlertOf("help").Id].Closed.Should().Be(day.Now);
        day.FastForward(16.Minutes());
        day["gate-1"].Calls("tell");
        day.State.Receipts.Should().BeEmpty();
    }
}
