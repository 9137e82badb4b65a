using Reception.Contracts;
using Reception.Hub.Tests.Views;

namespace Reception.Hub.Tests.Realtime;

/// <summary>F26: an older copy of the store was put back while devices were on.</summary>
public sealed class RestoredStoreTests
{
    [Fact]
    [Rule("V12")]
    public async Task Every_device_takes_the_whole_anew_and_a_supervisor_is_told_once()
    {
        var backup = Directory.CreateTempSubdirectory("reception-backup-");
        await using var hub = await LiveHub.Start();
        var (valet, boss) = (await hub.SignIn(Day.Valet), await hub.SignIn(Day.Boss));
        var chief = await hub.Connect(boss);
        await chief.Join();
        (await chief.Do(Kinds.DutyStart, ("positions", "supervisor"))).Ok.Should().BeTrue();
        await hub.RestartWithCopyTo(backup.FullName);

        // What the copy does not have: two devices see it, one without a socket.
        var first = await hub.Connect(boss);
        await first.Join();
        var rain = await first.Do(Kinds.Weather, ("weather", "rain"));
        await first.Reach(rain.Seq);
        var polling = new Mirror();
        polling.Apply(await hub.Sync(valet, new())).Should().BeTrue();
        await hub.RestartWith(backup.FullName);
        backup.Delete(recursive: true);

        var again = await hub.Connect(boss);
        await again.Join(first.Mirror.Cursor, first.Mirror.Mark);
        (await again.Next()).Reset.Should().BeTrue();
        (await hub.Sync(valet, polling)).Reset.Should().BeTrue();
        await hub.Until(moment => moment.State.Alerts.Values.Any(alert => alert.Template.Value == "restored"), "a supervisor is told");
        var told = hub.Venue.Current.State.Alerts.Values.Single();
        told.Asks.Positions.Should().Contain(new Domain.PositionId("supervisor"));
        (await again.Do(Kinds.AlertAcknowledge, ("alert", told.Id.Value))).Ok.Should().BeTrue();

        await hub.Sync(valet, polling);
        var sunny = await again.Do(Kinds.Weather, ("weather", "clear"));
        await again.Reach(sunny.Seq);
        hub.Venue.Current.State.Alerts.Values.Should().ContainSingle("once is enough");
    }

    [Fact]
    public async Task A_device_that_was_merely_away_for_long_alarms_nobody()
    {
        await using var hub = await LiveHub.Start();
        var valet = await hub.SignIn(Day.Valet);
        var mirror = new Mirror();
        mirror.Apply(await hub.Sync(valet, new())).Should().BeTrue();
        var before = hub.Venue.Current.Seq;

        await hub.Venue.Doubt(mirror.Cursor, mirror.Mark);
        await hub.Venue.Doubt(mirror.Cursor + 1_000_000, "no mark at all");
        hub.Venue.Current.Seq.Should().Be(before);
        await hub.Venue.Doubt(mirror.Cursor + 1_000_000, mirror.Mark);
        hub.Venue.Current.Seq.Should().Be(before + 1);
    }
}
