using Reception.Domain.Playbooks.Checking;
using Reception.Domain.Playbooks.Reading;

namespace Reception.Domain.Tests.Playbooks;

/// <summary>A venue changes a playbook by id, under the same keys, before anything is judged.</summary>
public class OverrideTests
{
    [Fact]
    [Rule("Y4")]
    public void A_base_may_have_a_base_but_not_for_ever()
    {
        LibraryReader.Read(new("mine.yaml", "venue: mine\nbase: vip-centre\n"), Shipped.Sources).Library!.Venue.Playbooks.Should().BeEquivalentTo("sales-visit", "vip-visit", "call-back");
        LibraryReader.Read(new("mine.yaml", "venue: mine\nbase: round\n"), [new("round.yaml", "venue: round\nbase: round\n")]).Flaws.Should().ContainSingle();
    }

    [Fact]
    [Rule("Y4")]
    public void A_change_replaces_what_it_names_and_nothing_else()
    {
        var errand = Read("{stages: {running: {target: 5m}}}").Library!.Current("errand")!;

        errand.Stage("running")!.Target.Should().Be(TimeSpan.FromMinutes(5));
        errand.Stage("running")!.Name.Zh.Should().Be("路上");
    }

    [Fact]
    public void One_language_can_be_changed_alone() =>
        Read("{name: {zh: 送件}}").Library!.Current("errand")!.Name.Should().Be(new Text("送件", "Errand"));

    [Fact]
    public void A_list_is_replaced_whole() =>
        Read("{stages: {running: {triggers: {finish: {by: [desk]}}}}}").Library!.Current("errand")!.Trigger("finish")!.By.Should().Equal(new PositionId("desk"));

    [Fact]
    [Rule("Y4")]
    public void A_tilde_takes_a_thing_away() =>
        Read("{no-show: ~}").Library!.Current("errand")!.NoShow.Should().BeNull();

    [Fact]
    public void A_new_thing_can_be_added() =>
        Read("{fields: {fragile: {name: {zh: 易碎, en: Fragile}, type: choice, choices: {glass: {zh: 玻璃, en: glass}}}}}")
            .Library!.Current("errand")!.Field("fragile")!.Choices.Should().ContainSingle();

    [Fact]
    [Rule("Y4")]
    public void A_flaw_in_a_change_is_named_in_the_file_that_has_it()
    {
        var flaw = Read("{stages: {running: {taget: 5m}}}").Flaws.Should().ContainSingle().Subject;

        flaw.ToString().Should().Be("house.yaml:6:31: unknown key 'taget'; did you mean 'target'?");
    }

    [Fact]
    public void A_change_that_breaks_the_whole_is_found_like_any_other()
    {
        var flaws = Check.Library(Read("{stages: {running: {triggers: {finish: ~}}}, items: ~, alerts: {late: {over: []}}}"));

        flaws.Should().NotBeEmpty();
    }

    [Fact]
    public void What_is_not_changed_keeps_its_hash()
    {
        var plain = Small.Read().Library!.InForce["errand"];

        Read("{}").Library!.InForce["errand"].Should().Be(plain);
        Read("{stages: {running: {target: 10m}}}").Library!.InForce["errand"].Should().Be(plain);
        Read("{stages: {running: {target: 11m}}}").Library!.InForce["errand"].Should().NotBe(plain);
    }

    private static Domain.Playbooks.Reading.LibraryReading Read(string changes) =>
        Small.Read(venue: Small.Venue.Replace("  errand:", "  errand: " + changes, StringComparison.Ordinal));
}
