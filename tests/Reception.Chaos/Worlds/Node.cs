using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging;
using Reception.Hub.Backplane;
using Reception.Hub.Cards;
using Reception.Hub.Commands;
using Reception.Hub.Diagnostics;
using Reception.Hub.Realtime;
using Reception.Hub.Storage;
using Reception.Hub.Venues;
using Reception.Hub.Venues.Stored;

namespace Reception.Chaos.Worlds;

/// <summary>One life of one hub: everything of it but Kestrel, composed by the hub's own set-up. After a crash another life takes its place.</summary>
internal sealed class Node
{
    private readonly ServiceProvider _services;
    private readonly List<BackgroundService> _loops = [];

    public Node(World world, int number, int life)
    {
        (World, Number, Life) = (world, number, life);
        Time = new(world.Line, world.Begins) { Skew = TimeSpan.FromMilliseconds(world.Chance.Between(-2000, 2000)) };
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        services.AddLogging(logs => logs.SetMinimumLevel(LogLevel.Warning).AddProvider(new NodeLog(this)));
        services.AddSingleton<TimeProvider>(Time);
        services.AddSingleton(StoreLink.Between(this, world.Store));
        services.AddSingleton<IKeyStore>(world.Keys);
        services.AddSingleton<CardVault>();
        services.AddSingleton<IHostApplicationLifetime, ApplicationLifetime>();
        services.AddVenues().AddCommands().AddRealtime().AddHealth();
        services.AddSingleton(all => new LibrarySource((state, stop) => all.GetRequiredService<Books>().Complete(Centre.Library, state, stop)));
        // It waits on the one thread there is; the rig says goodbye itself (Stop).
        services.Remove(services.Single(service => service.ImplementationType == typeof(Draining)));
        _services = services.BuildServiceProvider();
        Venues = _services.GetRequiredService<LiveVenues>();
        Switchboard = (Switchboard)_services.GetRequiredService<HubLifetimeManager<ReceptionHub>>();
        Sync = _services.GetRequiredService<SyncEndpoint>();
        Logs = _services.GetRequiredService<ILoggerFactory>();
    }

    public World World { get; }

    public int Number { get; }

    public int Life { get; }

    public NodeTime Time { get; }

    public StoreWeather Store { get; set; } = StoreWeather.Fair;

    public LiveVenues Venues { get; }

    public Switchboard Switchboard { get; }

    public SyncEndpoint Sync { get; }

    public ILoggerFactory Logs { get; }

    public bool IsReady { get; private set; }

    public bool IsUp => IsReady && !Time.IsDead;

    /// <summary>As the hub's start does it; a start that the store refuses is tried again, as a supervisor of processes would.</summary>
    public async Task Start()
    {
        while (!await TryStart())
        {
            await Time.Wait(TimeSpan.FromSeconds(1));
        }

        foreach (var loop in _services.GetServices<IHostedService>().OfType<BackgroundService>())
        {
            _loops.Add(loop);
            await loop.StartAsync(CancellationToken.None);
        }

        IsReady = true;
        World.NodeIs(this, "is ready");
    }

    /// <summary>Kill −9: nothing of it runs on. What it had sent to the store may still arrive there.</summary>
    public void Kill()
    {
        IsReady = false;
        Time.Die();
        World.NodeIs(this, "is killed");
    }

    /// <summary>In good order: clients are told to move, what waits is finished.</summary>
    public async Task Stop()
    {
        IsReady = false;
        World.NodeIs(this, "stops");
        _services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        foreach (var feed in _services.GetRequiredService<Feeds>().All)
        {
            await Task.WhenAll(feed.Lines.Select(line => line.End(new("moving", World.Chance.Below(3000)))).ToList());
        }

        foreach (var loop in _loops)
        {
            await loop.StopAsync(CancellationToken.None);
        }

        await Venues.DisposeAsync();
        Time.Die();
        World.NodeIs(this, "has stopped");
    }

    public override string ToString() => $"node {Number}.{Life}";

    private async Task<bool> TryStart()
    {
        try
        {
            await _services.GetRequiredService<VenueClock>().Start(World.Begins, World.Pace, CancellationToken.None);
            await _services.GetRequiredService<Books>().Keep(Centre.Library, CancellationToken.None);
            await _services.GetRequiredService<IVenueStore>().Register(Centre.Venue, Mark.First(Centre.Venue).ToBytes());
            await Venues.Get(Centre.Venue);
            Venues.Wrote += (venue, entries) => World.Wire.Tell(this, Announcement.Of(venue, entries));
            return true;
        }
        catch (StoreException cause)
        {
            World.Trace($"{this} does not start: {cause.Failure}");
            return false;
        }
    }
}
