using Reception.Domain.Journeys;
using Reception.Domain.Tests.Builders;

namespace Reception.Domain.Tests.Journeys;

public class ExclusivityTests
{
    private static (Day Day, JourneyId Guest) Cleared()
    {
        var day = Day.At("14:00").Staffed();
        var guest = day["host-1"].Opens("plan", ("eta", Day.Clock("15:00").Ms())).Journey;
        day["super-1"].Pulls("clear", guest).IsTaken();
        day.State.Exclusive.Should().Be(guest);
        return (day, guest);
    }

    [Fact]
    [Rule("X1")]
    public void One_party_has_the_venue_for_itself_and_a_second_is_told_which()
    {
        var (day, guest) = Cleared();
        var other = day["host-1"].Opens("plan").Journey;
        day["super-1"].Pulls("clear", other).IsRefused(RefusalCodes.VenueExclusive).Args["journey"].Value.Should().Be(guest.Value);
        day["super-1"].Pulls("clear", guest).IsTaken();
        day.State.VenueSeq.Should().BeLessThan(day.State.Seq, "it had it already");
    }

    [Fact]
    [Rule("X2")]
    public void Whom_a_playbook_keeps_out_meanwhile_is_declined_in_its_words()
    {
        var (day, guest) = Cleared();
        var refusal = day["gate-1"].Opens("walk-in").IsRefused(RefusalCodes.VenueExclusive);
        (refusal.Args["journey"].Value, refusal.Args["else"].Value).Should().Be((guest.Value, "decline"));
    }

    [Fact]
    [Rule("X2")]
    [Rule("J6")]
    public void A_supervisor_may_let_somebody_in_with_one_of_the_reasons()
    {
        var (day, _) = Cleared();
        var refusal = day["super-1"].Opens("walk-in").IsRefused(RefusalCodes.NeedsReason);
        refusal.Args["because"].Value.Should().Be(RefusalCodes.VenueExclusive);
        day["super-1"].OpensBecause("walk-in", "because-i-say-so").IsRefused(RefusalCodes.NeedsReason);
        var admitted = day["super-1"].OpensBecause("walk-in", "because").IsTaken().Journey;
        day.Journey(admitted).Steps[^1].Reason.Should().Be((Key)"because");
        day["host-1"].IsAsked("turn");
    }

    [Fact]
    [Rule("X3")]
    public void Departure_gives_the_venue_back()
    {
        var (day, guest) = Cleared();
        day["gate-1"].Pulls("arrive", guest);
        day["gate-1"].Pulls("depart", guest).IsTaken();
        day.State.Exclusive.Should().BeNull();
        day["gate-1"].Opens("walk-in").IsTaken();
    }

    [Fact]
    [Rule("X3")]
    public void A_no_show_gives_the_venue_back()
    {
        var (day, guest) = Cleared();
        day.ForwardTo("16:00");
        day.Journey(guest).End!.Value.Value.Should().Be(Ends.NoShow);
        day.State.Exclusive.Should().BeNull();
    }

    [Fact]
    [Rule("X3")]
    public void The_turn_of_the_day_gives_the_venue_back()
    {
        var day = Day.At("14:00").Staffed();
        var guest = day["host-1"].Opens("plan").Journey;
        day["super-1"].Pulls("clear", guest);
        day.FastForward(15.Hours());
        day.State.Exclusive.Should().BeNull();
    }

    [Fact]
    [Rule("X3")]
    [Rule("U1")]
    public void An_undo_of_either_puts_it_back()
    {
        var (day, guest) = Cleared();
        day["super-1"].Undoes(guest).IsTaken();
        day.State.Exclusive.Should().BeNull();
        day["super-1"].Pulls("clear", guest);
        day["gate-1"].Pulls("arrive", guest);
        day["gate-1"].Pulls("depart", guest);
        day["gate-1"].Undoes(guest).IsTaken();
        day.State.Exclusive.Should().Be(guest);
    }

    [Fact]
    [Rule("X3")]
    [Rule("U3")]
    public void An_end_is_not_taken_back_when_another_has_the_venue_meanwhile()
    {
        var (day, guest) = Cleared();
        var other = day["host-1"].Opens("plan").Journey;
        day["gate-1"].Pulls("arrive", guest);
        day["gate-1"].Pulls("depart", guest);
        day["super-1"].Pulls("clear", other).IsTaken();
        day["gate-1"].Undoes(guest).IsRefused(RefusalCodes.NothingToUndo);
    }
}
