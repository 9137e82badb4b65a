using Reception.Domain.Alerts;
using Reception.Hub.Tests.Builders;
using Reception.Hub.Venues.Stored;

namespace Reception.Hub.Tests.Promises;

/// <summary>P6: an open call climbs its ladder, once a step, whatever happens to processes and whoever is connected.</summary>
public sealed class EscalationTests
{
    private static readonly TimeSpan AfterAStart = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(50);

    // Fails on P6-timer-only-in-memory.
    [Fact, Rule("P6")]
    public async Task After_a_restart_what_was_missed_falls_due_once_with_nobody_connected()
    {
        // Ten venue seconds a second: the first rung of a plain call is twelve seconds away, and the hub is down when it comes.
        await using var hub = await RunningHub.Start(clock: 10);
        var valet = await hub.OnDuty("parking-valet");
        await hub.OnDuty("customer-manager");
        await hub.OnDuty("supervisor");
        var raised = await valet.Raise("guest-asks", ["customer-manager"]).WaitAsync(RunningHub.Limit);
        var alert = new Domain.AlertId(raised.Created!["alert"]);
        var due = (await hub.Store.Head(hub.Venue))!.NextDue;
        due.Should().NotBeNull("the call has a ladder");

        await hub.LeaveAll();
        await hub.StopUntil(due!.Value);
        var steps = await Steps(hub, alert, AfterAStart);

        // On a slow machine the second rung may be due too when the hub is up again.
        steps.Select(step => step.Step).Should().OnlyHaveUniqueItems("a step fires once").And.StartWith([1]);
        steps[0].Due.Should().Be(due.Value, "it keeps its own time, however late it is taken");
    }

    private static async Task<List<AlertEvents.AlertStepped>> Steps(RunningHub hub, Domain.AlertId alert, TimeSpan within)
    {
        using var limit = new CancellationTokenSource(within);
        while (true)
        {
            var steps = (await hub.Store.Entries(hub.Venue, 0, 10_000, CancellationToken.None))
                .SelectMany(stored => LogJson.ReadEntry(hub.Venue, stored).Events)
                .OfType<AlertEvents.AlertStepped>().Where(step => step.Alert == alert).ToList();
            if (steps.Count > 0 || limit.IsCancellationRequested)
            {
                return steps;
            }

            await Task.WhenAny(Task.Delay(LookEvery, limit.Token));
        }
    }
}
