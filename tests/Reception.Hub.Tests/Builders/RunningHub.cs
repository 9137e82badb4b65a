using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Reception.Client;
using Reception.Hub.Storage;
using Reception.Hub.Venues;

namespace Reception.Hub.Tests.Builders;

/// <summary>
/// A whole hub on a free loopback port, with the demo's centre, its own folder and the real store; nobody plays. It can be stopped and
/// started on the same folder, and a test may stand between the hub and its store.
/// </summary>
internal sealed class RunningHub : IAsyncDisposable
{
    /// <summary>A wait that only a hang reaches.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly List<IAsyncDisposable> _clients = [];
    private readonly double _clock;
    private readonly Func<IVenueStore, IVenueStore> _between;
    private readonly Action<WebApplicationBuilder>? _change;
    private readonly Func<StartOptions, StartOptions> _options;
    private WebApplication? _app;

    private RunningHub(double clock, Func<IVenueStore, IVenueStore>? between, Action<WebApplicationBuilder>? change, Func<StartOptions, StartOptions>? options) =>
        (_clock, _between, _change, _options) = (clock, between ?? (store => store), change, options ?? (start => start));

    public string Folder { get; } = Directory.CreateTempSubdirectory("reception-hub-").FullName;

    public Uri Url { get; private set; } = new("http://127.0.0.1:1/");

    public IServiceProvider Services => _app?.Services ?? throw new InvalidOperationException("The hub is stopped.");

    /// <summary>The store itself, without what stands between.</summary>
    public IVenueStore Store => Services.GetRequiredService<StoreHome>().Store;

    public string Venue => Services.GetRequiredService<VenueStart>().Venue;

    /// <param name="clock">Venue seconds per second.</param>
    /// <param name="between">What the hub is given instead of its store.</param>
    /// <param name="options">What else is said at its start: another store.</param>
    public static async Task<RunningHub> Start(
        double clock = 1, Func<IVenueStore, IVenueStore>? between = null, Action<WebApplicationBuilder>? change = null, Func<StartOptions, StartOptions>? options = null)
    {
        var hub = new RunningHub(clock, between, change, options);
        await hub.Start();
        return hub;
    }

    public async Task Start()
    {
        var app = HubHost.Build(
            _options(new() { Demo = true, Crew = false, Clock = _clock, Data = Folder, Urls = "http://127.0.0.1:0" }),
            builder =>
            {
                builder.Logging.ClearProviders();
                builder.Services.AddSingleton(all => _between(all.GetRequiredService<StoreHome>().Store));
                _change?.Invoke(builder);
            });
        _app = app;
        await HubStart.Run(app, CancellationToken.None);
        Url = new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    /// <summary>In good order, as SIGTERM does. The folder stays.</summary>
    public async Task Stop()
    {
        if (_app is not null)
        {
            await _app.StopAsync().WaitAsync(Limit);
            await _app.DisposeAsync().AsTask().WaitAsync(Limit);
            _app = null;
        }
    }

    /// <summary>A device of this person, with its first snapshot.</summary>
    public async Task<ReceptionClient> Join(string staff, Action<ReceptionClient>? prepare = null)
    {
        using var api = new HubApi(Url);
        var session = await api.SignInToDemo(staff);
        var client = ReceptionClient.Connect(new() { Hub = Url, Token = session.Token }, prepare);
        _clients.Add(client);
        await client.Ready().WaitAsync(Limit);
        return client;
    }

    /// <summary>A device of somebody who may take this position, has, and can be reached there.</summary>
    public async Task<ReceptionClient> OnDuty(string position)
    {
        var venue = await Services.GetRequiredService<LiveVenues>().Get(Venue);
        await venue.CatchUp(CancellationToken.None);
        var staff = venue.Current.State.Staff.Values
            .Where(person => person.Allowed.Any(allowed => allowed.Value == position) && person.Held.IsEmpty)
            .Select(person => person.Id.Value).Order(StringComparer.Ordinal).First();
        var client = await Join(staff);
        (await client.DutyStart(position).WaitAsync(Limit)).Ok.Should().BeTrue();
        await Until(venue, moment => moment.State.Staff[new(staff)].Reachable);
        return client;
    }

    /// <summary>Until the venue looks as wanted.</summary>
    private static async Task Until(LiveVenue venue, Func<VenueMoment, bool> wanted)
    {
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var subscription = venue.Subscribe((_, after) =>
        {
            if (wanted(after))
            {
                seen.TrySetResult();
            }
        });
        if (!wanted(venue.Current))
        {
            await seen.Task.WaitAsync(Limit);
        }
    }

    /// <summary>All devices go, without a word to the hub.</summary>
    public async Task LeaveAll()
    {
        foreach (var client in _clients)
        {
            await client.DisposeAsync().AsTask().WaitAsync(Limit);
        }

        _clients.Clear();
    }

    /// <summary>Down until it is so late in the venue, then up again on the same folder.</summary>
    public async Task StopUntil(DateTimeOffset venueTime)
    {
        var wait = Services.GetRequiredService<VenueClock>().Until(venueTime);
        wait.Should().BeLessThan(Limit, "a test does not wait longer");
        await StopFor(wait);
    }

    /// <summary>Down for at least so long, then up again on the same folder, at another address.</summary>
    public async Task StopFor(TimeSpan hostTime)
    {
        var left = Task.Delay(hostTime);
        await Stop();
        await left;
        await Start();
    }

    public async ValueTask DisposeAsync()
    {
        await LeaveAll();
        await Stop();
        Directory.Delete(Folder, recursive: true);
    }
}
