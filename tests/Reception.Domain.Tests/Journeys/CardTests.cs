using Reception.Domain.Journeys;
using Reception.Domain.Tests.Builders;

namespace Reception.Domain.Tests.Journeys;

public class CardTests
{
    [Fact]
    [Rule("C1")]
    [Rule("P13")]
    public void Words_about_a_guest_are_written_apart_and_the_event_only_says_which()
    {
        var day = Day.At("14:00").Staffed();
        var guest = day.Journey(day["gate-1"].Opens("walk-in", ("address", "王先生"), ("size", "2")).Journey).Guest;
        var card = day.Cards.Single();
        (card.Guest, card.Rev, card.Fields["address"], card.Erase).Should().Be((guest, 1, "王先生", false));
        day.Log[^1].Events.OfType<JourneyEvents.GuestCardChanged>().Single().Filled.Should().Equal(new Key("address"));
        Portrait.Of(day.Log[^1]).Should().NotContain("王").And.NotContain("u738B");
        day.State.Guests[guest].Filled.Should().Equal(new Key("address"));
    }

    [Fact]
    [Rule("C2")]
    public void A_refused_command_writes_no_word()
    {
        var day = Day.At("14:00").Staffed();
        day["gate-1"].Opens("return", ("address", "王先生")).IsRefused(RefusalCodes.MissingField);
        day.Cards.Should().BeEmpty();
    }

    [Fact]
    [Rule("C3")]
    public void A_card_is_corrected_field_by_field_and_only_text_is_a_card_field()
    {
        var day = Day.At("14:00").Staffed();
        var guest = day.Journey(day["gate-1"].Opens("walk-in", ("address", "王先生")).Journey).Guest;
        Command Change(string field, string value) => new Command.ChangeCard(guest, new Dictionary<string, string> { [field] = value }.ToFields());
        day["host-1"].Does(Change("size", "3")).IsRefused(RefusalCodes.UnknownField);
        day["host-1"].Does(Change("address", "")).IsTaken();
        day.State.Guests[guest].Filled.Should().BeEmpty();
        day.State.Guests[guest].Rev.Should().Be(2);
        day["host-1"].Does(new Command.ChangeCard(new("no-such"), new Dictionary<string, string>().ToFields())).IsRefused(RefusalCodes.UnknownGuest);
    }

    [Fact]
    [Rule("C6")]
    [Rule("P13")]
    public void A_guest_who_left_long_ago_can_be_erased_too()
    {
        var day = Day.At("14:00").Staffed();
        var journey = day["gate-1"].Opens("walk-in", ("address", "王先生")).Journey;
        var guest = day.Journey(journey).Guest;
        day["gate-1"].Pulls("depart", journey);
        day.FastForward(1.Hours());
        day["super-1"].Does(new Command.Erase(guest)).IsTaken();
        (day.Cards[^1].Guest, day.Cards[^1].Erase).Should().Be((guest, true));
        day["super-1"].Does(new Command.Erase(new("no guest"))).IsRefused(RefusalCodes.UnknownGuest);
    }

    [Fact]
    [Rule("C4")]
    [Rule("P13")]
    public void Of_an_erased_guest_nothing_is_written_down_any_more_and_the_visit_goes_on()
    {
        var day = Day.At("14:00").Staffed();
        var journey = day["gate-1"].Opens("walk-in", ("address", "王先生")).Journey;
        var guest = day.Journey(journey).Guest;
        day["super-1"].Does(new Command.Erase(guest)).IsTaken();
        day.Cards[^1].Erase.Should().BeTrue();
        (day.State.Guests[guest].Erased, day.State.Guests[guest].Filled.Count).Should().Be((true, 0));
        day["super-1"].Does(new Command.Erase(guest)).IsRefused(RefusalCodes.UnknownGuest);
        day["host-1"].Pulls("note", journey, ("note", "怕狗")).IsTaken();
        day.Cards.Should().HaveCount(2);
        day["host-1"].Pulls("seat", journey).IsTaken();
    }
}
