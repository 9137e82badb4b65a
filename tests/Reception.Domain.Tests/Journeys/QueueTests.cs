using Reception.Domain.Places;
using Reception.Domain.Tests.Builders;

namespace Reception.Domain.Tests.Journeys;

public class QueueTests
{
    private static readonly PlaceId Room = new("room-a");

    private static (Day Day, JourneyId Has, JourneyId Waits) Waiting()
    {
        var day = Day.At("14:00").Staffed();
        var (has, waits) = (Seated(day, "host-1"), Seated(day, "host-2"));
        day["host-1"].Pulls("call-room", has, ("room", "room-a")).IsTaken();
        day["host-2"].Pulls("wait-room", waits, ("room", "room-a")).IsTaken();
        return (day, has, waits);
    }

    private static JourneyId Seated(Day day, string host)
    {
        var guest = day["gate-1"].Opens("walk-in").Journey;
        day[host].Pulls("seat", guest).IsTaken();
        return guest;
    }

    [Fact]
    [Rule("K7")]
    public void Who_is_refused_a_place_is_told_for_about_how_long()
    {
        var day = Day.At("14:00").Staffed();
        var (has, first, second) = (Seated(day, "host-1"), Seated(day, "host-2"), Seated(day, "host-3"));
        day["host-1"].Pulls("call-room", has, ("room", "room-a"));
        day.FastForward(5.Minutes());
        day["host-2"].Pulls("call-room", first, ("room", "room-a")).IsRefused(RefusalCodes.PlaceTaken).Args["minutes"].Value.Should().Be("15");
        day["host-2"].Pulls("wait-room", first, ("room", "room-a")).IsTaken();
        day["host-3"].Pulls("call-room", second, ("room", "room-a")).IsRefused(RefusalCodes.PlaceTaken).Args["minutes"].Value.Should().Be("35");
        day.FastForward(30.Minutes());
        day["host-3"].Pulls("call-room", second, ("room", "room-a")).IsRefused(RefusalCodes.PlaceTaken).Args["minutes"].Value.Should().Be("20", "the holder is over his time");
    }

    [Fact]
    [Rule("K6")]
    public void Who_waits_has_the_place_as_soon_as_it_is_given_back_and_whoever_put_him_on_the_list_is_told()
    {
        var (day, has, waits) = Waiting();
        day.State.Places[Room].Queue.Should().Equal(new Waiter(waits, new("host-2")));
        day["host-1"].Pulls("leave", has).IsTaken();
        var room = day.State.Places[Room];
        (room.Journey, room.State).Should().Be((waits, PlaceState.Reserved));
        room.Queue.Should().BeEmpty();
        day["host-2"].IsAsked("place-free");
        day["host-1"].IsNotAsked("place-free");
    }

    [Fact]
    [Rule("K6")]
    public void First_come_first_also_when_the_place_is_opened_again()
    {
        var (day, has, waits) = Waiting();
        var third = Seated(day, "host-3");
        day["host-3"].Pulls("wait-room", third, ("room", "room-a")).IsTaken();
        day["host-2"].Pulls("wait-room", waits, ("room", "room-a")).IsTaken();
        day.State.Places[Room].Queue.Select(waiter => waiter.Journey).Should().Equal(waits, third);
        day["gate-1"].Pulls("depart", has);
        day["gate-1"].Pulls("depart", waits);
        day.State.Places[Room].Journey.Should().Be(third);
    }

    [Fact]
    [Rule("K6")]
    public void A_free_place_is_simply_taken_and_a_closed_one_refused()
    {
        var day = Day.At("14:00").Staffed();
        var guest = Seated(day, "host-1");
        day["rooms-1"].Does(new Command.OpenPlace(Room, false));
        day["host-1"].Pulls("wait-room", guest, ("room", "room-a")).IsRefused(RefusalCodes.PlaceClosed);
        day["host-1"].Pulls("wait-room", guest, ("room", "room-b")).IsTaken();
        day.State.Places[new("room-b")].Journey.Should().Be(guest);
    }

    [Fact]
    [Rule("K6")]
    public void Another_place_of_its_kind_or_the_end_takes_him_off_the_list()
    {
        var (day, _, waits) = Waiting();
        day["host-2"].Pulls("call-room", waits, ("room", "room-b")).IsTaken();
        day.State.Places[Room].Queue.Should().BeEmpty();
        day["host-2"].Pulls("wait-room", waits, ("room", "room-a")).IsTaken();
        day["gate-1"].Pulls("depart", waits);
        day.State.Places[Room].Queue.Should().BeEmpty();
    }

    [Fact]
    [Rule("K6")]
    [Rule("U1")]
    public void An_undo_takes_him_off_the_list_and_nobody_else()
    {
        var (day, _, waits) = Waiting();
        var third = Seated(day, "host-3");
        day["host-3"].Pulls("wait-room", third, ("room", "room-a"));
        day["host-2"].Undoes(waits).IsTaken();
        day.State.Places[Room].Queue.Select(waiter => waiter.Journey).Should().Equal(third);
    }

    [Fact]
    [Rule("K6")]
    [Rule("U3")]
    public void What_was_given_back_and_is_another_s_by_now_is_not_taken_back()
    {
        var (day, has, _) = Waiting();
        day["host-1"].Pulls("leave", has);
        day["host-1"].Undoes(has).IsRefused(RefusalCodes.NothingToUndo);
    }
}
