using Microsoft.Extensions.DependencyInjection;
using Reception.Contracts;
using Reception.Domain.Venues;
using Reception.Hub.Tests.Builders;
using Reception.Hub.Tests.Infrastructure;
using Reception.Hub.Venues;

namespace Reception.Hub.Tests.Venues;

/// <summary>A venue that nobody needs leaves memory, and comes back as it was.</summary>
public sealed class PutDownTests
{
    private readonly HostTime _time = new();

    [Fact]
    public async Task Who_is_not_needed_for_ten_minutes_is_put_down_with_a_snapshot_and_woken_on_use()
    {
        await using var hub = await Start();
        using var bar = await hub.SignIn("bar");
        await bar.TakePosition("water-bar");
        var seq = (await hub.Venue()).Current.Seq;
        var venues = hub.Services.GetRequiredService<LiveVenues>();

        _time.Ahead += LiveVenues.Idle + TimeSpan.FromSeconds(1);
        await venues.PutDownIdle();

        venues.Awake.Should().BeEmpty();
        // The hub's own round may have put it down first; then its snapshot is still on the way.
        var row = await hub.Store.Snapshot(TestVenue.Id, 1, VenueState.Shape);
        for (var wait = 0; row?.Seq != seq && wait < 100; wait++)
        {
            await Task.Delay(50);
            row = await hub.Store.Snapshot(TestVenue.Id, 1, VenueState.Shape);
        }

        row!.Seq.Should().Be(seq);
        (await bar.Do(Kinds.DutyEnd)).Should().Match<Answer>(answer => answer.Ok && answer.Seq == seq + 1);
    }

    [Fact]
    public async Task Who_has_a_subscriber_stays()
    {
        await using var hub = await Start();
        using var subscription = (await hub.Venue()).Subscribe((_, _) => { });

        _time.Ahead += LiveVenues.Idle + TimeSpan.FromSeconds(1);
        await hub.Services.GetRequiredService<LiveVenues>().PutDownIdle();

        hub.Services.GetRequiredService<LiveVenues>().Awake.Should().ContainSingle();
    }

    [Fact]
    public async Task A_snapshot_is_written_every_thousand_entries()
    {
        await using var hub = await Start();
        using var bar = await hub.SignIn("bar");
        await bar.TakePosition("water-bar");
        for (var round = 0; round < 11; round++)
        {
            await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => bar.Do(Kinds.DutyBack)));
        }

        var row = await hub.Store.Snapshot(TestVenue.Id, 1, VenueState.Shape);
        for (var wait = 0; row is null && wait < 100; wait++)
        {
            await Task.Delay(50);
            row = await hub.Store.Snapshot(TestVenue.Id, 1, VenueState.Shape);
        }

        row!.Seq.Should().BeInRange(Snapshots.Every, (await hub.Venue()).Current.Seq);
    }

    private Task<HubFixture> Start() => HubFixture.Start(change: builder => builder.Services.AddSingleton<TimeProvider>(_time));
}
