using Microsoft.Extensions.DependencyInjection;
using Reception.Contracts;
using Reception.Domain.Playbooks.Reading;
using Reception.Domain.Venues;
using Reception.Hub.Demo;
using Reception.Hub.Playbooks;
using Reception.Hub.Tests.Builders;
using Reception.Hub.Tests.Infrastructure;
using Reception.Hub.Venues;
using Reception.Hub.Venues.Stored;

namespace Reception.Hub.Tests.Venues;

/// <summary>A venue's files change between two starts: new visits follow the new ones, a visit under way keeps what it began with.</summary>
public sealed class NewFilesTests
{
    [Fact]
    public async Task A_journey_goes_on_with_the_playbook_it_began_with()
    {
        var start = TestVenue.Start;
        await using var hub = await HubFixture.Start(change: builder => builder.Services.AddSingleton(_ => start));
        using var valet = await hub.SignIn("valet");
        await valet.TakePosition("parking-valet");
        var old = start.Library.Current(start.Library.InForce.Keys.Single())!;
        var journey = await WalkIn(valet, old);

        start = Changed(old.Id);
        await hub.Restart();
        var after = (await hub.Venue()).Current;
        var second = await WalkIn(valet, after.Library.Current(old.Id)!);

        after.Library.Current(old.Id)!.Hash.Should().NotBe(old.Hash);
        after.State.Journeys[new(journey)].Hash.Value.Should().Be(old.Hash);
        LogJson.Write(after.Library.Get(old.Hash)!).Should().Equal(LogJson.Write(old), "what was kept is what it was");
        (await hub.Venue()).Current.State.Journeys[new(second)].Hash.Value.Should().Be(after.Library.Current(old.Id)!.Hash);
        var next = old.Triggers.First(trigger => trigger.From.Contains(after.State.Journeys[new(journey)].Stage.Value) && trigger.By.Any(position => position.Value == "parking-valet") && trigger.Ask.All(ask => !ask.Needed));
        (await valet.Do(Kinds.Pull, new { journey, trigger = next.Id })).Should().Match<Answer>(answer => answer.Ok);
    }

    [Fact]
    public async Task The_set_up_is_an_entry_only_when_the_files_have_changed()
    {
        var start = TestVenue.Start;
        await using var hub = await HubFixture.Start(change: builder => builder.Services.AddSingleton(_ => start));
        await hub.Restart();
        (await SetUps(hub)).Should().Be(1);

        start = Changed(start.Library.InForce.Keys.Single());
        await hub.Restart();
        (await SetUps(hub)).Should().Be(2);
    }

    private static VenueStart Changed(string playbook) => VenueFiles.Of(
        LibraryFiles.Read(new Source("test.yaml", TestVenue.Yaml + $"\nplaybooks:\n  {playbook}: {{name: {{zh: 新流程, en: New way}}}}\n")), DemoSetup.Saturday);

    private static async Task<string> WalkIn(Person valet, Domain.Playbooks.Playbook playbook)
    {
        var answer = await valet.Do(Kinds.Pull, new { playbook = playbook.Id, trigger = playbook.Triggers.First(trigger => trigger.Use == "walk-in").Id });
        answer.Should().Match<Answer>(one => one.Ok);
        return answer.Created!["journey"];
    }

    private static async Task<int> SetUps(HubFixture hub) =>
        (await hub.Store.Entries(TestVenue.Id, 0, 100)).SelectMany(stored => LogJson.ReadEntry(TestVenue.Id, stored).Events).Count(happened => happened is VenueEvents.VenueSetUp);
}
