using System.Collections.Immutable;
using Reception.Domain.Playbooks;
using Reception.Domain.Playbooks.Checking;
using Reception.Domain.Playbooks.Reading;
using Reception.Domain.Tests.Builders;

namespace Reception.Domain.Tests.Playbooks;

/// <summary>Procedure 4, D1 to D4, as the shipped files have it.</summary>
public class IcuTests
{
    private const string Venue = """
        venue: test-icu
        base: icu
        staff:
          he: {name: 何明, positions: [icu-physician]}
          lv: {name: 吕岩, positions: [senior-physician]}
          zhang: {name: 张萍, positions: [charge-nurse]}
          kong: {name: 孔洁, positions: [duty-nurse]}
          hua: {name: 华宁, positions: [ward]}
          shi: {name: 石勇, positions: [security]}
          gu: {name: 顾晓彤, positions: [supervisor]}
          liang: {name: 梁文, positions: [manager]}
        """;

    private static readonly LibraryReading Reading = LibraryReader.Read(new("icu.yaml", Venue), Shipped.Sources);

    private readonly Day day = Day.At("14:00", Reading.Library ?? throw new InvalidOperationException(string.Join('\n', Reading.Flaws))).Staffed();

    [Fact]
    [Rule("Y7")]
    public void The_shipped_admission_and_transfer_have_no_flaw_and_no_room_for_a_word_about_the_patient()
    {
        Check.Library(Reading).Select(flaw => flaw.ToString()).Should().BeEmpty();
        Reading.Library!.ByHash.Values.SelectMany(book => book.Fields).Should().NotContain(field => field.Type == FieldType.Text);
    }

    [Fact]
    [Rule("D1")]
    public void D1_unstable_signs_ring_the_senior_physician_at_once_and_both_branches_meet_at_the_history()
    {
        var unstable = Admitted("bed-1");
        day["he"].Pulls("unstable", unstable).IsTaken();
        day["lv"].IsAsked("senior-at-once");
        day.FastForward(30.Seconds());
        day["gu"].IsAsked("senior-at-once");
        day["he"].Pulls("treated", unstable).IsTaken();
        day.IsQuiet();
        var stable = Admitted("bed-2");
        day["he"].Pulls("stable", stable).IsTaken();
        day.IsQuiet();
        day.Journey(stable).Stage.Should().Be(day.Journey(unstable).Stage);
    }

    [Fact]
    [Rule("D2")]
    public void D2_an_unsigned_consent_is_asked_for_and_holds_the_case_back_until_a_physician_goes_on_with_a_reason()
    {
        var bed = Ordered();
        day["he"].Pulls("report", bed).IsRefused(RefusalCodes.ItemOpen).Args["else"].Value.Should().Be("tests-first");
        Ticks("he", "urgent-tests", "one-off-orders", "tell-family", "illness-notice");
        day.FastForward(30.Minutes());
        day["he"].IsAsked("unsigned-yet");
        day["he"].Overrides("report", bed, null).IsRefused(RefusalCodes.NeedsReason).Args["else"].Value.Should().Be("unsigned");
        day["he"].Overrides("report", bed, "rescue").IsTaken();
        day.Journey(bed).Steps[^1].Reason.Should().Be((Key)"rescue");
        day["lv"].IsAsked("case-reported");
    }

    [Fact]
    [Rule("D3")]
    public void D3_the_senior_physician_sets_the_plan_and_standing_orders_and_further_tests_complete_the_admission()
    {
        var bed = Ordered();
        Ticks("he", "urgent-tests", "one-off-orders", "tell-family", "illness-notice", "consent");
        day["he"].Pulls("report", bed).IsTaken();
        day["he"].Pulls("plan", bed).IsRefused(RefusalCodes.NotYourPosition);
        day["lv"].Pulls("plan", bed).IsTaken();
        day["he"].IsTold("plan-set");
        day["he"].Pulls("settle", bed).IsRefused(RefusalCodes.ItemOpen);
        Ticks("he", "standing-orders", "further-tests");
        day["he"].Pulls("settle", bed).IsTaken();
        day.IsQuiet();
    }

    [Fact]
    [Rule("D4")]
    public void D4_four_things_are_done_side_by_side_before_the_bed_moves_and_the_ward_signs_at_the_bedside()
    {
        var bed = Opens("propose", "icu-transfer", "bed-3");
        day["lv"].IsAsked("assess-please");
        day["lv"].Pulls("clear", bed).IsTaken();
        day["hua"].IsAsked("ward-please");
        day["kong"].IsAsked("gather");
        day["he"].IsAsked("write-note");
        foreach (var (who, item, words) in new[] { ("hua", "ward-ready", "ward-first"), ("he", "family-told", "family-first"), ("kong", "belongings", "belongings-first"), ("he", "note", "note-first") })
        {
            day["kong"].Pulls("move", bed, ("escort", "kong")).IsRefused(RefusalCodes.ItemOpen).Args["else"].Value.Should().Be(words);
            Ticks(who, item);
        }

        day["kong"].Pulls("move", bed, ("escort", "kong")).IsTaken();
        day["hua"].IsAsked("on-the-way");
        day["hua"].Pulls("hand-over", bed).IsRefused(RefusalCodes.MissingField);
        day["hua"].Pulls("hand-over", bed, ("received-by", "hua")).IsTaken();
        day.IsQuiet();
        day.Journey(bed).Open.Should().BeFalse();
    }

    private JourneyId Admitted(string bed) => Opens("admit", "icu-admission", bed);

    private JourneyId Ordered()
    {
        var bed = Admitted("bed-1");
        day["he"].Pulls("stable", bed).IsTaken();
        day["he"].Pulls("order", bed).IsTaken();
        return bed;
    }

    private JourneyId Opens(string trigger, string playbook, string bed) =>
        day["he"].Does(new Command.Pull(null, playbook, trigger, null, ImmutableDictionary<string, string>.Empty.Add("bed", bed))).IsTaken().Journey;

    private void Ticks(string who, params string[] items)
    {
        foreach (var item in items)
        {
            day[who].Ticks(item).IsTaken();
        }
    }
}
