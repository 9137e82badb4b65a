using Reception.Contracts;
using Reception.Crew.Habits;
using Reception.Crew.Plans;
using Reception.Crew.Worlds;

namespace Reception.Hub.Tests.Crew;

public sealed class HabitTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(75);

    [Fact]
    public void Whoever_stands_where_guests_come_greets_them_and_the_others_wait()
    {
        var venue = new SmallVenue(SmallVenue.Guest with { Kind = PartyKind.WalkIn });

        venue.Wants("k1", new Greeting()).Should().ContainSingle(want => want.What == "stroll-in" && want.After < Soon);
        venue.Wants("g1", new Greeting()).Should().ContainSingle(want => want.What == "stroll-in" && want.After > Soon);
        venue.Wants("h1", new Greeting()).Should().BeEmpty();
    }

    [Fact]
    public void Whom_the_list_shows_is_let_arrive_and_whom_it_does_not_walks_in()
    {
        var venue = new SmallVenue(SmallVenue.Guest).Visit("due", 1);

        venue.Wants("k1", new Greeting()).Should().ContainSingle(want => want.What == "comes");
    }

    [Fact]
    public void Who_comes_back_to_their_post_does_not_write_down_a_party_again()
    {
        var venue = new SmallVenue(SmallVenue.Guest);
        RunningErrands Back() => new([new Errand.WriteDown(TimeSpan.Zero, "h1", SmallVenue.Guest)], ["host"]);
        venue.Wants("h1", Back()).Should().ContainSingle(want => want.What == "write-down");

        venue.World.Know(SmallVenue.Guest, "j");
        venue.Wants("h1", Back()).Should().BeEmpty();
    }

    [Fact]
    public void A_party_is_greeted_by_one_person_only()
    {
        var venue = new SmallVenue(SmallVenue.Guest);

        venue.World.Greet(SmallVenue.Guest, "k1").Should().BeTrue();
        venue.World.Greet(SmallVenue.Guest, "g1").Should().BeFalse();
        venue.Wants("g1", new Greeting()).Should().BeEmpty();
    }

    [Fact]
    public void Arriving_guests_are_brought_to_the_nearest_stage_by_whose_step_it_is()
    {
        var venue = new SmallVenue().Visit("kerbside", 1);

        venue.Wants("k1", new Moving()).Should().ContainSingle(want => want.What == "to-hall" && want.After < Soon);
        venue.Wants("h1", new Moving()).Should().ContainSingle(want => want.What == "to-sofa" && want.After > TimeSpan.FromMinutes(4), "only when nobody brings them on");
    }

    [Fact]
    public void The_host_comes_before_the_others_of_the_post()
    {
        var venue = new SmallVenue().Visit("hall", 1, host: "h2");

        venue.Wants("h2", new Moving()).Should().ContainSingle(want => want.After < Soon);
        venue.Wants("h1", new Moving()).Should().ContainSingle(want => want.After > Soon);
    }

    [Fact]
    public void A_room_is_called_made_ready_and_walked_to_in_this_order()
    {
        var venue = new SmallVenue().Visit("sofa", 6, host: "h1");
        venue.Wants("h1", new Showing()).Select(want => want.What).Should().Equal("ask-room");
        venue.Wants("r1", new Showing()).Should().BeEmpty();

        venue.Room("reserved", "j");
        venue.Wants("h1", new Showing()).Should().BeEmpty();
        venue.Wants("r1", new Showing()).Select(want => want.What).Should().Equal("room-set");

        venue.Room("ready", "j");
        venue.Wants("h1", new Showing()).Select(want => want.What).Should().Equal("to-room");
    }

    [Fact]
    public void Nobody_calls_for_a_room_that_somebody_else_has()
    {
        var venue = new SmallVenue().Visit("sofa", 6, host: "h1").Room("used", "another");

        venue.Wants("h1", new Showing()).Should().BeEmpty();
    }

    [Fact]
    public void Who_has_seen_enough_leaves_and_is_seen_off()
    {
        StepView[] toured = [new("to-room", "sofa", "around", 1, "h1", "host", null), new("back", "around", "sofa", 2, "h1", "host", null)];
        new SmallVenue().Visit("sofa", 6, "h1", toured).Wants("h1", new Leaving()).Select(want => want.What).Should().Equal("says-bye");
        new SmallVenue().Visit("out", 4, "h1").Wants("k1", new Leaving()).Select(want => want.What).Should().Equal("see-off");
    }

    [Theory]
    [InlineData(1, 0, 0, null)]
    [InlineData(0, 1, 0, Kinds.AlertDecline)]
    [InlineData(0, 0, 1, Kinds.AlertDelay)]
    [InlineData(0, 0, 0, Kinds.AlertAcknowledge)]
    public void A_call_is_taken_by_temperament(double ignore, double decline, double delay, string? kind)
    {
        var venue = new SmallVenue().Call(Client.Sample.Open("a1", staff: ["h1"]) with { Seq = 4, Step = 0 });
        var habit = new Answering(new("h1", new(ignore, decline, delay)));

        venue.Wants("h1", habit).Select(want => want.What).Should().Equal(kind is null ? [] : [kind]);
        venue.Wants("h2", habit).Should().BeEmpty("it does not ask them");
    }

    [Fact]
    public void Whoever_is_asked_because_others_were_silent_answers()
    {
        var venue = new SmallVenue().Call(Client.Sample.Open("a1", staff: ["h1"]) with { Seq = 4, Step = 1 });

        venue.Wants("h1", new Answering(new("h1", new(1, 0, 0)))).Select(want => want.What).Should().Equal(Kinds.AlertAcknowledge);
    }

    [Fact]
    public void A_post_that_was_told_to_be_silent_does_nothing()
    {
        var venue = new SmallVenue().Call(Client.Sample.Open("a1", staff: ["h1"]) with { Seq = 4, Step = 1 });
        var answers = new Answering(new("h1", new(0, 0, 0)));

        venue.Wants("h1", new UnlessSilent(answers, _ => false)).Should().NotBeEmpty();
        venue.Wants("h1", new UnlessSilent(answers, position => position == "host")).Should().BeEmpty();
    }
}
