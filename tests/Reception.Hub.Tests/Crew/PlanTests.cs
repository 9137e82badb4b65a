using Reception.Crew.Plans;
using Reception.Crew.Worlds;

namespace Reception.Hub.Tests.Crew;

public sealed class PlanTests
{
    private static readonly Roster House = new(new Dictionary<string, IReadOnlyList<string>>
    {
        ["s1"] = ["p1"], ["s2"] = ["p1"], ["s3"] = ["p2"], ["s4"] = ["p3"], ["s5"] = ["p3"], ["s6"] = ["p4"],
    });

    [Fact]
    public void The_same_seed_draws_the_same_day()
    {
        var (one, other) = (Draw(7), Draw(7));

        one.Parties.Should().Equal(other.Parties);
        one.Errands.Should().Equal(other.Errands);
        Draw(8).Parties.Should().NotEqual(one.Parties);
    }

    [Theory]
    [InlineData(60)]
    [InlineData(600)]
    public void Every_trouble_comes_at_least_three_times_whatever_the_seed(double pace)
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var day = Draw(seed, pace);
            var often = new Dictionary<string, int>
            {
                ["expected"] = day.Parties.Count(party => party is { Kind: PartyKind.Expected, NoShow: false }),
                ["walk-in"] = day.Parties.Count(party => party.Kind == PartyKind.WalkIn),
                ["return"] = day.Parties.Count(party => party.Kind == PartyKind.Return),
                ["no-show"] = day.Parties.Count(party => party.NoShow),
                ["stays"] = day.Parties.Count(party => party is { Stays: true, NoShow: false }),
                ["slips"] = day.Parties.Count(party => party is { Slips: true, NoShow: false }),
                ["rain"] = day.Errands.OfType<Errand.Weather>().Count(weather => weather.Is is "rain" or "snow"),
                ["ignored"] = Calls(Reaction.Ignore),
                ["delayed"] = Calls(Reaction.Delay),
                ["declined"] = Calls(Reaction.Decline),
                ["unmanned"] = day.Errands.OfType<Errand.OffDuty>().Count(off => House.Alone.Contains(off.Staff)),
                ["away"] = day.Errands.OfType<Errand.Away>().Count(),
                ["dead spot"] = day.Errands.OfType<Errand.DeadSpot>().Count(spot => spot.Calls is null),
                ["stale"] = day.Errands.OfType<Errand.DeadSpot>().Count(spot => spot.Calls is not null && spot.For * pace > TimeSpan.FromMinutes(2)),
                ["restart"] = day.Errands.OfType<Errand.Restart>().Count(),
            };

            often.Where(one => one.Value < 3).Should().BeEmpty("seed {0} is a day as any other", seed);

            int Calls(Reaction reaction) => day.Errands.OfType<Errand.Call>().Count(call => call.Reaction == reaction && call.Staff != call.To);
        }
    }

    [Fact]
    public void Contact_is_lost_for_a_tenth_of_a_second_to_five_and_on_a_slow_clock_once_for_forty()
    {
        var spots = Draw(3, pace: 60).Errands.OfType<Errand.DeadSpot>().Select(spot => spot.For.TotalSeconds).ToList();

        spots.Where(seconds => seconds > 5).Should().Equal(40);
        spots.Should().OnlyContain(seconds => seconds >= 0.1);
        Draw(3, pace: 600).Errands.OfType<Errand.DeadSpot>().Should().OnlyContain(spot => spot.For <= TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void Nobody_is_known_before_they_are_written_down()
    {
        var day = Draw(11);

        foreach (var party in day.Parties.Where(party => party.Kind == PartyKind.Expected))
        {
            day.Errands.OfType<Errand.WriteDown>().Should().ContainSingle(errand => errand.Party == party && errand.At < party.Eta && House.Staff.Contains(errand.Staff));
        }
    }

    private static DayPlan Draw(int seed, double pace = 600) => DayPlan.Draw(seed, 40, House, ["s2", "s5"], pace);
}
