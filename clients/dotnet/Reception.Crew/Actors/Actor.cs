using System.Collections.Concurrent;
using Reception.Client;
using Reception.Contracts;
using Reception.Crew.Habits;
using Reception.Crew.Ledgers;
using Reception.Crew.Plans;

namespace Reception.Crew.Actors;

/// <summary>One member of staff: a device, eyes on its views, two hands, habits. Acts only on what its own device shows and who stands before it.</summary>
internal sealed class Actor : IAsyncDisposable
{
    // Views come in bursts; nobody looks twice within this.
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(8);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    private readonly ActorSettings settings;
    private readonly Agenda agenda = new();
    private readonly Hands hands;
    private readonly RunningErrands errands;
    private readonly IReadOnlyList<IHabit> habits;
    private readonly SemaphoreSlim wake = new(0, 1);
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentQueue<(string Key, long? Again)> over = new();
    private readonly ConcurrentDictionary<Task, bool> deeds = [];
    private readonly Dictionary<string, long> seenOver = new(StringComparer.Ordinal);
    private Task living = Task.CompletedTask;
    private Task wandering = Task.CompletedTask;
    private volatile ReceptionClient client;
    private ClientCounters? former;
    private volatile bool resting;

    private Actor(ActorSettings settings)
    {
        this.settings = settings;
        Ledger = new(settings.Staff, settings.Noted);
        errands = new(settings.Errands, settings.Positions);
        IHabit[] does = [new Answering(new(settings.Staff, settings.Shares)), new Greeting(), new Moving(), new Serving(), new Showing(), new Leaving(), new Ticking()];
        habits = [errands, .. does.Select(habit => new UnlessSilent(habit, settings.Silent))];
        hands = new(() => Client, settings.World, Ledger, settings.Device.Time, settings.Impatient);
        client = ReceptionClient.Connect(settings.Device, Listen);
    }

    public string Staff => settings.Staff;

    /// <summary>The device in the pocket now.</summary>
    public ReceptionClient Client => client;

    /// <summary>What all devices of the day went through; a restarted one is given everything anew.</summary>
    public ClientCounters Through => client.Counters is var last && former is { } all
        ? new(all.Opened + last.Opened, all.Resumed + last.Resumed, all.Reset + last.Reset, all.Resent + last.Resent, all.Gaps + last.Gaps)
        : client.Counters;

    public Ledger Ledger { get; }

    /// <summary>Connects; nothing is done before <see cref="Begin"/>.</summary>
    public static Actor Connect(ActorSettings settings) => new(settings);

    public void Begin()
    {
        living = Task.Run(Live);
        wandering = Task.Run(Wander);
    }

    /// <summary>Does nothing more but end its duty; or begins again.</summary>
    public void Rest(bool rest)
    {
        resting = rest;
        Wake();
    }

    /// <summary>Nothing new is begun; completes when everything begun is answered.</summary>
    public async Task Finish()
    {
        await stop.CancelAsync();
        await Task.WhenAll(living, wandering);
        Client.Online();
        await Task.WhenAll(deeds.Keys);
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await Task.WhenAll(living, wandering);
        await client.DisposeAsync();
        wake.Dispose();
        stop.Dispose();
    }

    private void Listen(ReceptionClient client)
    {
        client.Settled += hands.Settled;
        client.Changed += change =>
        {
            settings.Saw(change);
            Wake();
        };
        client.Rings += alert =>
        {
            // One that an undo has opened again is newer than its end, and rings rightly.
            Ledger.Rang(alert, seenOver.TryGetValue(alert.Id, out var ended) && alert.Seq <= ended);
            client.Heard(alert, "voice");
            Wake();
        };
        client.Over += alert => seenOver[alert.Id] = alert.Seq;
    }

    private void Wake()
    {
        try
        {
            wake.Release();
        }
        catch (SemaphoreFullException)
        {
            // Awake already.
        }
        catch (ObjectDisposedException)
        {
            // The last message of a day that is over.
        }
    }

