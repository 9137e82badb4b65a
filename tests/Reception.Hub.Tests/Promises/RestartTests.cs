using Microsoft.Extensions.DependencyInjection;
using Reception.Hub.Realtime;
using Reception.Hub.Tests.Builders;
using Reception.Hub.Venues.Stored;

namespace Reception.Hub.Tests.Promises;

/// <summary>A loss of contact is told (P11), and a hub that was away is none: devices need a moment to come back.</summary>
public sealed class RestartTests
{
    private static readonly TimeSpan LostAfter = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(4);

    // Fails on P11-a-restart-makes-everybody-lost.
    [Fact, Rule("P11")]
    public async Task A_restart_makes_nobody_lost_until_the_grace_is_over()
    {
        await using var hub = await RunningHub.Start(change: builder => builder.Services.Configure<RealtimeOptions>(options =>
            (options.VouchEvery, options.LostAfter, options.Grace) = (TimeSpan.FromMilliseconds(200), LostAfter, Grace)));
        var valet = await hub.OnDuty("parking-valet");

        valet.Offline();
        await hub.StopFor(LostAfter * 2);
        (await Lost(hub, within: Grace / 2)).Should().BeEmpty("the hub was away, not the device");
        (await Lost(hub, within: RunningHub.Limit)).Should().Equal(valet.Session!.Device);
    }

    /// <summary>Devices that the log calls lost, as soon as there is one.</summary>
    private static async Task<IReadOnlyList<string>> Lost(RunningHub hub, TimeSpan within)
    {
        using var limit = new CancellationTokenSource(within);
        while (true)
        {
            var lost = (await hub.Store.Entries(hub.Venue, 0, 10_000, CancellationToken.None))
                .SelectMany(stored => LogJson.ReadEntry(hub.Venue, stored).Events)
                .OfType<Domain.Positions.DutyEvents.DeviceLost>().Select(happened => happened.Device.Value).ToList();
            if (lost.Count > 0 || limit.IsCancellationRequested)
            {
                return lost;
            }

            await Task.WhenAny(Task.Delay(LostAfter / 10, limit.Token));
        }
    }
}
