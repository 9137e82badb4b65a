using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Reception.Contracts;

namespace Reception.Client;

/// <summary>
/// One person's device at one venue: keeps the views current, rings, sends. Never gives up; the only end is <see cref="LeftBehind"/>
/// (the session is over) or <see cref="DisposeAsync"/>. All members may be used from any thread; events come one by one, in order, on a thread of the pool.
/// </summary>
public sealed partial class ReceptionClient : IAsyncDisposable
{
    private readonly ReceptionClientOptions options;
    private readonly CancellationTokenSource stop = new();
    private readonly Counters counters = new();
    private readonly ViewStore store;
    private readonly EventLoop loop;
    private readonly Contact contact;
    private readonly Connector connector;
    private readonly Fetcher fetcher;
    private readonly Sender sender;
    private readonly Ringer ringer;
    private readonly Reporter reporter;
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<(long Seq, TaskCompletionSource Done)> waiters = [];
    private ImmutableList<PendingCommand> pending = [];
    private Task running = Task.CompletedTask;
    private Task looping = Task.CompletedTask;

    private ReceptionClient(ReceptionClientOptions options)
    {
        options.Check();
        this.options = options;
        Api = new(options.Hub, options.Token, options.Certificate);
        Time = new(options.Time);
        loop = new(fault => Faulted?.Invoke(fault));
        store = new((before, after, changes) => loop.Post(() => See(before, after, changes)));
        contact = new(options.Time, () => loop.Post(() => ContactLost?.Invoke()), () => loop.Post(() => ContactBack?.Invoke()), store.Clear);
        connector = new(options, Api, counters, () => store.Cursor, Take)
        {
            Used = link => loop.Post(() => Used(link)),
            Over = leave => loop.Post(() => End(leave)),
        };
        fetcher = new(Api, options.Reach, () => store.Cursor, Take, options.Time);
        Owner = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(options.Token)))[..16];
        sender = new(options.Outbox, Owner, connector.Slot, options.Time, counters)
        {
            Taken = Waits,
            Answered = done => loop.Post(() => Settle(done)),
            Faulted = fault => loop.Post(() => Faulted?.Invoke(fault)),
        };
        ringer = new(options.Time, Time, action => loop.Post(action), alert => Rings?.Invoke(alert));
        reporter = new(connector.Slot);
    }

    /// <summary>
    /// Begins to connect and returns at once. <paramref name="prepare"/> is run before the first byte is sent: handlers that are added there miss nothing.
    /// </summary>
    public static ReceptionClient Connect(ReceptionClientOptions options, Action<ReceptionClient>? prepare = null)
    {
        var client = new ReceptionClient(options);
        prepare?.Invoke(client);
        client.Start();
        return client;
    }

    /// <summary>All views of the venue at <see cref="Cursor"/>. Empty before the first snapshot and after 24 h without contact.</summary>
    public ViewSet Views => store.Views;

    /// <summary>Where this client stands in the venue's log.</summary>
    public Cursor Cursor => store.Cursor;

    /// <summary>Views and cursor of the same moment.</summary>
    public (ViewSet Views, Cursor Cursor) Moment => store.Both;

    /// <summary>Venue time.</summary>
    public VenueTime Time { get; }

    /// <summary>Who the session is: venue, staff, device, stream. Null before the first contact.</summary>
    public Joined? Session => connector.Joined;

    /// <summary>Commands whose effect is not in the views yet, oldest first.</summary>
    public IReadOnlyList<PendingCommand> Pending => Volatile.Read(ref pending);

    /// <summary>How the device reaches the hub now: a socket, polling, or not at all.</summary>
    public LinkState Link => StateOf(connector.Slot.Current);

    /// <summary>Why the last try to connect failed; null if none did.</summary>
    public Exception? LastError => connector.LastError;

    /// <summary>What this client has been through.</summary>
    public ClientCounters Counters => counters.Read();

    /// <summary>The hub's HTTP side, signed in as this session.</summary>
    public HubApi Api { get; }

    /// <summary>Under what its commands wait in the outbox: a hash of the token.</summary>
    public string Owner { get; }

    /// <summary>Completes with the first snapshot. Throws <see cref="HubProblemException"/> when the session is over.</summary>
    public Task Ready(CancellationToken stop = default) => ready.Task.WaitAsync(stop);

    /// <summary>Completes when the views have reached <paramref name="seq"/>, usually that of an <see cref="Answer"/>. Cancelled when the client is disposed.</summary>
    public Task Reached(long seq, CancellationToken stop = default)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        if (!loop.Post(() =>
        {
            waiters.Add((seq, done));
            Release();
        }))
        {
            done.TrySetCanceled(this.stop.Token);
        }

        return done.Task.WaitAsync(stop);
    }

    /// <summary>The network is known to be gone (flight mode): the link is cut without a goodbye and nothing is tried until <see cref="Online"/>.</summary>
    public void Offline() => connector.Offline();

    /// <summary>The network has returned, or the program is in front again: tries at once.</summary>
    public void Online() => connector.Online();

    /// <summary>This alert was played or shown to the person. <paramref name="how"/>: <c>voice</c>, <c>tone</c> or <c>screen</c>.</summary>
    public void Heard(AlertView alert, string how) => loop.Post(() =>
    {
        if (Session is { Staff: var me })
        {
            reporter.Heard(alert, how, Views, me, Cursor.Seq);
        }
    });

    /// <summary>How long the hub takes to answer over the link in use; null without one.</summary>
    public async Task<TimeSpan?> RoundTrip(CancellationToken stop = default)
    {
        if (connector.Slot.Current is not { } link)
        {
            return null;
        }

        var began = options.Time.GetTimestamp();
        await link.RoundTrip(Cursor.Seq, stop).ConfigureAwait(false);
        return options.Time.GetElapsedTime(began);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync().ConfigureAwait(false);
        await running.ConfigureAwait(false);
        // Last: what was answered at the end is still told.
        loop.Complete();
        await looping.ConfigureAwait(false);
        sender.Abandon();
        foreach (var (_, done) in waiters)
        {
            done.TrySetCanceled();
        }

        ringer.Dispose();
        contact.Dispose();
        Api.Dispose();
        stop.Dispose();
    }

    private void Start()
    {
        looping = loop.Run();
        running = Task.WhenAll(Run(connector.Run), Run(fetcher.Run), Run(sender.Run));
    }

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "A part that fails is reported; the others go on.")]
    private async Task Run(Func<CancellationToken, Task> part)
    {
        try
        {
            await part(stop.Token).ConfigureAwait(false);
        }
        catch (Exception) when (stop.IsCancellationRequested)
        {
            // The end that was asked for.
        }
        catch (Exception fault)
        {
            loop.Post(() => Faulted?.Invoke(fault));
        }
    }

    private static LinkState StateOf(ILink? link) => link switch
    {
        null => LinkState.None,
        { IsSocket: true } => LinkState.Socket,
        _ => LinkState.Polling,
    };
}

/// <summary>How a device reaches its hub.</summary>
public enum LinkState
{
    /// <summary>Not at all, at the moment.</summary>
    None,

    /// <summary>By a WebSocket: seconds count.</summary>
    Socket,

    /// <summary>By long polling and POST: everything works, a little later.</summary>
    Polling,
}