    private async Task Live()
    {
        try
        {
            while (true)
            {
                var next = await Look();
                var now = Client.Time.Now;
                var pause = next is { } at ? Client.Time.Host(TimeSpan.FromMilliseconds(Math.Max(0, at - now))) : Longest;
                await wake.WaitAsync(pause < Glance ? Glance : pause < Longest ? pause : Longest, stop.Token);
                await Task.Delay(Glance, settings.Device.Time, stop.Token);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The day is over.
        }
    }

    private async Task<long?> Look()
    {
        while (over.TryDequeue(out var done))
        {
            errands.Over(done.Key);
            agenda.Over(done.Key, done.Again);
        }

        var views = Client.Views;
        if (Client.Session is null || views.Venue is null)
        {
            return null;
        }

        if (!settings.Words.Knows(views))
        {
            await Learn(views);
        }

        var scene = Scene(views);
        var wanted = resting ? Resting(scene) : habits.SelectMany(habit => habit.See(scene));
        var (ripe, next) = agenda.Take(wanted, scene.Now);
        foreach (var desire in ripe)
        {
            Start(desire);
        }

        return next;
    }

    /// <summary>A minute and a quarter; more where the clock runs faster than messages travel.</summary>
    private TimeSpan Patience => TimeSpan.FromSeconds(Math.Max(75, Client.Time.Pace * Math.Max(0.5, 4 * hands.Lag.TotalSeconds)));

    private Scene Scene(ViewSet views) => new(views, Staff, Client.Time.Now, Patience, settings.Words, settings.World);

    private async Task Learn(ViewSet views)
    {
        try
        {
            await settings.Words.Learn(Client.Api, views, stop.Token);
        }
        catch (Exception away) when (away is HttpRequestException or HubProblemException)
        {
            // Looked up with the next glance.
        }
    }

    private static IEnumerable<Desire> Resting(Scene scene) =>
        scene.Person is { State: not "off" } ? [new("rest", TimeSpan.FromSeconds(1), Deed.Of(Kinds.DutyEnd))] : [];

    private void Start(Desire desire)
    {
        var deed = Do(desire);
        deeds[deed] = true;
        _ = deed.ContinueWith(done => deeds.TryRemove(done, out _), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    private async Task Do(Desire desire)
    {
        long? again = null;
        try
        {
            if (await hands.Do(desire.Deed(), Staff, CancellationToken.None) is not { Ok: true })
            {
                // Refused, or somebody was first: look again later.
                again = Client.Time.Now + (long)(Scene(Client.Views).Patience * (0.6 + Dice.Roll(settings.World.Seed, Staff + desire.Key))).TotalMilliseconds;
            }
        }
        catch (OperationCanceledException)
        {
            // The program ends before an answer came.
        }

        over.Enqueue((desire.Key, again));
        Wake();
    }

    /// <summary>Walks through dead spots. What is done in one waits in the outbox.</summary>
    private async Task Wander()
    {
        try
        {
            foreach (var errand in settings.Errands.Where(errand => errand is Errand.DeadSpot or Errand.Restart).OrderBy(errand => errand.At))
            {
                var at = settings.World.Begins + (long)errand.At.TotalMilliseconds;
                await Task.Delay(Client.Time.Host(TimeSpan.FromMilliseconds(Math.Max(0, at - Client.Time.Now))), settings.Device.Time, stop.Token);
                await (errand is Errand.DeadSpot spot ? Lose(spot) : Restart());
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            Client.Online();
        }
    }

    private async Task Lose(Errand.DeadSpot spot)
    {
        Client.Offline();
        CallInVain(spot);
        await Task.Delay(spot.For, settings.Device.Time, stop.Token);
        Client.Online();
    }

    /// <summary>The device is put down and taken up again: what waits in its outbox is sent, what it showed is gone.</summary>
    private async Task Restart()
    {
        var old = client;
        await old.DisposeAsync();
        former = Through with { Reset = Through.Reset + 1 };
        client = ReceptionClient.Connect(settings.Device, Listen);
        Wake();
    }

    private void CallInVain(Errand.DeadSpot spot)
    {
        if (spot.Calls is { } to && RunningErrands.Calling(Scene(Client.Views), to) is { } call)
        {
            Start(new("call in vain " + spot.At, TimeSpan.Zero, call));
        }
    }
}
