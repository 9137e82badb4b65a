using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Reception.Contracts;
using Reception.Domain.Venues;
using Reception.Hub.Tests.Builders;
using Reception.Hub.Tests.Infrastructure;
using Reception.Hub.Venues;
using Reception.Hub.Venues.Stored;

namespace Reception.Hub.Tests.Venues;

/// <summary>What a node knows after a restart: the same as before, from snapshot, tail, marks and cards.</summary>
public sealed class WakeTests
{
    [Fact]
    [Rule("P1")]
    public async Task The_same_state_marks_and_labels_come_back()
    {
        await using var hub = await HubFixture.Start();
        await Play(hub);
        var before = (await hub.Venue()).Current;
        before.Cards.Values.Should().Contain(card => card.Address == "王先生");
        await hub.Restart();

        var venue = await hub.Venue();

        Json(venue.Current.State).Should().Be(Json(before.State));
        venue.Current.Mark.Should().Be(before.Mark);
        venue.Current.Cards.Should().BeEquivalentTo(before.Cards);
        venue.KnowsMark(before.Seq, before.Mark.Value).Should().BeTrue();
        venue.KnowsMark(before.Seq - 3, before.Mark.Value).Should().BeFalse();
        (await hub.Store.Snapshot(TestVenue.Id, 1, VenueState.Shape))!.Seq.Should().Be(before.Seq, "it was put down with a snapshot");
    }

    [Fact]
    public async Task The_log_alone_gives_the_state_that_the_snapshot_has()
    {
        await using var hub = await HubFixture.Start();
        await Play(hub);
        var state = new VenueState(TestVenue.Id);
        foreach (var stored in await hub.Store.Entries(TestVenue.Id, 0, 1000))
        {
            state = Folder.Fold(state, LogJson.ReadEntry(TestVenue.Id, stored));
        }

        Json(state).Should().Be(Json((await hub.Venue()).Current.State));
    }

    [Fact]
    public async Task A_venue_for_which_this_hub_has_no_files_is_left_as_it_is()
    {
        await using var hub = await HubFixture.Start();
        var mark = Mark.First("another").ToBytes();
        await hub.Store.Register("another", mark);

        await hub.Services.GetRequiredService<LiveVenues>().Awaiting(venues => venues.Get("another")).Should().ThrowAsync<VenueParkedException>();

        (await hub.Store.Head("another")).Should().BeEquivalentTo(new { Head = 0L, Mark = mark }, "its set-up is not this hub's to write");
    }

    [Fact]
    public async Task An_erased_guest_has_no_label_left()
    {
        await using var hub = await HubFixture.Start();
        await Play(hub);
        using var boss = await hub.SignIn("boss");
        await boss.TakePosition("manager");
        var guest = (await hub.Venue()).Current.State.Guests.Keys.Single();

        await boss.Ok(Kinds.GuestErase, new { guest = guest.Value });

        (await hub.Venue()).Current.Cards.Should().BeEmpty();
        (await hub.Store.Card(TestVenue.Id, guest.Value)).Should().BeNull();
    }

    private static async Task Play(HubFixture hub)
    {
        using var valet = await hub.SignIn("valet");
        using var host = await hub.SignIn("host");
        await valet.TakePosition("parking-valet");
        await host.TakePosition("customer-manager");
        var library = (await hub.Venue()).Current.Library;
        var playbook = library.Current(library.InForce.Keys.Single())!;
        var opening = playbook.Triggers.First(trigger => trigger.Opens && trigger.Use == "walk-in");
        var address = playbook.Fields.First(field => field.Use == CardLabels.AddressUse).Id;
        var answer = await valet.Send(valet.Command(Kinds.Pull, new { playbook = playbook.Id, trigger = opening.Id }) with
        {
            Fields = new Dictionary<string, string> { [address] = "王先生" },
        });
        answer.Should().Match<Answer>(one => one.Ok);
        await hub.FastForward(TimeSpan.FromSeconds(90));
    }

    // Dictionaries and sets have no order; what is written is compared as what it says.
    private static string Json(VenueState state) => Sorted(JsonNode.Parse(LogJson.Write(state)))!.ToJsonString();

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject map => new JsonObject(map.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => KeyValuePair.Create(pair.Key, Sorted(pair.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Sorted).OrderBy(one => one?.ToJsonString(), StringComparer.Ordinal)]),
        _ => node?.DeepClone(),
    };
}
