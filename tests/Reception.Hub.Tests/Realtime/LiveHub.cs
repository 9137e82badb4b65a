using System.Collections.Concurrent;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Reception.Contracts;
using Reception.Domain.Positions;
using Reception.Hub.Identity;
using Reception.Hub.Realtime;
using Reception.Hub.Tests.Views;
using Reception.Hub.Venues;

namespace Reception.Hub.Tests.Realtime;

/// <summary>A whole hub on a port of its own, with a folder of its own. An error in its log that no test expected fails the test.</summary>
internal sealed class LiveHub : IAsyncDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly string _folder;
    private readonly Errors _errors = new();
    private readonly WebApplication _app;
    private readonly List<WireClient> _clients = [];
    private readonly List<HttpClient> _https = [];

    private LiveHub(string folder, Action<RealtimeOptions>? options)
    {
        _folder = folder;
        _app = HubHost.Build(new() { Data = folder, Urls = "http://127.0.0.1:0" }, builder =>
        {
            builder.Logging.ClearProviders().AddProvider(_errors);
            builder.Services.AddSingleton(new VenueStart(Day.Library, Begins: null));
            builder.Services.Configure<RealtimeOptions>(one => options?.Invoke(one));
        });
    }

    public Uri Address => new(_app.Urls.First());

    public LiveVenue Venue { get; private set; } = null!;

    public IServiceProvider Services => _app.Services;

    /// <summary>What a test does on purpose and the hub rightly complains about.</summary>
    public bool MayComplain { get; set; }

    public static async Task<LiveHub> Start(Action<RealtimeOptions>? options = null, string? folder = null)
    {
        var hub = new LiveHub(folder ?? Directory.CreateTempSubdirectory("reception-hub-").FullName, options);
        await HubStart.Run(hub._app, CancellationToken.None);
        hub.Venue = await hub.Services.GetRequiredService<LiveVenues>().Get(Day.Library.Venue.Id);
        return hub;
    }

    public async Task<Session> SignIn(string staff) =>
        (await Services.GetRequiredService<SignIn>().Open(Venue.Id, new(staff), "a phone", CancellationToken.None))!;

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

    public Task Stop() => _app.StopAsync();

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
        await _app.StopAsync();
        await _app.DisposeAsync();
        _errors.Dispose();
        Directory.Delete(_folder, recursive: true);
        if (!MayComplain)
        {
            _errors.Seen.Should().BeEmpty("an error in the log is a failure");
        }
    }

    private sealed class Errors : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Seen { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                Seen.Enqueue($"{formatter(state, exception)} {exception}");
            }
        }

        public void Dispose()
        {
        }
    }
}
