using System.Net.Http.Json;
using Reception.Contracts;
using Reception.Domain.Positions;
using Reception.Hub.Realtime;
using Reception.Hub.Storage;
using Reception.Hub.Tests.Views;

namespace Reception.Hub.Tests.Realtime;

/// <summary>What a device says of itself, and what it leaves unsaid.</summary>
public sealed class ContactWordTests
{
    [Fact]
    public async Task A_poll_that_does_not_say_how_it_can_alert_changes_nothing()
    {
        await using var hub = await LiveHub.Start();
        var valet = await hub.Join(Day.Valet);
        var before = hub.Venue.Current.Seq;

        await hub.Http(valet.Session).GetFromJsonAsync<Changes>("/sync?since=0", WireJson.Options);
        await hub.Http(valet.Session).PostAsJsonAsync("/report", new Report(0, [], [], "tone"), WireJson.Options);
        await hub.Http(valet.Session).GetFromJsonAsync<Changes>("/sync?since=0&reach=screen", WireJson.Options);
        (await valet.Do(Kinds.DutyStart, ("positions", "parking-valet"))).Seq.Should().Be(before + 1);
        await Task.Delay(TimeSpan.FromSeconds(1));
        hub.Venue.Current.Seq.Should().Be(before + 1, "while it has a socket, what that said counts");
        LiveHub.ReachOf(valet.Session, hub.Venue.Current).Should().Be(Reach.Sound);
    }

    [Fact]
    public async Task A_session_in_use_is_noted_so_that_forgotten_ones_can_be_found()
    {
        await using var hub = await LiveHub.Start(options => (options.VouchEvery, options.SeenEvery) = (TimeSpan.FromMilliseconds(200), TimeSpan.FromMilliseconds(500)));
        var forgotten = await hub.SignIn(Day.Boss);
        var valet = await hub.Join(Day.Valet);
        var started = TimeProvider.System.GetTimestamp();
        while (await Seen(hub, valet.Session) is { } row && row.LastSeen == row.Opened)
        {
            TimeProvider.System.GetElapsedTime(started).Should().BeLessThan(LiveHub.Patience);
            await Task.Delay(50);
        }

        var other = await Seen(hub, forgotten);
        other.LastSeen.Should().Be(other.Opened);
    }

    [Fact]
    public async Task A_command_whose_connection_is_cut_is_no_fault_of_the_hub()
    {
        // The fixture fails on any error that is logged.
        await using var hub = await LiveHub.Start();
        var valet = await hub.Join(Day.Valet);
        hub.Switch.Hold();
        var command = new Command("cut-in-flight-1", Kinds.DutyStart, DateTimeOffset.UtcNow.ToUnixTimeMilliseconds(), new Dictionary<string, string> { ["positions"] = "parking-valet" });
        var cut = valet.Do(command);
        var started = TimeProvider.System.GetTimestamp();
        while (hub.Venue.Current.Seq == 0 || !hub.Switch.IsHolding)
        {
            TimeProvider.System.GetElapsedTime(started).Should().BeLessThan(LiveHub.Patience);
            await Task.Delay(10);
        }

        await valet.DisposeAsync();
        await cut.Awaiting(one => one).Should().ThrowAsync<IOException>();
        await Task.Delay(500);
        hub.Switch.Release();
        var again = await hub.Connect(valet.Session);
        await again.Join();
        (await again.Do(command)).Ok.Should().BeTrue("the same id has the answer that was never heard");
    }

    private static async Task<SessionRow> Seen(LiveHub hub, Session session) =>
        (await hub.Store.Sessions(hub.Venue.Id)).Single(row => row.Id == session.SessionId);
}
