using Microsoft.Extensions.Options;
using Reception.Domain;
using Reception.Domain.Positions;
using Reception.Hub.Storage;
using Reception.Hub.Venues;

namespace Reception.Hub.Realtime;

/// <summary>
/// Says for which devices this node vouches, in one statement, and tells a venue of those for whom nobody has for 15 s: also when the node that had them died.
/// Age counts only while vouching has run without a hole, and not at all for a while after a start: a restart never makes a venue unmanned.
/// </summary>
internal sealed partial class Vouching(Contacts contacts, LiveVenues venues, IVenueStore store, StoreHealth health, TimeProvider host, IOptions<RealtimeOptions> options, ILogger<Vouching> log)
    : BackgroundService
{
    /// <summary>Joins of a moment are told together.</summary>
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(50);

    private readonly string _node = $"{Environment.MachineName}/{Environment.ProcessId}";
    private readonly RealtimeOptions _options = options.Value;
    private readonly long _started = host.GetTimestamp();
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly HashSet<DeviceAt> _vouched = [];
    private Sweep? _sweep;
    private long _swept;
    private long _round;
    private long _noted = host.GetTimestamp();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Round(stoppingToken);
            }
            catch (StoreException cause)
            {
                Log.NotNow(log, cause);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                // The host stops, or did not start.
                return;
            }

            await Wait(stoppingToken);
        }
    }

    private async Task Round(CancellationToken stop)
    {
        contacts.TakeNews();
        var all = contacts.All;
        // In an order of its own, so that the same day is told alike.
        var news = all.Where(contact => contact.IsNews).OrderBy(contact => contact.Device.Device, StringComparer.Ordinal).ToList();
        var round = _sweep is null || host.GetElapsedTime(_round) >= _options.VouchEvery;
        var devices = all.Select(contact => contact.Device).Distinct().Where(device => round || !_vouched.Contains(device)).ToList();
        if (_sweep is null || round || devices.Count > 0 || news.Count > 0)
        {
            // Who has just come is vouched for at once: the node it came from did so up to a round ago. First vouched for, then told: whatever the log calls
            // reachable is on the list of those that can be lost.
            _sweep = await health.Watch(() => store.Vouch(_node, devices, 2 * _options.VouchEvery, stop));
            _swept = host.GetTimestamp();
            Remember(devices, round);
            await Task.WhenAll(news.Select(contact => contact.Tell()));
        }

        await Note(all, stop);
        if (host.GetElapsedTime(_started) >= _options.Grace)
        {
            await LoseSilent(_sweep, stop);
        }
    }

    private void Remember(IEnumerable<DeviceAt> devices, bool round)
    {
        if (round)
        {
            _round = _swept;
            _vouched.Clear();
        }

        _vouched.UnionWith(devices);
    }

    /// <summary>Which sessions are in use, coarsely: so that those that nobody has used for weeks can be found.</summary>
    private async Task Note(IEnumerable<Contact> all, CancellationToken stop)
    {
        _seen.UnionWith(all.Select(contact => contact.Session));
        if (_seen.Count > 0 && host.GetElapsedTime(_noted) >= _options.SeenEvery)
        {
            await store.Seen([.. _seen], host.GetUtcNow(), stop);
            _seen.Clear();
            _noted = host.GetTimestamp();
        }
    }

    private async Task LoseSilent(Sweep sweep, CancellationToken stop)
    {
        var before = sweep.StoreTime + host.GetElapsedTime(_swept) - _options.LostAfter;
        if (sweep.WholeSince > before)
        {
            return;
        }

        foreach (var silent in await store.Unvouched(before, stop))
        {
            DeviceAt device = new(silent.Venue, silent.Device);
            if (!contacts.Hears(device) && await Lose(device, stop))
            {
                await store.ForgetDevice(device, stop);
            }
        }
    }

    private async Task<bool> Lose(DeviceAt device, CancellationToken stop)
    {
        try
        {
            var venue = await venues.Get(device.Venue, stop);
            var id = new DeviceId(device.Device);
            var holder = venue.Current.State.Staff.Values.FirstOrDefault(person => person.Devices.GetValueOrDefault(id) != Reach.None);
            return holder is null || await venue.Do(new Command.LoseDevice(id, holder.Id));
        }
        catch (VenueParkedException)
        {
            // Another node, a newer one, looks after it.
            return false;
        }
    }

    private async Task Wait(CancellationToken stop)
    {
        // Together with a ping and its answer a loss is told within 40 s (P11).
        var next = TimeSpan.FromTicks(Math.Min(_options.VouchEvery.Ticks, _options.LostAfter.Ticks / 20));
        await Task.WhenAny(contacts.News, Task.Delay(next, host, stop));
        await Task.Delay(Gather, host, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private static partial class Log
    {
        [LoggerMessage(1203, LogLevel.Warning, "The store did not take this node's list of devices; it is sent again")]
        public static partial void NotNow(ILogger log, Exception cause);
    }
}
