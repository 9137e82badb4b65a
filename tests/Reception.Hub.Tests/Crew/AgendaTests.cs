using Reception.Contracts;
using Reception.Crew.Actors;
using Reception.Crew.Habits;

namespace Reception.Hub.Tests.Crew;

public sealed class AgendaTests
{
    private readonly Agenda agenda = new();

    [Fact]
    public void A_thing_ripens_after_its_time_however_often_it_is_looked_at()
    {
        Take(0, Wants("a", 10)).Should().BeEmpty();
        Take(9_999, Wants("a", 10)).Should().BeEmpty();
        Take(10_000, Wants("a", 10)).Should().Equal("a");
    }

    [Fact]
    public void A_thing_that_is_no_longer_wanted_is_dropped_and_begins_anew()
    {
        Take(0, Wants("a", 10));
        Take(5_000);

        Take(10_000, Wants("a", 10)).Should().BeEmpty();
        Take(20_000, Wants("a", 10)).Should().Equal("a");
    }

    [Fact]
    public void A_thing_under_way_is_not_begun_again_until_it_is_over()
    {
        Take(0, Wants("a", 0)).Should().Equal("a");
        Take(1, Wants("a", 0)).Should().BeEmpty();

        agenda.Over("a", null);
        Take(2, Wants("a", 0)).Should().Equal("a");
    }

    [Fact]
    public void A_refused_thing_rests()
    {
        Take(0, Wants("a", 0));
        agenda.Over("a", again: 60_000);

        Take(59_999, Wants("a", 0)).Should().BeEmpty();
        Take(60_000, Wants("a", 0)).Should().Equal("a");
    }

    [Fact]
    public void It_says_when_to_look_again()
    {
        var (_, next) = agenda.Take([Wants("a", 10), Wants("b", 4)], 1_000);

        next.Should().Be(5_000);
    }

    private static Desire Wants(string key, double seconds) => new(key, TimeSpan.FromSeconds(seconds), Deed.Of(Kinds.DutyBack));

    private IEnumerable<string> Take(long now, params Desire[] wanted) => agenda.Take(wanted, now).Ripe.Select(desire => desire.Key);
}
