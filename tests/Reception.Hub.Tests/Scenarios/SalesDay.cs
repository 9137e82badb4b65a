using System.Collections.Concurrent;
using System.Globalization;
using Reception.Client;
using Reception.Domain.Positions;
using Reception.Hub.Tests.Infrastructure;

namespace Reception.Hub.Tests.Scenarios;

/// <summary>A guest's way, by what the hub calls it.</summary>
internal sealed record Visit(string Journey, string Guest);

/// <summary>
/// A day at the sales centre: a whole hub, its clock in the test's hand, and colleagues who come to work when they are first named.
/// It ends badly when the hub logged an error or a phone had a fault.
/// </summary>
internal sealed class SalesDay : IAsyncDisposable
{
    public const string Playbook = "sales-visit";
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>A device's idea of the time that is further off makes a difference.</summary>
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(1);
    private static readonly Domain.StaffId Watchman = new("guard");

    private readonly HubFixture _hub;
    private readonly ConcurrentDictionary<string, Lazy<Task<Colleague>>> _staff = new(StringComparer.Ordinal);
    private readonly HashSet<string> _onDuty = [];
    private int _told;

    private SalesDay(HubFixture hub) => _hub = hub;

    private IEnumerable<Colleague> Staff => _staff.Values.Select(one => one.Value).Where(one => one.IsCompletedSuccessfully).Select(one => one.Result);

    public Uri Address => _hub.Address;

    public DateTimeOffset Now => _hub.Clock.Now;

    public static async Task<SalesDay> Begin() => new(await HubFixture.Start());

    public static string Ms(DateTimeOffset time) => time.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);

    public Task<Colleague> Valet() => At("parking-valet", "valet");

    public Task<Colleague> OtherValet() => At("parking-valet", "valet-two");

    public Task<Colleague> Door() => At("door-valet", "door");

    public Task<Colleague> WaterBar() => At("water-bar", "bar");

    public Task<Colleague> Host() => At("customer-manager", "host");

    public Task<Colleague> OtherHost() => At("customer-manager", "host-two");

    public Task<Colleague> ThirdHost() => At("customer-manager", "host-three");

    public Task<Colleague> Butler() => At("butler", "butler");

    public Task<Colleague> Steward() => At("sample-room-steward", "steward");

    public Task<Colleague> SalesTeam() => At("sales-team", "sales");

    public Task<Colleague> Supervisor() => At("supervisor", "chief");

    public Task<Colleague> Manager() => At("manager", "boss");

    /// <summary>Everybody; they come in together and begin one after the other.</summary>
    public async Task<Crew> Everybody()
    {
        await Task.WhenAll(new[] { "valet", "door", "bar", "host", "host-two", "butler", "steward", "sales", "chief", "boss" }.Select(ComeIn));
        return new(
            await Valet(), await Door(), await WaterBar(), await Host(), await OtherHost(), await Butler(), await Steward(), await SalesTeam(), await Supervisor(), await Manager());
    }

    /// <summary>Signed in, and perhaps not on duty yet.</summary>
    public async Task<Colleague> ComeIn(string staff) => await _staff.GetOrAdd(staff, id => new(() => Colleague.SignIn(this, id))).Value;

    public Task FastForward(TimeSpan time) => _hub.FastForward(time);

    /// <summary>All that was said so far is not what this test is about.</summary>
    public async Task Hush()
    {
        await Settle();
        foreach (var one in Staff)
        {
            one.Hush();
        }
    }

    /// <summary>Nobody heard anything but what the test has asked for.</summary>
    public async Task AssertQuiet()
    {
        await Settle();
        Staff.SelectMany(one => one.Unheard).Should().BeEmpty("nobody else needed to hear anything");
    }

    /// <summary>After a leap of the clock a phone learns the time with the next message. Here one is made when it matters: somebody's phone at the gate.</summary>
    public async Task TellTheTime(Colleague to)
    {
        if (to.Phone.Link != LinkState.None && (Now - DateTimeOffset.FromUnixTimeMilliseconds(to.Phone.Time.Now)).Duration() > Slow)
        {
            await Settle();
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var one in Staff)
        {
            await one.DisposeAsync();
        }

        await _hub.DisposeAsync();
        Staff.SelectMany(one => one.Faults).Should().BeEmpty("no phone may have a fault");
    }

    private async Task<Colleague> At(string position, string staff)
    {
        var one = await ComeIn(staff);
        if (_onDuty.Add(staff))
        {
            await one.Takes(position);
        }

        return one;
    }

    /// <summary>Every phone that has contact shows what the hub knows now.</summary>
    private async Task Settle()
    {
        var venue = await _hub.Venue();
        await venue.Do(new Domain.Command.ReachDevice(new("gate"), Watchman, ++_told % 2 == 0 ? Reach.Screen : Reach.Sound));
        var seq = venue.Current.Seq;
        foreach (var one in Staff.Where(one => one.Phone.Link != LinkState.None))
        {
            await one.Phone.Reached(seq).WaitAsync(Patience);
            // The views are there before the phone has looked at them; what is asked now is asked after that.
            await one.Phone.Reached(seq).WaitAsync(Patience);
        }
    }
}
