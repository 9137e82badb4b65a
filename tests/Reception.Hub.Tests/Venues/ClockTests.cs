using Microsoft.Extensions.Time.Testing;
using Reception.Chaos.Worlds;
using Reception.Contracts;
using Reception.Domain.Alerts;
using Reception.Domain.Venues;
using Reception.Hub.Tests.Builders;
using Reception.Hub.Tests.Infrastructure;
using Reception.Hub.Venues;
using Reception.Hub.Venues.Stored;

namespace Reception.Hub.Tests.Venues;

/// <summary>Venue time: what falls due fires by itself, once; a clock that is put back moves what counts elapsed time.</summary>
public sealed class ClockTests
{
    [Fact]
    [Rule("P6")]
    public async Task What_falls_due_fires_by_itself_within_two_seconds()
    {
        await using var hub = await HubFixture.Start();
        var alert = await RaiseUnanswered(hub);
        var due = (await hub.Venue()).Current.State.NextDue!.Value;
        var fired = new TaskCompletionSource<DateTimeOffset>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var subscription = (await hub.Venue()).Subscribe((_, after) =>
        {
            if (after.State.Alerts[alert].Step > 0)
            {
                fired.TrySetResult(hub.Clock.Now);
            }
        });

        // Two seconds before it is due nothing has happened; then only real time passes.
        hub.Switch.Shift += due - hub.Clock.Now - TimeSpan.FromSeconds(2);
        await hub.Clock.Start(null, 1, CancellationToken.None);

        (await fired.Task.WaitAsync(TimeSpan.FromSeconds(10)) - due).Should().BePositive().And.BeLessThan(TimeSpan.FromSeconds(2));
    }

    [Fact]
    [Rule("P6")]
    public async Task Steps_that_were_due_while_the_hub_was_down_fire_once_each_and_in_order()
    {
        await using var hub = await HubFixture.Start();
        var alert = await RaiseUnanswered(hub);
        await hub.Stop();
        hub.Switch.Shift += TimeSpan.FromMinutes(30);
        await hub.InitializeAsync();
        await hub.FastForward(TimeSpan.FromSeconds(1));

        var steps = (await Entries(hub)).SelectMany(entry => entry.Events).OfType<AlertEvents.AlertStepped>().Where(step => step.Alert == alert).ToList();

        steps.Should().NotBeEmpty();
        steps.Select(step => step.Step).Should().OnlyHaveUniqueItems().And.BeInAscendingOrder();
        steps.Select(step => step.Due).Should().BeInAscendingOrder();
    }

    [Fact]
    [Rule("P6")]
    public async Task A_clock_that_is_put_back_moves_what_counts_elapsed_time_once()
    {
        await using var hub = await HubFixture.Start();
        var alert = await RaiseUnanswered(hub);
        var before = (await hub.Venue()).Current.State;
        hub.Switch.Shift -= TimeSpan.FromHours(1);
        await hub.Clock.Start(null, 1, CancellationToken.None);
        using var bar = await hub.SignIn("bar");
        await bar.TakePosition("water-bar");

        var after = (await hub.Venue()).Current.State;

        (before.Alerts[alert].Next!.Value - after.Alerts[alert].Next!.Value).Should().BeCloseTo(TimeSpan.FromHours(1), TimeSpan.FromSeconds(5));
        after.At.Should().BeBefore(before.At);
        (await Entries(hub)).SelectMany(entry => entry.Events).OfType<VenueEvents.ClockMovedBack>().Should().ContainSingle();
    }

    [Fact]
    public async Task A_clock_that_is_a_second_behind_keeps_the_last_time()
    {
        await using var hub = await HubFixture.Start();
        using var bar = await hub.SignIn("bar");
        var last = (await hub.Venue()).Current.State.At;
        hub.Switch.Shift -= TimeSpan.FromSeconds(1.5);
        await hub.Clock.Start(null, 1, CancellationToken.None);

        await bar.TakePosition("water-bar");

        (await hub.Venue()).Current.State.At.Should().BeOnOrAfter(last);
        (await Entries(hub)).SelectMany(entry => entry.Events).OfType<VenueEvents.ClockMovedBack>().Should().BeEmpty();
    }

    /// <summary>Found by the worlds: a node that is held up between the question and the answer.</summary>
    [Fact]
    [Rule("P6")]
    public async Task An_answer_that_was_long_under_way_does_not_move_the_clock()
    {
        var host = new FakeTimeProvider();
        var underWay = TimeSpan.Zero;
        await using var store = new MemoryStore(
            () =>
            {
                var asked = host.GetUtcNow();
                host.Advance(underWay);
                return asked;
            },
            Task.Delay);
        var clock = new VenueClock(store, host);
        await clock.Start(null, 1, CancellationToken.None);

        underWay = TimeSpan.FromSeconds(30);
        await clock.Look(CancellationToken.None);

        clock.Now.Should().BeCloseTo(host.GetUtcNow(), TimeSpan.FromSeconds(1));
        clock.Unsure.Should().NotBeNull("the store has not said its time for ten seconds");
    }

    private static async Task<Domain.AlertId> RaiseUnanswered(HubFixture hub)
    {
        using var valet = await hub.SignIn("valet");
        using var chief = await hub.SignIn("chief");
        using var boss = await hub.SignIn("boss");
        await valet.TakePosition("parking-valet");
        await chief.TakePosition("supervisor");
        await boss.TakePosition("manager");
        var venue = await hub.Venue();
        foreach (var person in new[] { chief, boss })
        {
            await venue.Do(new Domain.Command.ReachDevice(new(person.Session.Device), new(person.Session.Staff), Domain.Positions.Reach.Sound));
        }

        var answer = await valet.Do(Kinds.AlertRaise, new { phrase = "spaces-full" });
        answer.Ok.Should().BeTrue();
        return new(answer.Created!["alert"]);
    }

    private static async Task<List<Domain.Entry>> Entries(HubFixture hub) =>
        [.. (await hub.Store.Entries(TestVenue.Id, 0, 1000)).Select(stored => LogJson.ReadEntry(TestVenue.Id, stored))];
}
