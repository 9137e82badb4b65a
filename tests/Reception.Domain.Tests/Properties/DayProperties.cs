using System.Collections.Concurrent;
using Reception.Domain.Tests.Builders;
using Reception.Domain.Tests.Playbooks;
using Reception.Domain.Venues;

namespace Reception.Domain.Tests.Properties;

/// <summary>Whatever anybody does at whatever time: nothing throws, and after every entry the state is sound (<see cref="Soundness"/>).</summary>
public class DayProperties
{
    private const int Days = 100;

    private static readonly string[] Order = ["Seq", "VenueSeq", "Changed", "Horizon", "Removed", "Inverses"];

    [Fact]
    [Rule("V1")]
    [Rule("P6")]
    [Rule("P8")]
    public void Random_days_stay_sound() => Act.Day(120).Sample(
        acts =>
        {
            var day = RandomDay.At("14:00").Play(acts).Day.FastForward(2.Hours());
            Soundness.Holds(day.State.Alerts.Values.All(alert => !alert.Open || alert.Exhausted || alert.Raised > day.Now - 30.Minutes()),
                "half an hour after it was raised every call is over, or red (P6)");
        },
        Days);

    [Fact]
    [Rule("V1")]
    public void Random_nights_stay_sound() => Act.Day(60).Sample(acts => RandomDay.At("03:30").Play(acts).Day.FastForward(2.Hours()), Days);

    [Fact]
    [Rule("V1")]
    [Rule("P8")]
    public void Random_days_of_the_shipped_procedure_stay_sound() =>
        Act.Day(100).Sample(acts => RandomDay.At("14:00", library: SalesCentre.Reading.Library).Play(acts).Day.FastForward(2.Hours()), Days / 2);

    [Fact]
    [Rule("V1")]
    [Rule("P8")]
    public void Random_days_of_a_VIP_visit_stay_sound() => Act.Day(100).Sample(
        acts => new RandomDay(Day.At("14:00", VipCentre.Reading.Library).Staffed(), TimeSpan.Zero, "vip-visit").Play(acts).Day.FastForward(2.Hours()), Days / 2);

    /// <summary>The hub is down while the time passes, and now and then the clock is put back.</summary>
    [Fact]
    [Rule("V1")]
    [Rule("T4")]
    public void Random_outages_leave_it_sound() => Act.Day(60).Sample(acts => new RandomDay(Day.At("14:00").Staffed(), TimeSpan.Zero) { Rough = true }.Play(acts), Days);

    [Fact]
    [Rule("V2")]
    public void The_log_folded_anew_is_the_state() => Act.Day(60).Sample(
        acts =>
        {
            var day = RandomDay.At("14:00").Play(acts).Day;
            AreSame(Portrait.Of(day.State), Portrait.Of(day.Log.Aggregate(new VenueState("small"), Folder.Fold)));
        },
        Days / 3);

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(60)]
    [Rule("T1")]
    public void Any_tick_size_up_to_a_minute_gives_the_same_day(int step) =>
        Act.Day(60).Sample(acts => AreSame(Evening(acts, TimeSpan.Zero), Evening(acts, step.Seconds())), Days / 3);

    /// <summary>A generator that draws nothing worth drawing would prove nothing.</summary>
    [Fact]
    [Rule("V1")]
    public void Random_days_see_every_kind_of_event()
    {
        // Some are rare (the one session of a device that is ended): chance gets ten rounds before never is said.
        var seen = new ConcurrentDictionary<string, bool>();
        for (var round = 0; round < 10 && Unseen(seen).Length > 3; round++)
        {
            Act.Day(120).Sample(
                acts =>
                {
                    foreach (var happened in RandomDay.At("03:00").Play(acts).Day.Log.SelectMany(entry => entry.Events))
                    {
                        seen[happened.GetType().Name] = true;
                    }
                },
                Days * 3);
        }

        Unseen(seen).Should().BeEquivalentTo(nameof(VenueEvents.ClockMovedBack), nameof(VenueEvents.DueParked), nameof(VenueEvents.StoreRestored));
    }

    private static string[] Unseen(ConcurrentDictionary<string, bool> seen) =>
        [.. typeof(Event).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Event)) && !seen.ContainsKey(type.Name)).Select(type => type.Name)];

    private static string Evening(Act[] acts, TimeSpan step)
    {
        var day = RandomDay.At("14:00", step).Play(acts).Day;
        // An entry at the same moment, so that both have dropped the same.
        day.Hub(new Command.Receive([]));
        return Portrait.Of(day.State, [.. Order, "Fired"]);
    }

    private static void AreSame(string one, string other)
    {
        var differences = one.Split('\n').Except(other.Split('\n')).Select(line => "< " + line)
            .Concat(other.Split('\n').Except(one.Split('\n')).Select(line => "> " + line)).Take(12).ToList();
        Soundness.Holds(one == other, "two states that should be the same differ:\n" + string.Join('\n', differences));
    }
}
