using Reception.Client;
using Reception.Contracts;
using Reception.Crew;
using Reception.Crew.Ledgers;
using Reception.Hub.Tests.Infrastructure;

namespace Reception.Hub.Tests.Crew;

/// <summary>A checker that finds nothing proves nothing: each kind of wrong is planted once.</summary>
public sealed class CheckTests
{
    private readonly Findings findings = new();
    private readonly Ledger ledger = new("s1");

    [Fact]
    public void What_was_answered_ok_and_has_no_entry_is_lost()
    {
        Did("command-1", ok: true, seq: 5);

        Check(Row(6, "command-2"));

        findings.Wrong.Should().Be(new Wrong(1, 0, 0, 0, 0));
    }

    [Fact]
    public void An_entry_that_is_somebody_elses_is_no_entry()
    {
        Did("command-1", ok: true, seq: 5);

        Check(Row(5, "command-2"));

        findings.Lost.Should().Be(1);
    }

    [Fact]
    public void What_was_never_answered_is_lost()
    {
        ledger.Intends(Command("command-1"));

        Check();

        findings.Lost.Should().Be(1);
    }

    [Fact]
    public void Two_entries_of_one_command_and_two_answers_are_doubles()
    {
        var line = Did("command-1", ok: true, seq: 5);
        line.Heard(new("command-1", true, 6, 0));

        Check(Row(5, "command-1"), Row(6, "command-1"));

        findings.Duplicated.Should().Be(2);
    }

    [Fact]
    public void The_same_answer_again_is_none()
    {
        var line = Did("command-1", ok: true, seq: 5);
        line.Heard(new("command-1", true, 5, 0));
        line.Heard(new("command-1", false, 0, 0, ErrorCodes.TooMany.Id));

        Check(Row(5, "command-1"));

        findings.Wrong.None.Should().BeTrue();
    }

    [Fact]
    public void A_ring_after_the_end_is_a_double()
    {
        ledger.Rang(Client.Sample.Open("a1"), wasOver: true);

        Check();

        findings.Duplicated.Should().Be(1);
    }

    [Fact]
    public void A_gap_and_a_later_command_that_was_judged_earlier_are_out_of_order()
    {
        Did("command-1", ok: true, seq: 8);
        Did("command-2", ok: true, seq: 5);

        Check(Row(5, "command-2"), Row(8, "command-1"));

        findings.OutOfOrder.Should().Be(2);
    }

    [Theory]
    [InlineData(1_999, 0)]
    [InlineData(2_001, 1)]
    public void A_step_more_than_two_seconds_of_host_time_after_it_was_due_is_late(long host, int late)
    {
        LogCheck.Run([Row(5, null) with { Step = "a1/1", Due = 1_000, Fired = 1_000 + (host * 60) }], pace: 60, [], findings);

        findings.Late.Should().Be(late);
    }

    [Fact]
    public void While_the_hub_was_down_nothing_could_be_taken_and_after_its_start_within_five_seconds()
    {
        var down = new Outage(From: 500, To: 8_000);
        LogRow Step(long fired) => Row(5, null) with { Step = "a1/1", Due = 1_000, Fired = fired };

        LogCheck.Run([Step(12_000)], 1, [down], findings);
        findings.Late.Should().Be(0);
        LogCheck.Run([Step(13_100)], 1, [down], findings);
        findings.Late.Should().Be(1);
    }

    [Fact]
    public void An_open_call_that_has_outlived_its_ladder_is_late()
    {
        var end = new Changes(0, 9, "m", Now: 7_000, Pace: 1) { Alerts = [Client.Sample.Open("a1") with { Next = 1_000 }] };

        LogCheck.Open(end, [], findings);
        findings.Late.Should().Be(1);
        LogCheck.Open(end, [new Outage(From: 500, To: 6_500)], findings);
        findings.Late.Should().Be(1, "the hub has only just come back");
    }

    [Fact]
    public void The_hub_was_down_from_when_some_device_last_reached_it_until_one_does_again()
    {
        var (time, reached) = (new HostTime(), true);
        var outages = new Outages(() => reached, time);
        void After(int seconds, bool reaches)
        {
            (time.Ahead, reached) = (time.Ahead + TimeSpan.FromSeconds(seconds), reaches);
            outages.Look();
        }

        After(4, true);
        After(1, false);
        After(9, false);
        After(2, true);
        After(3, true);
        After(1, false);

        // A venue that is ten times as fast, 20 s after the beginning.
        var down = outages.Until(venueNow: 200_000, pace: 10);
        down.Should().HaveCount(2);
        down[0].From.Should().BeCloseTo(40_000, 1_000);
        down[0].To.Should().BeCloseTo(160_000, 1_000);
        down[1].From.Should().BeCloseTo(190_000, 1_000);
        down[1].To.Should().Be(200_000, "it is down still");
    }

    [Theory]
    [InlineData("a", "b", "b", 0)]
    [InlineData("a", "c", "c", 1)]
    [InlineData("a", "b", "a", 1)]
    public void A_step_that_no_trigger_makes_and_a_stage_without_its_step_are_illegal(string from, string to, string stage, int illegal)
    {
        var words = new WordBook();
        words.Learn(new(
            "w", "playbook", "b1", new("", ""), [], [new("t1", new("", ""), new("", ""), false, ["a"], "b", [], [], [], [], null, false)], [], [], new Dictionary<string, Text>()));
        var journey = new JourneyView(
            "j1", 1, "g1", "b1", "w", stage, "c1", 0, null, null, null, null, null, new Dictionary<string, string>(), null, [], null, [new("t1", from, to, 1, "s1", "p1", null)], false);

        PathCheck.Run([journey], words, findings);

        findings.Illegal.Should().Be(illegal);
    }

    private static Command Command(string id) => new(id, Kinds.Weather, 0, new Dictionary<string, string>());

    private static LogRow Row(long seq, string? command) => new(seq, command, "s1", "d1", 0, "2026-11-28", command is null ? "system" : "ok", null, [], new("", ""), null, null, null, "m");

    private Line Did(string id, bool ok, long seq)
    {
        var line = ledger.Intends(Command(id));
        line.Settle(new AnsweredCommand(Command(id), new(id, ok, seq, 0), TimeSpan.FromMilliseconds(1), 1));
        line.Shows();
        return line;
    }

    private void Check(params LogRow[] log)
    {
        LedgerCheck.Run([ledger], log, findings);
        LogCheck.Run(log, 1, [], findings);
    }
}
