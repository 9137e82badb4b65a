using Reception.Domain.Places;
using Reception.Domain.Tests.Builders;

namespace Reception.Domain.Tests.Journeys;

public class PlaceTests
{
    private static readonly PlaceId Room = new("room-a");

    private static (Day Day, JourneyId One, JourneyId Two) Seated()
    {
        var day = Day.At("14:00").Staffed();
        var one = day["gate-1"].Opens("walk-in").Journey;
        var two = day["gate-1"].Opens("walk-in").Journey;
        day["host-1"].Pulls("seat", one, ("table", "table-1")).IsTaken();
        day["host-2"].Pulls("seat", two).IsTaken();
        return (day, one, two);
    }

    [Fact]
    [Rule("K1")]
    [Rule("P7")]
    public void A_place_has_one_holder_and_the_second_is_told_who_has_it_since_when()
    {
        var (day, one, two) = Seated();
        day["host-1"].Pulls("call-room", one, ("room", "room-a")).IsTaken();
        day.FastForward(5.Seconds());
        var refusal = day["host-2"].Pulls("call-room", two, ("room", "room-a")).IsRefused(RefusalCodes.PlaceTaken);
        (refusal.Args["journey"].Value, refusal.Args["at"].Value).Should().Be((one.Value, Day.Clock("14:00").Ms()));
        day.State.Places[Room].Journey.Should().Be(one);
    }

    [Fact]
    [Rule("K2")]
    public void A_place_that_is_prepared_is_reserved_ready_used_and_free_again()
    {
        var (day, one, _) = Seated();
        day["host-1"].Pulls("call-room", one, ("room", "room-a"));
        day["host-1"].Pulls("call-room", one, ("room", "room-a"));
        day.State.Places[Room].State.Should().Be(PlaceState.Reserved, "called twice is not in use");
        day["host-1"].Pulls("tour", one, ("mate", "host-2")).IsRefused(RefusalCodes.NeedsReason);
        day["rooms-1"].Pulls("ready", one).IsTaken();
        day.State.Places[Room].State.Should().Be(PlaceState.Ready);
        day["host-1"].Pulls("tour", one, ("mate", "host-2")).IsTaken();
        day.State.Places[Room].State.Should().Be(PlaceState.Used);
        day["host-1"].Pulls("come-back", one);
        day.State.Places[Room].State.Should().Be(PlaceState.Free);
        day.State.Places[new("table-1")].State.Should().Be(PlaceState.Used, "a table that nobody prepares is used at once");
    }

    [Fact]
    [Rule("K3")]
    public void Another_place_of_the_same_kind_gives_the_first_back()
    {
        var (day, one, _) = Seated();
        day["host-1"].Pulls("call-room", one, ("room", "room-a"));
        day["host-1"].Pulls("call-room", one, ("room", "room-b"));
        day.State.Places[Room].Journey.Should().BeNull();
        day.State.Places[new("room-b")].Journey.Should().Be(one);
        day.State.Places[new("table-1")].Journey.Should().Be(one);
    }

    [Fact]
    [Rule("K4")]
    public void A_closed_place_is_refused_and_a_held_one_is_not_closed()
    {
        var (day, one, _) = Seated();
        day["rooms-1"].Does(new Command.OpenPlace(Room, false)).IsTaken();
        day["host-1"].Pulls("call-room", one, ("room", "room-a")).IsRefused(RefusalCodes.PlaceClosed);
        day["rooms-1"].Does(new Command.OpenPlace(Room, true)).IsTaken();
        day["host-1"].Pulls("call-room", one, ("room", "room-a")).IsTaken();
        day["rooms-1"].Does(new Command.OpenPlace(Room, false)).IsRefused(RefusalCodes.PlaceTaken);
        day["rooms-1"].Does(new Command.OpenPlace(new("no-such"), false)).IsRefused(RefusalCodes.UnknownPlace);
    }

    [Fact]
    [Rule("K5")]
    public void Only_a_place_of_the_kind_asked_for_is_taken()
    {
        var (day, one, _) = Seated();
        day["host-1"].Pulls("call-room", one, ("room", "table-2")).IsRefused(RefusalCodes.UnknownPlace);
        day["rooms-1"].Pulls("ready", one).IsRefused(RefusalCodes.NotHeld);
    }
}
