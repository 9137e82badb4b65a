using Reception.Contracts;
using Reception.Domain.Playbooks;
using Reception.Hub.Views;

namespace Reception.Hub.Tests.Views;

public sealed class ViewTests
{
    [Fact]
    public void The_venues_row_counts_its_columns_and_names_its_words()
    {
        var day = new Day().Staffed();
        day.Pull(Day.Valet, "walk-in", null, ("address", "王先生"));
        var venue = VenueViews.Of(day.Moment);

        venue.Columns.Select(column => column.Id).Should().StartWith(["expected", "arriving"]);
        venue.Columns.Single(column => column.Id == "arriving").Count.Should().Be(1);
        venue.Words.Should().ContainKeys("venue", "sales-visit");
        (venue.Opens, venue.Closes, venue.UndoSeconds).Should().Be(("09:00", "18:00", 30));
        venue.Day.Should().Be("2026-11-28");
    }

    [Fact]
    public void The_rota_names_who_waited_longest_first()
    {
        var day = new Day();
        day.Do(Day.Second, new Domain.Command.StartDuty([new("customer-manager")]));
        day.Pass(TimeSpan.FromMinutes(1));
        day.Do(Day.Host, new Domain.Command.StartDuty([new("customer-manager")]));

        VenueViews.Of(day.Moment).Rota.Should().Equal(Day.Second, Day.Host);
    }

    [Fact]
    public void Who_left_is_named_in_the_row_also_when_the_guest_is_no_longer_in_the_state()
    {
        var day = new Day().Staffed();
        day.Pull(Day.Valet, "walk-in", null, ("address", "王先生"));
        var journey = day.State.Journeys.Keys.Single();
        day.Pull(Day.Valet, "depart", journey).Refusal.Should().BeNull();
        day.Pass(TimeSpan.FromMinutes(20));
        day.Do(Day.Boss, new Domain.Command.SetWeather("hot"));

        day.State.Guests.Should().BeEmpty();
        VenueViews.Of(day.Moment).Departed.Should().ContainSingle().Which.Address.Should().Be(new Text("王先生", "Mr Wang"));
    }

    [Fact]
    public void A_position_has_the_screen_that_the_venue_gives_it()
    {
        var day = new Day().Staffed();
        var positions = Differences.Whole(day.Moment, new(), desk: false, new(day.Now, 1)).Positions!;

        positions.Single(position => position.Id == "parking-valet").Should().Match<PositionView>(position =>
            position.Screen == "arrival" && position.Reach == "sound" && !position.Unmanned && position.Holders.Single() == Day.Valet);
        positions.Single(position => position.Id == "security").Should().Match<PositionView>(position => position.Unmanned && position.Reach == "none" && position.Since != null);
    }

    [Fact]
    public void A_trigger_says_beforehand_what_is_missing_in_the_journey_itself()
    {
        var day = new Day().Staffed();
        day.Pull(Day.Valet, "walk-in", null, ("address", "王先生"));
        var journey = day.State.Journeys.Values.Single();

        Blocked(day, journey, Pull(new Guard.Filled("size", "say-so", [new("supervisor")]))).Should().ContainSingle().Which.Should().BeEquivalentTo(
            new Blocked("test", "missing-field", new Dictionary<string, string> { ["field"] = "size", ["else"] = "say-so", ["override"] = "supervisor" }));
        Blocked(day, journey, Pull(new Guard.Filled("address", null, []))).Should().BeEmpty("words of the card count as well");
        Blocked(day, journey, Pull(new Guard.Filled("size", null, [])) with { Ask = [new("size", true)] }).Should().BeEmpty("the trigger asks for it");
        Blocked(day, journey, Pull(new Guard.Done("valuables", null, []))).Should().ContainSingle().Which.Args.Should().Contain("item", "valuables");
        Blocked(day, journey, Pull(new Guard.Done("belongings", null, []))).Should().BeEmpty("what was never due is no obstacle");
        Blocked(day, journey, Pull(new Guard.Holds("room", true, null, []))).Should().BeEmpty("the world is judged when the trigger is pulled");
    }

    [Fact]
    public void A_step_can_be_taken_back_as_long_as_the_view_says()
    {
        var day = new Day().Staffed();
        day.Pull(Day.Valet, "walk-in", null, ("address", "王先生"));
        var view = new ViewCache().Of(day.State.Journeys.Values.Single(), day.Moment);

        view.Undo.Should().Be(new UndoView("walk-in", Day.Valet, day.Now.AddSeconds(30).ToUnixTimeMilliseconds()));
        view.Steps.Should().ContainSingle().Which.Trigger.Should().Be("walk-in");
        view.Facts.Should().Contain("visit", "first");
    }

    private static IReadOnlyList<Blocked> Blocked(Day day, Domain.Journeys.Journey journey, Trigger trigger) =>
        BlockedTriggers.Of(journey, Day.Library.Current("sales-visit")! with { Triggers = [trigger] }, day.State);

    private static Trigger Pull(Guard guard)
    {
        var any = Day.Library.Current("sales-visit")!.Triggers.First(trigger => trigger.From.Contains("arrived"));
        return any with { Id = "test", Ask = [], Require = [guard] };
    }
}
