using Reception.Contracts;
using Reception.Hub.Storage;
using Reception.Hub.Tests.Views;

namespace Reception.Hub.Tests.Realtime;

/// <summary>The amber light: something is limited at this node. It is told at once, and it goes out by itself.</summary>
public sealed class AmberTests
{
    [Fact]
    public async Task A_full_disk_is_amber_on_every_screen_until_there_is_room_again()
    {
        await using var hub = await LiveHub.Start(options => options.VouchEvery = TimeSpan.FromMilliseconds(200));
        var valet = await hub.Join(Day.Valet, headSeconds: 30);
        var boss = await hub.Join(Day.Boss, headSeconds: 30);
        (await valet.Do(Kinds.DutyStart, ("positions", "parking-valet"))).Ok.Should().BeTrue();
        hub.Switch.Before = _ => throw new StoreException(StoreFailure.Full, "as the test wants it");

        (await valet.Do(Kinds.Weather, ("weather", "rain"))).Code.Should().Be("store-full");
        var told = await boss.Until(changes => changes.Amber is not null);
        told.Amber.Should().ContainSingle().Which.Should().Be(AmberReasons.StoreFull);
        told.Venue.Should().BeNull("it is no view");

        hub.Switch.Before = null;
        (await boss.Until(changes => changes.Amber is null)).To.Should().Be(told.To, "it went out before anything else happened");
    }

    [Fact]
    public async Task A_store_that_takes_long_is_amber_while_it_does()
    {
        await using var hub = await LiveHub.Start();
        var valet = await hub.Join(Day.Valet, headSeconds: 30);
        var boss = await hub.Join(Day.Boss, headSeconds: 30);
        hub.Switch.Hold();
        var slow = valet.Do(Kinds.DutyStart, ("positions", "parking-valet"));

        (await boss.Until(changes => changes.Amber is not null)).Amber.Should().Equal(AmberReasons.StoreSlow);
        hub.Switch.Release();
        (await slow).Ok.Should().BeTrue();
    }

    [Fact]
    public void Each_reason_has_its_light()
    {
        var day = new Day();
        var due = new Domain.Venues.Due(day.Moment.State.At, Domain.Venues.DueKind.Alert, "a", 1);
        var moment = day.Moment with { State = day.Moment.State with { Parked = [due] } };

        Diagnostics.AmberLight.Of(moment.State, null, slow: false, unsure: false, parked: false).Should().Equal(AmberReasons.ThingParked);
        Diagnostics.AmberLight.Of(day.Moment.State, null, slow: false, unsure: true, parked: true).Should().Equal(AmberReasons.ClockUnsure, AmberReasons.VenueParked);
        Diagnostics.AmberLight.Of(day.Moment.State, StoreFailure.Unknown, slow: false, unsure: false, parked: false).Should().Equal(AmberReasons.StoreFailing);
        Diagnostics.AmberLight.Of(day.Moment.State, null, slow: false, unsure: false, parked: false).Should().BeNull("all is well");
    }
}
