using Reception.Domain.Items;
using Reception.Domain.Playbooks.Checking;

using Reception.Domain.Tests.Builders;

namespace Reception.Domain.Tests.Playbooks;

/// <summary>Procedure 5, the way of a repair, as the shipped file has it.</summary>
public class RepairTests
{
    [Fact]
    [Rule("Y7")]
    public void The_shipped_repair_has_no_flaw_and_no_remark() => Check.Library(RepairDesk.Reading).Select(flaw => flaw.ToString()).Should().BeEmpty();

    [Fact]
    [Rule("E2")]
    public void E2_a_repair_needs_name_telephone_building_and_time_and_is_read_back_before_it_is_assigned()
    {
        var desk = new RepairDesk();
        desk.Opens("qian", "log").IsRefused(RefusalCodes.MissingField).Args["field"].Value.Should().Be("agreed");
        desk["qian"].Pulls("assign", desk.Slip, ("technician", "sun")).IsRefused(RefusalCodes.ItemOpen).Args["else"].Value.Should().Be("read-back-first");
        desk.Assigned();
        desk["sun"].IsAsked("slip");
        desk["wu"].IsNotAsked("slip");
    }

    [Theory]
    [InlineData("usual", 30)]
    [InlineData("urgent", 15)]
    public void E2_a_repair_that_nobody_answers_in_time_is_told_to_the_supervisor(string urgency, int minutes)
    {
        var desk = new RepairDesk(("urgency", urgency));
        desk.Day.FastForward(minutes.Minutes() - 1.Seconds());
        desk["gu"].IsNotAsked("unanswered");
        desk.Day.FastForward(1.Seconds());
        desk["gu"].IsAsked("unanswered");
        desk.Assigned();
        desk["gu"].IsNotAsked("unanswered");
    }

    [Fact]
    [Rule("E3")]
    public void E3_with_no_technician_there_all_are_asked_and_whoever_says_when_has_the_clerk_call_back_at_once()
    {
        var desk = new RepairDesk().Ticks("qian", "read-back");
        desk["sun"].Ends().IsTaken();
        desk["qian"].Pulls("assign", desk.Slip, ("technician", "sun")).IsRefused(RefusalCodes.NotCompanion).Args["else"].Value.Should().Be("nobody-there");
        desk.Then("qian", "ask-around");
        desk["wu"].IsAsked("which-time");
        desk.Then("wu", "tell-time", ("agreed", Day.Clock("17:00").Ms()));
        desk["wu"].IsNotAsked("which-time");
        desk["qian"].IsAsked("call-back-now");
        desk.Then("qian", "rang-back");
        desk["qian"].IsNotAsked("call-back-now");
        desk.Day.ItemOf("call-back").State.Should().Be(ItemState.Done);
    }

    [Fact]
    [Rule("E3")]
    public void E3_when_no_technician_answers_the_clerk_is_rung_to_call_back_all_the_same()
    {
        var desk = new RepairDesk().Then("qian", "ask-around");
        desk.Day.FastForward(5.Minutes());
        desk["qian"].IsAsked("call-back-now");
        desk.Day.FastForward(5.Minutes());
        desk["gu"].IsAsked("unanswered");
    }

    [Fact]
    [Rule("E3")]
    public void E3_the_time_agreed_rings_the_technician_before_it_and_the_clerk_after_it()
    {
        var desk = new RepairDesk().Assigned();
        desk.Then("qian", "move-time", ("agreed", Day.Clock("16:30").Ms()));
        desk["sun"].IsTold("time-moved");
        desk.Day.ForwardTo("16:14");
        desk["sun"].IsNotAsked("time-near");
        desk.Day.ForwardTo("16:15");
        desk["sun"].IsAsked("time-near");
        desk["qian"].IsNotAsked("not-begun");
        desk.Day.ForwardTo("16:35");
        desk["qian"].IsAsked("not-begun");
        desk.Then("sun", "begin");
        desk.Day.IsQuiet();
    }

    [Fact]
    [Rule("E4")]
    public void E4_the_voucher_is_entered_and_the_owner_followed_up_within_a_week_or_the_supervisor_hears()
    {
        var desk = new RepairDesk().Finished();
        desk["qian"].IsTold("voucher");
        desk["qian"].Pulls("follow-up", desk.Slip, ("outcome", "fine")).IsRefused(RefusalCodes.ItemOpen);
        desk.Ticks("qian", "counterfoil");
        desk.Day.ItemOf("ring-up").Due.Should().Be(desk.Day.Now + TimeSpan.FromDays(7));
        desk.Day.FastForward(TimeSpan.FromDays(4));
        desk["qian"].IsTold("follow-up-due");
        desk.Day.FastForward(TimeSpan.FromDays(3));
        desk["gu"].IsAsked("follow-up-late");
        desk.Then("qian", "follow-up", ("outcome", "solved"));
        desk.Day.IsQuiet();
    }

    [Fact]
    [Rule("E4")]
    public void E4_what_cannot_be_solved_at_once_goes_to_the_head_of_customer_service()
    {
        var desk = new RepairDesk().Finished().Then("qian", "refer");
        desk["chen"].IsAsked("not-fine");
        desk.Day.Journey(desk.Slip).Facts["outcome"].Value.Should().Be("referred");
        desk.Then("chen", "settle");
        desk["chen"].IsNotAsked("not-fine");
    }

    [Theory]
    [InlineData("home", "to-owner-file", "feng")]
    [InlineData("public", "to-public-file", "jiang")]
    public void A_slip_is_approved_by_the_head_within_a_week_and_filed_by_its_area(string area, string item, string whose)
    {
        var desk = new RepairDesk(("area", area)).Finished().Ticks("qian", "counterfoil").Then("qian", "follow-up", ("outcome", "fine"));
        desk.Day.FastForward(TimeSpan.FromDays(6));
        desk["wei"].IsTold("approval-due");
        desk.Then("wei", "approve");
        desk[whose].Pulls("file", desk.Slip).IsRefused(RefusalCodes.ItemOpen).Args["else"].Value.Should().Be("file-by-area");
        desk.Day.FastForward(TimeSpan.FromDays(31));
        desk[whose].IsTold("filing-due");
        desk.Ticks(whose, item).Then(whose, "file");
        desk.Day.Journey(desk.Slip).Open.Should().BeFalse();
    }

    [Fact]
    [Rule("E10")]
    public void E10_what_a_steward_finds_on_a_round_rings_the_front_desk_who_agrees_the_time_and_assigns()
    {
        var desk = new RepairDesk();
        var found = desk.Opens("feng", "report").IsTaken().Journey;
        desk["qian"].IsAsked("reported");
        desk["qian"].Pulls("agree", found, ("agreed", Day.Clock("17:00").Ms())).IsTaken();
        desk["qian"].IsNotAsked("reported");
        desk["qian"].Ticks("read-back").IsTaken();
        desk["qian"].Pulls("assign", found, ("technician", "wu")).IsTaken();
        desk["wu"].IsAsked("slip");
    }

    [Fact]
    public void What_needs_no_repair_any_more_is_told_to_whoever_was_to_go()
    {
        var desk = new RepairDesk().Assigned().Then("qian", "withdraw");
        desk["sun"].IsTold("not-needed");
        desk.Day.IsQuiet();
    }
}
