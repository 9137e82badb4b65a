using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Reception.Contracts;
using Reception.Hub.Diagnostics;
using Reception.Hub.Storage;
using Reception.Hub.Tests.Infrastructure;
using Reception.Hub.Venues;
using Reach = Reception.Domain.Positions.Reach;
using Mending = Reception.Domain.Alerts.Mending;

namespace Reception.Hub.Tests.Hosting;

/// <summary>The auditor finds what cannot be, repairs it through the log, counts it and says so.</summary>
public sealed class AuditorTests
{
    [Fact]
    [Rule("P6")]
    public async Task A_call_that_a_damaged_snapshot_lets_fall_is_asked_anew_and_the_manager_told()
    {
        await using var hub = await HubFixture.Start();
        using var valet = await hub.SignIn("valet");
        using var host = await hub.SignIn("host");
        using var boss = await hub.SignIn("boss");
        await valet.TakePosition("parking-valet");
        await host.TakePosition("customer-manager");
        await boss.TakePosition("manager");
        // Without a device that rings nobody could be asked, and the call would be exhausted at once.
        await (await hub.Venue()).Do(new Domain.Command.ReachDevice(new(host.Session.Device), new("host"), Reach.Sound));
        await valet.Ok(Kinds.AlertRaise, new { phrase = "guest-asks", to = "customer-manager" });
        hub.Expect("had nothing that falls due");
        await hub.Stop();
        await Damage(hub.Folder);
        await hub.InitializeAsync();
        var venue = await hub.Venue();
        Mending.Lost(venue.Current.State).Should().NotBeEmpty("it was damaged");

        await hub.Services.GetRequiredService<Auditor>().Look(CancellationToken.None);

        Mending.Lost(venue.Current.State).Should().BeEmpty();
        venue.Current.State.Alerts.Values.Should().ContainSingle(alert => alert.Template.Value == "fault", "the manager is told once");
        hub.Logged.Should().Contain(line => line.Contains("asked anew: True", StringComparison.Ordinal));
        await hub.FastForward(TimeSpan.FromMinutes(2));
        venue.Current.State.Alerts.Values.Single(alert => alert.Template.Value == "guest-asks").Step.Should().BePositive("it climbs again");
    }

    [Fact]
    [Rule("P6")]
    public async Task What_nobody_took_in_time_is_taken()
    {
        // As if the one who fires what falls due had died.
        await using var hub = await HubFixture.Start(change: builder =>
            builder.Services.Remove(builder.Services.Single(one => one.ImplementationType == typeof(VenuePump))));
        var due = (await hub.Venue()).Current.State.NextDue!.Value;
        hub.Switch.Shift += due - hub.Clock.Now + TimeSpan.FromSeconds(7);
        await hub.Clock.Start(null, 1, CancellationToken.None);

        await hub.Services.GetRequiredService<Auditor>().Look(CancellationToken.None);

        (await hub.Venue()).Current.State.NextDue.Should().BeAfter(due);
        (await hub.Venue()).Current.State.Alerts.Values.Should().ContainSingle(alert => alert.Template.Value == "fault", "the manager is told");
        hub.Logged.Should().Contain(line => line.Contains("taken now: True", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_sound_venue_gets_no_entry()
    {
        await using var hub = await HubFixture.Start();
        using var valet = await hub.SignIn("valet");
        await valet.TakePosition("parking-valet");
        await valet.Ok(Kinds.AlertRaise, new { phrase = "guest-asks", to = "customer-manager" });
        var seq = (await hub.Venue()).Current.Seq;

        await hub.Services.GetRequiredService<Auditor>().Look(CancellationToken.None);

        (await hub.Venue()).Current.Seq.Should().Be(seq);
    }

    /// <summary>The newest snapshot no longer says that anything of a call falls due.</summary>
    private static async Task Damage(string folder)
    {
        await using var store = new SqliteConnection($"Data Source={Path.Combine(folder, DataFolder.StoreFile)};Pooling=False");
        await store.OpenAsync();
        await using var read = store.CreateCommand();
        read.CommandText = "SELECT CAST(content AS TEXT) FROM snapshots";
        var state = JsonNode.Parse((string)(await read.ExecuteScalarAsync())!)!;
        state["due"] = new JsonArray([.. state["due"]!.AsArray().Where(due => due!["kind"]!.GetValue<string>() != "alert").Select(due => due!.DeepClone())]);
        await using var write = store.CreateCommand();
        write.CommandText = "UPDATE snapshots SET content = CAST($content AS BLOB)";
        write.Parameters.AddWithValue("$content", state.ToJsonString());
        (await write.ExecuteNonQueryAsync()).Should().Be(1);
    }
}
