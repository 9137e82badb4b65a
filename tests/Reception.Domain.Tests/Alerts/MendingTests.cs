using Reception.Domain.Alerts;
using Reception.Domain.Tests.Builders;
using Reception.Domain.Venues;

namespace Reception.Domain.Tests.Alerts;

/// <summary>No log leads to a call that nothing happens to. These are damaged on purpose.</summary>
public sealed class MendingTests
{
    public enum Damage
    {
        NotInTheCalendar,
        NoTime,
    }

    [Theory]
    [InlineData(Damage.NotInTheCalendar)]
    [InlineData(Damage.NoTime)]
    [Rule("L31")]
    [Rule("P6")]
    public void A_call_to_which_nothing_would_happen_is_asked_anew_and_the_manager_told(Damage damage)
    {
        var day = Damaged(damage);
        day.FastForward(5.Minutes());
        day.AlertOf("help").Step.Should().Be(0, "it does not climb any more");
        Mending.Lost(day.State).Should().Equal(day.AlertOf("help").Id);

        day.Hub(new Command.Mend());

        Mending.Lost(day.State).Should().BeEmpty();
        day["boss-1"].IsAsked("fault");
        day.FastForward(1.Minutes());
        day.AlertOf("help").Step.Should().BePositive("it climbs again");
        day.Hub(new Command.Mend()).Events.Should().BeEmpty("nothing is lost");
    }

    [Fact]
    [Rule("L31")]
    public void One_that_waits_for_done_and_one_that_wants_no_answer_are_found_too()
    {
        var day = Day.At("14:00").Staffed();
        day["gate-1"].Calls("help", "door");
        day["door-1"].Acks("help");
        day.Hub(new Command.Mend()).Events.Should().BeEmpty();
        foreach (var alert in day.State.Alerts.Values.Where(alert => alert.Open))
        {
            day.Damage(state => state with { Alerts = state.Alerts.SetItem(alert.Id, alert with { Next = null }) });
        }

        day.Hub(new Command.Mend());
        Mending.Lost(day.State).Should().BeEmpty();
    }

    private static Day Damaged(Damage damage)
    {
        var day = Day.At("14:00").Staffed();
        day["gate-1"].Calls("help", "door");
        var alert = day.AlertOf("help");
        return day.Damage(state => damage == Damage.NoTime
            ? state with { Alerts = state.Alerts.SetItem(alert.Id, alert with { Next = null }), Due = state.Due.Remove(Puts.DueOf(alert)!.Value) }
            : state with { Due = state.Due.Remove(Puts.DueOf(alert)!.Value) });
    }
}
