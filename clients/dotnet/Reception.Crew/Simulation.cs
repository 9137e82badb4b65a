using Reception.Client;
using Reception.Crew.Actors;
using Reception.Crew.Ledgers;
using Reception.Crew.Plans;
using Reception.Crew.Worlds;

namespace Reception.Crew;

/// <summary>Plays a day on a running hub, one SDK client per member of staff, and judges it afterwards.</summary>
public sealed class Simulation : IAsyncDisposable
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(100);

    // Nobody has gone for so long: nobody will. A hub that is killed and comes back, dead spots, a machine with other work.
    private static readonly TimeSpan StandstillVenue = TimeSpan.FromHours(3);
    private static readonly TimeSpan StandstillHost = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(60);

    // Whose devices the day is written down from: one may be in a dead spot.
    private const int Witnesses = 4;

    private readonly SimulationOptions options;
    private readonly Archive archive = new();
    private readonly List<Actor> actors;
    private readonly World world;
    private readonly DayPlan plan;
    private readonly WordBook words;
    private readonly Outages outages;
    private readonly string? desk;
    private readonly long before;

    private Simulation(SimulationOptions options, Preparation prepared)
    {
        this.options = options;
        (plan, world, words, desk, before) = (prepared.Plan, prepared.World, prepared.Words, prepared.Desk, prepared.Head);
        actors = [.. prepared.Settings.Select((settings, at) => Actor.Connect(at < Witnesses ? settings with { Saw = archive.Saw } : settings))];
        outages = new(options.Serves ?? (() => actors.Exists(actor => actor.Client.Link != LinkState.None)), options.Time);
        Pace = prepared.Pace;
    }

    /// <summary>Venue seconds per second.</summary>
    public double Pace { get; }

    /// <summary>Signs everybody in and draws the day. Throws <see cref="HubProblemException"/> when the hub is no demo, <see cref="HttpRequestException"/> when it is not there.</summary>
    public static async Task<Simulation> Prepare(SimulationOptions options, CancellationToken stop) => new(options, await Preparation.Make(options, stop));

    /// <summary>The day from the first duty to the last departure, then the judgement.</summary>
    public async Task<Verdict> Run(CancellationToken stop)
    {
        foreach (var actor in actors)
        {
            await actor.Client.Ready(stop);
            actor.Begin();
        }

        using var watched = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var watching = outages.Watch(watched.Token);
        try
        {
            var unfinished = await Play(stop);
            await Finish(stop);
            return await Judge(unfinished, stop);
        }
        finally
        {
            await watched.CancelAsync();
            await watching;
        }
    }

    public async ValueTask DisposeAsync() => await Task.WhenAll(actors.Select(actor => actor.DisposeAsync().AsTask()));

    private async Task Finish(CancellationToken stop)
    {
        using var limit = new CancellationTokenSource(Settling, options.Time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stop);
        await Task.WhenAll(actors.Select(actor => actor.Finish())).WaitAsync(both.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task<IReadOnlyList<string>> Play(CancellationToken stop)
    {
        var (moved, left) = (options.Time.GetTimestamp(), int.MaxValue);
        for (var round = 0; ; round++)
        {
            var waiting = plan.Parties.Where(party => !Gone(party)).ToList();
            if (waiting.Count < left || Day < plan.Ends)
            {
                (moved, left) = (options.Time.GetTimestamp(), Math.Min(left, waiting.Count));
            }

            if ((waiting.Count == 0 && Quiet()) || options.Time.GetElapsedTime(moved) > (StandstillVenue / Pace) + StandstillHost)
            {
                return [.. waiting.Select(Where)];
            }

            if (round % 20 == 0)
            {
                options.Progress(new(Day, plan.Parties.Count - waiting.Count, plan.Parties.Count, actors.Sum(actor => actor.Ledger.Lines.Count)));
            }

            await Task.Delay(Glance, options.Time, stop);
        }
    }

    /// <summary>What the quickest message said. A device that has just been restarted and heard nothing yet believes its own clock.</summary>
    private long VenueNow => actors.Where(actor => actor.Client.Cursor.Seq > 0).Max(actor => actor.Client.Time.Now);

    private TimeSpan Day => TimeSpan.FromMilliseconds(VenueNow - world.Begins);

    private string Where(Party party) => world.JourneyOf(party) is { } id && archive.Journey(id) is { } journey
        ? $"{party.Id} ({party.Kind}, {id}) still stands at {journey.Stage} since {(actors[0].Client.Time.Now - journey.Since) / 60_000} min"
        : $"{party.Id} ({party.Kind}) was never seen";

    /// <summary>Left, or did not come; as far as any device showed.</summary>
    private bool Gone(Party party) => world.JourneyOf(party) is { } id
        ? archive.Journey(id) is { Ended: not null } || (archive.Journey(id) is not null && actors.All(actor => !actor.Client.Views.Journeys.ContainsKey(id)))
        : party.NoShow && Day > plan.Ends;

    /// <summary>Nothing waits for anybody any more, and nobody is on an errand.</summary>
    private bool Quiet()
    {
        var views = actors[0].Client.Views;
        return Day > plan.Errands.Where(errand => errand is not Errand.WriteDown).Select(errand => errand.At).DefaultIfEmpty().Max() + TimeSpan.FromMinutes(12)
            && views.Alerts.Values.All(alert => alert.IsOver() || alert.Answer == "none" || alert.Exhausted)
            && actors.All(actor => actor.Client.Pending.Count == 0 && actor.Client.Link != LinkState.None);
    }

    private async Task<Verdict> Judge(IReadOnlyList<string> unfinished, CancellationToken stop)
    {
        var findings = new Findings();
        foreach (var left in unfinished)
        {
            findings.IsLost($"{left}");
        }

        foreach (var actor in actors)
        {
            await ViewCheck.Run(actor.Client, actor.Staff, options.Time, findings, stop);
        }

        var ledgers = actors.Select(actor => actor.Ledger).ToList();
        var log = desk is null ? [] : await LogReading.All(new(options.Hub, desk, options.Certificate), before, options.Time, stop);
        LedgerCheck.Run(ledgers, log, findings);
        // Not from what a device shows: its hub may be down at the moment.
        var now = await options.Time.Insist(() => actors[0].Client.Api.Sync(Cursor.Start, TimeSpan.Zero, stop: stop), stop);
        var down = outages.Until(VenueNow, Pace);
        LogCheck.Run(log, Pace, down, findings);
        LogCheck.Open(now, down, findings);
        PathCheck.Run(archive.Journeys, words, findings);
        return new(
            Counting.Count(ledgers, log, actors.Select(actor => actor.Through), archive, words), findings.Wrong,
            plan.Parties.Count, ledgers.Sum(ledger => ledger.Lines.Count), Counting.Alerts(log),
            Counting.Percentile(ledgers, 0.5), Counting.Percentile(ledgers, 0.99), Counting.FirstRung(archive), findings.Sentences);
    }
}
