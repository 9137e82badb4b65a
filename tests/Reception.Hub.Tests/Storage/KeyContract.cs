using Microsoft.Extensions.Time.Testing;
using Reception.Hub.Cards;

namespace Reception.Hub.Tests.Storage;

/// <summary>What every place for the keys of cards promises.</summary>
public abstract class KeyContract : StoreContract
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private readonly FakeTimeProvider _clock = new(Append.Noon);

    private IKeyStore Keys => Home.Keys;

    private protected override IDatabase Database() => Database(_clock);

    private protected abstract IDatabase Database(TimeProvider clock);

    [Fact, Rule("P13")]
    public async Task A_key_is_there_from_its_making_to_its_destruction()
    {
        var made = await Keys.FindOrMake(Venue, ["g-1", "g-2"]);
        await Restart();

        (await Keys.FindOrMake(Venue, ["g-1"]))["g-1"].Should().Equal(made["g-1"]);
        (await Keys.Find(Venue, ["g-1", "g-2", "g-3"])).Keys.Should().BeEquivalentTo("g-1", "g-2");
        await Keys.Destroy(Venue, "g-1");
        await Keys.Destroy(Venue, "g-1");

        (await Keys.Find(Venue, ["g-1", "g-2"])).Keys.Should().Equal("g-2");
        (await Keys.FindOrMake(Venue, ["g-1"]))["g-1"].Should().NotEqual(made["g-1"]);
    }

    [Fact, Rule("P9")]
    public async Task The_same_guest_id_of_another_venue_has_another_key()
    {
        var made = await Keys.FindOrMake(Venue, ["g-1"]);

        (await Keys.Find(Other, ["g-1"])).Should().BeEmpty();
        (await Keys.FindOrMake(Other, ["g-1"]))["g-1"].Should().NotEqual(made["g-1"]);
    }

    [Fact]
    public async Task The_installations_secrets_outlive_a_restart()
    {
        var (installation, master) = (Keys.Installation, Keys.Master);
        await Restart();

        Keys.Installation.Should().Equal(installation).And.HaveCount(16);
        Keys.Master.Should().Equal(master).And.HaveCount(IKeyStore.KeySize);
    }

    [Fact]
    public async Task Of_eight_who_want_a_new_key_at_once_all_get_the_same()
    {
        var keys = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () => (await Keys.FindOrMake(Venue, ["g-1"]))["g-1"]))).WaitAsync(Limit);

        keys.Should().AllBeEquivalentTo(keys[0]);
    }

    [Fact]
    public async Task An_old_key_that_is_asked_for_again_is_young_and_not_swept()
    {
        await Keys.FindOrMake(Venue, ["g-1", "g-2"]);
        var hourLater = _clock.GetUtcNow().AddHours(1);
        _clock.Advance(TimeSpan.FromMinutes(90));
        var old = await Keys.OlderThan(hourLater);
        await Keys.FindOrMake(Venue, ["g-2"]);

        old.Should().BeEquivalentTo([(Venue, "g-1"), (Venue, "g-2")]);
        (await Keys.DestroyOlder(hourLater, old)).Should().Be(1);
        (await Keys.Find(Venue, ["g-1", "g-2"])).Keys.Should().Equal("g-2");
    }
}
