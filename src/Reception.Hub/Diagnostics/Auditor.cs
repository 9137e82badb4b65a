using System.Diagnostics.Metrics;
using Reception.Domain.Alerts;
using Reception.Domain.Venues;
using Reception.Hub.Venues;

namespace Reception.Hub.Diagnostics;

/// <summary>
/// Looks every ten seconds at the venues awake here for what must not be: an open call to which nothing will happen, or something that fell due and was
/// not taken. It repairs through the one write path, counts and says so. It finding something is a bug of ours or a store that was away.
/// </summary>
internal sealed partial class Auditor(LiveVenues venues, VenueClock clock, TimeProvider host, ILogger<Auditor> log) : BackgroundService
{
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(10);

    /// <summary>Host time.</summary>
    public static readonly TimeSpan TooLate = TimeSpan.FromSeconds(5);

    /// <summary>One that is late because time was just put forward is being taken at this moment.</summary>
    private static readonly TimeSpan SecondLook = TimeSpan.FromSeconds(1);

    private static readonly Counter<long> Findings = HubMeter.Meter.CreateCounter<long>("reception.audit.findings", "{finding}", "What the auditor found and tried to repair");

    /// <summary>One round.</summary>
    public Task Look(CancellationToken stop)
    {
        // Who watches a counter must have seen it at nothing to see the first one.
        Count(0, "lost");
        Count(0, "late");
        return Task.WhenAll(venues.Awake.Select(async venue =>
        {
            await Mend(venue);
            await TakeLate(venue, stop);
        }));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, host);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await Look(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    private async Task Mend(LiveVenue venue)
    {
        var lost = Mending.Lost(venue.Current.State);
        if (lost.IsEmpty)
        {
            return;
        }

        Count(lost.Length, "lost");
        var mended = await venue.Do(new Domain.Command.Mend());
        Log.Lost(log, venue.Id, lost.Length, lost[0].Value, mended);
    }

    private async Task TakeLate(LiveVenue venue, CancellationToken stop)
    {
        if (First(venue) is not { } due || !((clock.Now - due.At) / clock.Pace > TooLate))
        {
            return;
        }

        await Task.Delay(SecondLook, host, stop);
        if (First(venue) != due)
        {
            return;
        }

        Count(1, "late");
        var taken = await venue.Do(new Domain.Command.FallDue()) && First(venue) != due;
        Log.Late(log, venue.Id, due.At, taken);
        if (taken)
        {
            await venue.Do(new Domain.Command.TellOfFault(due.Kind.ToString().ToLowerInvariant()));
        }
    }

    private static Due? First(LiveVenue venue) => venue.Current.State.Due is { IsEmpty: false } due ? due.Min : null;

    private static void Count(int found, string what) => Findings.Add(found, new KeyValuePair<string, object?>("reception.finding", what));

    private static partial class Log
    {
        [LoggerMessage(1301, LogLevel.Error, "Venue {Venue}: {Count} open calls had nothing that falls due, the first {Alert}; asked anew: {Mended}")]
        public static partial void Lost(ILogger log, string venue, int count, string alert, bool mended);

        [LoggerMessage(1302, LogLevel.Warning, "Venue {Venue}: what fell due at {Due} was not taken in time; taken now: {Taken}")]
        public static partial void Late(ILogger log, string venue, DateTimeOffset due, bool taken);
    }
}
