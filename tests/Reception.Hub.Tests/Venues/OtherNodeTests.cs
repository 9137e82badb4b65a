using Reception.Contracts;
using Reception.Domain;
using Reception.Domain.Venues;
using Reception.Hub.Storage;
using Reception.Hub.Tests.Builders;
using Reception.Hub.Tests.Infrastructure;
using Reception.Hub.Venues;
using Reception.Hub.Venues.Stored;

namespace Reception.Hub.Tests.Venues;

/// <summary>Somebody else appends to the same log: another node, or a restored backup.</summary>
public sealed class OtherNodeTests
{
    [Fact]
    [Rule("P2")]
    public async Task Whoever_is_behind_reads_what_the_other_wrote_and_decides_anew()
    {
        await using var hub = await HubFixture.Start();
        using var valet = await hub.SignIn("valet");
        var other = await AppendElsewhere(hub, new Domain.Command.SetWeather("rain"));

        var answer = await valet.Do(Kinds.DutyStart, new { positions = "parking-valet" });

        answer.Should().Match<Answer>(one => one.Ok && one.Seq == other + 1);
        (await hub.Venue()).Current.State.Weather.Value.Should().Be("rain");
        await ShouldBeWhole(hub);
    }

    [Fact]
    [Rule("P5")]
    public async Task A_command_that_another_node_has_answered_gets_that_answer()
    {
        await using var hub = await HubFixture.Start();
        using var valet = await hub.SignIn("valet");
        var command = valet.Command(Kinds.DutyStart, new { positions = "parking-valet" });
        var first = await valet.Send(command);
        // A node that has just come: its memory has no answers.
        await hub.Restart();
        await AppendElsewhere(hub, new Domain.Command.SetWeather("rain"));

        (await valet.Send(command)).Seq.Should().Be(first.Seq);
    }

    [Fact]
    public async Task Subscribers_hear_of_what_others_wrote_and_of_each_commit_in_order()
    {
        await using var hub = await HubFixture.Start();
        using var valet = await hub.SignIn("valet");
        var venue = await hub.Venue();
        var seen = new List<(long Before, long After)>();
        using var subscription = venue.Subscribe((before, after) => seen.Add((before.Seq, after.Seq)));
        await AppendElsewhere(hub, new Domain.Command.SetWeather("rain"));

        await valet.Do(Kinds.DutyStart, new { positions = "parking-valet" });
        await valet.Do(Kinds.DutyEnd);

        seen.Should().OnlyContain(step => step.After > step.Before);
        seen.Zip(seen.Skip(1)).Should().OnlyContain(pair => pair.First.After == pair.Second.Before);
    }

    /// <summary>Nobody taps here and nothing falls due: the look at the heads alone tells (P3).</summary>
    [Fact]
    public async Task What_another_node_wrote_is_told_here_within_moments_though_nobody_does_anything()
    {
        await using var hub = await HubFixture.Start();
        var venue = await hub.Venue();
        var rain = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var subscription = venue.Subscribe((_, after) =>
        {
            if (after.State.Weather.Value == "rain")
            {
                rain.TrySetResult(after.Seq);
            }
        });

        var other = await AppendElsewhere(hub, new Domain.Command.SetWeather("rain"));

        (await rain.Task.WaitAsync(TimeSpan.FromSeconds(10))).Should().Be(other);
    }

    /// <summary>Another node is always a moment earlier: the third time the venue's row is locked first, and nobody is (F18).</summary>
    [Fact]
    [Rule("P7")]
    public async Task Whoever_lost_twice_is_first_the_third_time()
    {
        await using var hub = await HubFixture.Start();
        using var valet = await hub.SignIn("valet");
        var lost = 0;
        hub.Switch.Before = _ =>
        {
            lost++;
            AppendElsewhere(hub, new Domain.Command.SetWeather(lost % 2 == 0 ? "clear" : "rain")).GetAwaiter().GetResult();
        };

        var answer = await valet.Do(Kinds.DutyStart, new { positions = "parking-valet" });

        answer.Ok.Should().BeTrue();
        lost.Should().Be(2);
        hub.Switch.Before = null;
        await ShouldBeWhole(hub);
    }

    [Fact]
    public async Task An_event_of_a_newer_version_parks_the_venue_and_says_so()
    {
        await using var hub = await HubFixture.Start();
        hub.Expect("is parked");
        using var valet = await hub.SignIn("valet");
        await AppendElsewhere(hub, new Domain.Command.SetWeather("rain"), body => body.Replace("weather-changed", "weather-dreamt", StringComparison.Ordinal));

        (await valet.Do(Kinds.DutyBack)).Code.Should().Be(ErrorCodes.VenueParked.Id);
        (await valet.Do(Kinds.DutyBack)).Code.Should().Be(ErrorCodes.VenueParked.Id);
    }

    /// <summary>As another node would: decided on the same log, appended straight to the store.</summary>
    private static async Task<long> AppendElsewhere(HubFixture hub, Domain.Command work, Func<string, string>? spoil = null)
    {
        var moment = (await hub.Venue()).Current;
        // Weather is a person's to say; the other node had such a command.
        var intent = new Intent($"elsewhere-{moment.Seq}", new StaffId("boss"), new DeviceId("x"), work, hub.Clock.Now);
        var onDuty = moment.State with { Staff = moment.State.Staff.SetItem(new("boss"), moment.State.Staff[new("boss")] with { State = Domain.Positions.DutyState.On, Held = [new("manager")] }) };
        var decision = Decider.Decide(onDuty, intent, hub.Clock.Now, moment.Library);
        decision.Refusal.Should().BeNull();
        var entry = Decider.Entry(moment.State, intent, decision, hub.Clock.Now);
        var body = LogJson.Write(entry);
        body = spoil is null ? body : System.Text.Encoding.UTF8.GetBytes(spoil(System.Text.Encoding.UTF8.GetString(body)));
        var stored = new StoredEntry(entry.Seq, intent.Id!.Value, null, entry.At, entry.Day, body, moment.Mark.After(body).ToBytes());
        var results = await Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<StoreHome>(hub.Services).Store.Append([new(TestVenue.Id, moment.Seq, moment.Mark.ToBytes(), [stored], [], moment.State.NextDue)]);
        results[0].Should().BeOfType<Committed>();
        return entry.Seq;
    }

    private static async Task ShouldBeWhole(HubFixture hub)
    {
        var mark = Mark.First(TestVenue.Id);
        var seq = 0L;
        foreach (var entry in await hub.Store.Entries(TestVenue.Id, 0, 1000))
        {
            mark = mark.After(entry.Body);
            entry.Seq.Should().Be(++seq);
            Mark.Of(entry.Mark).Should().Be(mark);
        }

        (await hub.Venue()).Current.Mark.Should().Be(mark);
    }
}
