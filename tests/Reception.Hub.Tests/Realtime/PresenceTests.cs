using System.Net.Http.Json;
using Reception.Contracts;
using Reception.Domain.Positions;
using Reception.Hub.Realtime;
using Reception.Hub.Tests.Views;

namespace Reception.Hub.Tests.Realtime;

public sealed class PresenceTests
{
    private static readonly Action<RealtimeOptions> Quick = options =>
        (options.VouchEvery, options.LostAfter, options.PolledWithin, options.Grace) =
        (TimeSpan.FromMilliseconds(200), TimeSpan.FromMilliseconds(600), TimeSpan.FromMilliseconds(200), TimeSpan.Zero);

    // Fails on P11-silence-of-a-device-is-not-seen.
    [Fact]
    [Rule("P11")]
    public async Task A_device_that_nobody_vouches_for_is_lost_and_comes_back()
    {
        await using var hub = await LiveHub.Start(Quick);
        var valet = await hub.Join(Day.Valet);
        (await valet.Do(Kinds.DutyStart, ("positions", "parking-valet"))).Ok.Should().BeTrue();
        await valet.DisposeAsync();

        await hub.Until(moment => moment.State.Staff[new(Day.Valet)].LostSince is not null, "its contact is lost");
        hub.Venue.Current.State.Positions[new("parking-valet")].Reach.Should().Be(Reach.None);
        var again = await hub.Connect(valet.Session);
        await again.Join(valet.Mirror.Cursor, valet.Mirror.Mark);
        await hub.Until(moment => moment.State.Positions[new("parking-valet")].Reach == Reach.Sound, "it is back");
    }

    [Fact]
    public async Task A_device_that_polls_is_here()
    {
        await using var hub = await LiveHub.Start(Quick);
        var session = await hub.SignIn(Day.Valet);
        // Watched from before: on a slow machine it is lost again before one has looked.
        var here = hub.Until(moment => LiveHub.ReachOf(session, moment) == Reach.Sound, "who polls can be reached");
        await hub.Sync(session, new());
        await here;

        await hub.Until(moment => LiveHub.ReachOf(session, moment) == Reach.None, "who stops is lost");
    }

    [Fact]
    public async Task How_a_device_can_alert_is_told_when_it_changes_and_not_again()
    {
        await using var hub = await LiveHub.Start(Quick);
        var valet = await hub.Join(Day.Valet);
        var before = hub.Venue.Current.Seq;

        await valet.Join(reach: "screen");
        await hub.Until(moment => LiveHub.ReachOf(valet.Session, moment) == Reach.Screen, "its sound is off");
        await valet.Join(reach: "screen");
        await valet.Report(new(valet.Mirror.Cursor, [], [], "screen"));
        (await valet.Do(Kinds.DutyStart, ("positions", "parking-valet"))).Seq.Should().Be(before + 2, "one entry for the change, one for the duty");
    }

    [Fact]
    public async Task A_fetch_beside_an_open_socket_changes_nothing()
    {
        await using var hub = await LiveHub.Start(Quick);
        var valet = await hub.Join(Day.Valet);
        await hub.Until(moment => LiveHub.ReachOf(valet.Session, moment) == Reach.Sound, "it has joined");
        var before = hub.Venue.Current.Seq;

        await hub.Sync(valet.Session, new(), reach: "screen");

        (await valet.Do(Kinds.DutyStart, ("positions", "parking-valet"))).Seq.Should().Be(before + 1, "its socket says how it can be reached");
    }

    [Fact]
    public async Task Devices_that_do_nothing_write_nothing()
    {
        await using var hub = await LiveHub.Start(Quick);
        var all = new List<WireClient>();
        foreach (var staff in Day.Everyone.Concat(Day.Everyone))
        {
            all.Add(await hub.Join(staff, headSeconds: 1));
        }

        var before = hub.Venue.Current.Seq;
        // As long as it takes to be vouched for several times, and longer than it takes to be lost.
        for (var heads = 0; heads < 3; heads++)
        {
            await Task.WhenAll(all.Select(client => client.Until(changes => changes.Venue is null && changes.Staff is null)));
            await Task.WhenAll(all.Select(client => client.Report(new(client.Mirror.Cursor, [], [], "tone"))));
        }

        hub.Venue.Current.Seq.Should().Be(before);
    }

    [Fact]
    public async Task What_a_device_without_a_socket_has_heard_is_entered_though_nobody_watches()
    {
        await using var hub = await LiveHub.Start();
        var valet = await hub.Join(Day.Valet);
        var bar = await hub.Join(Day.Bar);
        await valet.Do(Kinds.DutyStart, ("positions", "parking-valet"));
        await bar.Do(Kinds.DutyStart, ("positions", "water-bar"));
        var alert = (await valet.Do(Kinds.AlertRaise, ("phrase", "guest-asks"), ("to", "water-bar"), ("place", "table-1"))).Created!["alert"];
        var http = hub.Http(bar.Session);
        await bar.DisposeAsync();
        await valet.DisposeAsync();
        while (hub.Feeds.All.Count > 0)
        {
            await Task.Delay(20);
        }

        (await http.PostAsJsonAsync("/report", new Report(0, [alert], [alert], "voice"), WireJson.Options)).EnsureSuccessStatusCode();

        await hub.Until(moment => moment.State.Receipts.GetValueOrDefault(new(alert))?.People[new(Day.Bar)].Heard is not null, "it was answered 204");
    }

    [Fact]
    public async Task What_has_arrived_and_was_heard_is_gathered_into_one_entry_and_told_once()
    {
        await using var hub = await LiveHub.Start();
        var valet = await hub.Join(Day.Valet);
        var bar = await hub.Join(Day.Bar);
        await valet.Do(Kinds.DutyStart, ("positions", "parking-valet"));
        await bar.Do(Kinds.DutyStart, ("positions", "water-bar"));
        var raised = await valet.Do(Kinds.AlertRaise, ("phrase", "guest-asks"), ("to", "water-bar"), ("place", "table-1"));
        var alert = raised.Created!["alert"];
        await bar.Reach(raised.Seq);

        await bar.Report(new(raised.Seq, [alert], [], "tone"));
        await bar.Report(new(raised.Seq, [alert], [alert], "voice"));
        await bar.Report(new(raised.Seq, [alert, "no-such-alert"], [alert], "voice"));
        // Not asked: says nothing.
        await valet.Report(new(raised.Seq, [alert], [alert], "voice"));
        var receipts = (await valet.Until(changes => changes.Receipts?.Any(receipt => receipt.People.Any(person => person.Heard is not null)) == true)).Receipts!.Single();

        receipts.Id.Should().Be(alert);
        receipts.People.Should().ContainSingle().Which.Should().Match<Receipt>(person => person.Staff == Day.Bar && person.How == "voice" && person.Delivered != null);
        receipts.Seq.Should().Be(raised.Seq + 1);
        await bar.Report(new(raised.Seq, [alert], [alert], "voice"));
        (await bar.Do(Kinds.AlertAcknowledge, ("alert", alert))).Seq.Should().Be(raised.Seq + 2, "what was told once is not told again");
    }
}
