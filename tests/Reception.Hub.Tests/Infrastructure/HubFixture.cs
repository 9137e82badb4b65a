using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Reception.Domain;
using Reception.Hub.Realtime;
using Reception.Hub.Storage;
using Reception.Hub.Tests.Builders;
using Reception.Hub.Venues;

namespace Reception.Hub.Tests.Infrastructure;

/// <summary>
/// A whole hub: Kestrel on a free port of loopback, SQLite in a folder of its own, and a venue clock that can be put forward.
/// It fails when it is put away after an error was logged that nobody has said to expect.
/// </summary>
[SuppressMessage("Usage", "CA2213", Justification = "The hub is stopped and disposed of by Stop; the log holds nothing.")]
public sealed class HubFixture : IAsyncLifetime, IAsyncDisposable
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly string _folder = Directory.CreateTempSubdirectory("reception-test-").FullName;
    private readonly ErrorLog _errors = new();
    private WebApplication? _app;

    /// <summary>Changes how the next start is composed; what is registered last wins.</summary>
    internal Action<WebApplicationBuilder>? Change { get; init; }

    internal StartOptions Options { get; init; } = new() { Demo = true, Crew = false };

    /// <summary>Stands between the hub and its store: may hold, fail and count.</summary>
    internal StoreSwitch Switch { get; } = new();

    internal string Folder => _folder;

    internal IServiceProvider Services => App.Services;

    internal Uri Address { get; private set; } = new("http://127.0.0.1:1");

    internal VenueClock Clock => Services.GetRequiredService<VenueClock>();

    internal IVenueStore Store => Services.GetRequiredService<IVenueStore>();

    private WebApplication App => _app ?? throw new InvalidOperationException("The hub is not running.");

    internal static async Task<HubFixture> Start(StartOptions? options = null, Action<WebApplicationBuilder>? change = null)
    {
        var hub = options is null ? new HubFixture { Change = change } : new HubFixture { Options = options, Change = change };
        await hub.InitializeAsync();
        return hub;
    }

    public async Task InitializeAsync()
    {
        // The port stays the same over a restart, as a client sees it.
        var options = Options with { Data = _folder, Urls = Address.Port == 1 ? "http://127.0.0.1:0" : Address.AbsoluteUri.TrimEnd('/') };
        _app = HubHost.Build(options, builder =>
        {
            builder.Logging.ClearProviders().AddProvider(_errors);
            builder.Services.AddSingleton(TestVenue.Start);
            builder.Services.AddSingleton(all => StoreSwitch.Put(Switch, all.GetRequiredService<StoreHome>().Store));
            // Tests press faster than hands; the limit itself has a test of its own.
            builder.Services.Configure<RealtimeOptions>(limits => (limits.CommandsPerSecond, limits.CommandBurst) = (1000, 1000));
            Change?.Invoke(builder);
        });
        await HubStart.Run(_app, CancellationToken.None);
        Address = new(_app.Urls.First());
    }

    /// <summary>Stops gracefully and starts again on the same folder.</summary>
    internal async Task Restart()
    {
        await Stop();
        await InitializeAsync();
    }

    internal async Task Stop()
    {
        await App.StopAsync();
        await App.DisposeAsync();
        _app = null;
    }

    /// <summary>Lets venue time pass, in steps as a running hub would see it; what falls due has happened when it returns.</summary>
    internal async Task FastForward(TimeSpan time)
    {
        for (var left = time; left > TimeSpan.Zero; left -= Step)
        {
            Switch.Shift += left < Step ? left : Step;
            await Clock.Start(null, 1, CancellationToken.None);
            await SettleDue();
        }
    }

    internal async Task<LiveVenue> Venue() => await Services.GetRequiredService<LiveVenues>().Get(TestVenue.Id);

    /// <summary>Signs a person in, as a demo lets anybody.</summary>
    internal Task<Person> SignIn(string staff) => Person.SignIn(this, staff);

    /// <summary>An error log that the test provokes.</summary>
    internal void Expect(string part) => _errors.Expect(part);

    internal IReadOnlyList<string> Logged => _errors.All;

    async Task IAsyncLifetime.DisposeAsync() => await DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        Switch.Release();
        if (_app is not null)
        {
            await Stop();
        }

        Directory.Delete(_folder, recursive: true);
        _errors.Unexpected.Should().BeEmpty("no error may be logged that the test did not expect");
    }

    private async Task SettleDue()
    {
        var venue = await Venue();
        using var patience = new CancellationTokenSource(Patience);
        while (venue.Current.State.NextDue <= Clock.Now && !patience.IsCancellationRequested)
        {
            await venue.Do(new Command.FallDue());
        }
    }
}
