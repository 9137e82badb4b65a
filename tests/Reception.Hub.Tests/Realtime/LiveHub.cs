using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Reception.Contracts;
using Reception.Domain.Positions;
using Reception.Hub.Identity;
using Reception.Hub.Realtime;
using Reception.Hub.Storage;
using Reception.Hub.Tests.Infrastructure;
using Reception.Hub.Tests.Views;
using Reception.Hub.Venues;

namespace Reception.Hub.Tests.Realtime;

/// <summary>A whole hub with the sales centre of <see cref="Day"/>, and the sockets that a test opens to it.</summary>
internal sealed class LiveHub : IAsyncDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly HubFixture _hub;
    private readonly List<WireClient> _clients = [];
    private readonly List<HttpClient> _https = [];

    private LiveHub(Action<RealtimeOptions>? options, Action<WebApplicationBuilder>? change) => _hub = new()
    {
        Change = builder =>
        {
            builder.Services.AddSingleton(new VenueStart(Day.Library, Begins: null));
            builder.Services.Configure<RealtimeOptions>(one => options?.Invoke(one));
            change?.Invoke(builder);
        },
    };

    public Uri Address => _hub.Address;

    /// <summary>Between the hub and its store.</summary>
    public StoreSwitch Switch => _hub.Switch;

    public IVenueStore Store => _hub.Store;

    public Feeds Feeds => _hub.Services.GetRequiredService<Feeds>();

    public LiveVenue Venue { get; private set; } = null!;

    public static async Task<LiveHub> Start(Action<RealtimeOptions>? options = null, Action<WebApplicationBuilder>? change = null)
    {
        var hub = new LiveHub(options, change);
        await hub._hub.InitializeAsync();
        await hub.Wake();
        return hub;
    }

    public async Task Restart()
    {
        await _hub.Restart();
        await Wake();
    }

    public Task Stop() => _hub.Stop();

    /// <summary>Stopped, its data put back to what <paramref name="copy"/> has, started again.</summary>
    public async Task RestartWith(string copy)
    {
        await _hub.Stop();
        Copy(copy, _hub.Folder);
        await _hub.InitializeAsync();
        await Wake();
    }

    /// <summary>Stopped, its data copied, started again.</summary>
    public async Task RestartWithCopyTo(string copy)
    {
        await _hub.Stop();
        Copy(_hub.Folder, copy);
        await _hub.InitializeAsync();
        await Wake();
    }

    /// <summary>An error log that the test provokes.</summary>
    public void Expect(string part) => _hub.Expect(part);

    public async Task<Session> SignIn(string staff) =>
        (await _hub.Services.GetRequiredService<SignIn>().Open(Venue.Id, new(staff), "a phone", CancellationToken.None))!;

    /// <summary>A connected client that has not joined yet.</summary>
    public async Task<WireClient> Connect(Session session, string? origin = null)
    {
        var client = await WireClient.Connect(Address, session, origin);
        _clients.Add(client);
        return client;
    }

    /// <summary>Signed in, connected, joined, and known to be reachable: no entry follows by itself.</summary>
    public async Task<WireClient> Join(string staff, long since = 0, string mark = "", int headSeconds = 10)
    {
        var client = await Connect(await SignIn(staff));
        await client.Join(since, mark, headSeconds);
        await Until(moment => ReachOf(client.Session, moment) == Reach.Sound, "who has joined can be reached");
        return client;
    }

    public static Reach ReachOf(Session session, VenueMoment moment) => moment.State.Staff[new(session.Staff)].Devices.GetValueOrDefault(new(session.Device));

    /// <summary>Belongs to the hub, and ends with it.</summary>
    public HttpClient Http(Session session)
    {
        var http = new HttpClient { BaseAddress = Address, DefaultRequestHeaders = { Authorization = new("Bearer", session.Token) } };
        _https.Add(http);
        return http;
    }

    /// <summary><c>GET /sync</c>, from where the mirror is.</summary>
    public async Task<Changes> Sync(Session session, Mirror from, int wait = 0, string reach = "sound") =>
        (await Http(session).GetFromJsonAsync<Changes>($"/sync?since={from.Cursor}&mark={from.Mark}&wait={wait}&reach={reach}", WireJson.Options).WaitAsync(Patience))!;

    /// <summary>Until the venue looks as wanted; fails when it does not in time.</summary>
    public async Task Until(Func<VenueMoment, bool> wanted, string because)
    {
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var subscription = Venue.Subscribe((_, after) =>
        {
            if (wanted(after))
            {
                seen.TrySetResult();
            }
        });
        if (!wanted(Venue.Current))
        {
            await seen.Task.Awaiting(task => task.WaitAsync(Patience)).Should().NotThrowAsync(because);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients)
        {
            await client.DisposeAsync();
        }

        _https.ForEach(http => http.Dispose());
        await _hub.DisposeAsync();
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)), overwrite: true);
        }
    }

    private async Task Wake() => Venue = await _hub.Services.GetRequiredService<LiveVenues>().Get(Day.Library.Venue.Id);
}
