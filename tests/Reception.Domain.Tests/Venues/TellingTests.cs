using Reception.Domain.Tests.Builders;

namespace Reception.Domain.Tests.Venues;

/// <summary>What the hub has to say of itself.</summary>
public sealed class TellingTests
{
    [Fact]
    [Rule("V11")]
    public void A_fault_is_told_to_the_manager_and_a_hundred_faults_are_one_call()
    {
        var day = Day.At("14:00").Staffed();
        for (var times = 0; times < 100; times++)
        {
            day.Hub(new Command.TellOfFault("command"));
        }

        day.State.Alerts.Values.Should().ContainSingle(alert => alert.Template.Value == "fault");
        day["boss-1"].IsAsked("fault");
        day["boss-1"].Acks("fault");
        day.Hub(new Command.TellOfFault("command"));
        day.State.Alerts.Values.Should().HaveCount(2, "somebody has looked, and it goes on");
    }

    [Fact]
    [Rule("V12")]
    public void An_older_store_is_told_to_a_supervisor_once_a_day()
    {
        var day = Day.At("14:00").Staffed();
        day.Hub(new Command.TellOfRestore());
        day["super-1"].IsAsked("restored");
        day["super-1"].Acks("restored");
        day.FastForward(2.Hours());
        day.Hub(new Command.TellOfRestore()).Events.Should().BeEmpty("each device that comes back notices");
        day.FastForward(14.Hours());
        day.Hub(new Command.TellOfRestore());
        day.Has("restored").Should().BeTrue();
    }

    [Fact]
    [Rule("V5")]
    public void Who_is_no_longer_named_is_signed_out()
    {
        var day = Day.At("14:00").Staffed();
        day.Hub(new Command.OpenSession("s1", new("bar-2"), new("bar-2-phone"), false));
        day.Hub(new Command.OpenSession("s2", new("bar-1"), new("bar-1-phone"), false));
        day.SetUp(SmallVenue.With(("  bar-2: {name: B, positions: [bar]}\n", "")));
        day.State.Sessions["s1"].Closed.Should().NotBeNull();
        day.State.Sessions["s2"].Closed.Should().BeNull();
    }
}
