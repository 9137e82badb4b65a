using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Reception.Domain.Playbooks;
using Reception.Domain.Venues;
using Reception.Hub.Commands;
using Reception.Hub.Storage;

namespace Reception.Hub.Venues;

/// <summary>The venues that this node holds. One is woken when it is asked for, and put down when nobody has been connected for a while.</summary>
internal sealed partial class LiveVenues(VenueParts parts, CommandDesk desk, ILogger<LiveVenues> log) : IAsyncDisposable
{
    /// <summary>Host time without a subscriber or a question, and venue time in which nothing falls due.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(10);
    public static readonly TimeSpan NothingDue = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Lazy<Task<Held>>> _venues = new(StringComparer.Ordinal);

    /// <summary>A venue was woken or has committed: from its writer, so it must not wait.</summary>
    public event Action<LiveVenue>? Committed;

    /// <summary>This node itself has written these entries of a venue: for those who tell other nodes. From its writer, so it must not wait.</summary>
    public event Action<string, IReadOnlyList<StoredEntry>>? Wrote;

    /// <summary>The venues in memory now.</summary>
    public IReadOnlyCollection<LiveVenue> Awake => [.. Now.Select(held => held.Venue)];

    private IEnumerable<Held> Now => _venues.Values
        .Where(lazy => lazy is { IsValueCreated: true, Value.IsCompletedSuccessfully: true }).Select(lazy => lazy.Value.Result);

    /// <summary>The venue, woken from its snapshot and the entries after it.</summary>
    /// <exception cref="VenueParkedException">Its data comes from a newer version.</exception>
    /// <exception cref="StoreException">It could not be read.</exception>
    public async ValueTask<LiveVenue> Get(string venue, CancellationToken stop = default)
    {
        while (true)
        {
            var lazy = _venues.GetOrAdd(venue, id => new(() => Wake(id)));
            try
            {
                var held = await lazy.Value.WaitAsync(stop);
                held.LastUsed = parts.Host.GetTimestamp();
                if (_venues.GetValueOrDefault(venue) == lazy)
                {
                    return held.Venue;
                }
            }
            catch when (lazy.Value.IsFaulted)
            {
                _venues.TryRemove(new(venue, lazy));
                throw;
            }
        }
    }

    /// <summary>Asks the store, in one query, where the logs end of all venues in memory: what another node has written is read. Nothing faster is ever needed, only welcome.</summary>
    public async Task LookAtHeads(CancellationToken stop)
    {
        var awake = Awake.ToDictionary(venue => venue.Id, venue => (Venue: venue, venue.Current.Seq));
        foreach (var head in awake.Count == 0 ? [] : await parts.Store.Heads(awake.Keys, stop))
        {
            var (venue, before) = awake[head.Venue];
            if (head.Head < before)
            {
                venue.IsShorter();
            }
            else
            {
                venue.EndsAt(head.Head, Mark.Of(head.Mark));
            }
        }
    }

    /// <summary>The venue if it is in memory; it is not woken.</summary>
    public LiveVenue? IfAwake(string venue) =>
        _venues.TryGetValue(venue, out var lazy) && lazy is { IsValueCreated: true, Value.IsCompletedSuccessfully: true } ? lazy.Value.Result.Venue : null;

    /// <summary>Puts down what nobody has needed for a while.</summary>
    public async Task PutDownIdle()
    {
        foreach (var (id, lazy) in _venues)
        {
            if (lazy is not { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
            {
                continue;
            }

            var held = await lazy.Value;
            // Whoever asked for it in the last moment has said so before looking whether it is still here.
            if (IsIdle(held) && _venues.TryRemove(new(id, lazy)) && (IsIdle(held) || !_venues.TryAdd(id, lazy)))
            {
                await PutDown(held.Venue);
            }
        }
    }

    /// <summary>The process ends: what waits is finished, snapshots are written.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var held in Now.ToList())
        {
            await PutDown(held.Venue);
        }
    }

    private bool IsIdle(Held held) =>
        !held.Venue.HasSubscribers
        && parts.Host.GetElapsedTime(held.LastUsed) > Idle
        && !(held.Venue.Current.State.NextDue - parts.Clock.Now < NothingDue);

    private async Task PutDown(LiveVenue venue)
    {
        await venue.PutDown();
        await venue.DisposeAsync();
        Log.PutDown(log, venue.Id, venue.Current.Seq);
    }

    [SuppressMessage("Reliability", "CA2000", Justification = "It is held until it is put down.")]
    private async Task<Held> Wake(string id)
    {
        var found = await parts.Reader.Wake(id, parts.Libraries.For, CancellationToken.None);
        var venue = new LiveVenue(found, parts, desk, live => Committed?.Invoke(live), entries => Wrote?.Invoke(id, entries));
        try
        {
            await SetUp(venue);
        }
        catch
        {
            await venue.DisposeAsync();
            throw;
        }

        Log.Woken(log, id, venue.Current.Seq);
        Committed?.Invoke(venue);
        return new(venue) { LastUsed = parts.Host.GetTimestamp() };
    }

    /// <summary>Its files have changed since it was last set up.</summary>
    private static async Task SetUp(LiveVenue venue)
    {
        var library = venue.Current.Library;
        if (IsOtherSetUp(venue.Current.State.SetUp, library) && !await venue.Do(new Domain.Command.SetUp(library)))
        {
            throw new StoreException(StoreFailure.Unavailable, $"venue {venue.Id} could not be set up: the store did not take the entry");
        }
    }

    private static bool IsOtherSetUp(VenueEvents.VenueSetUp? setUp, Library library) =>
        setUp is null
        || setUp.Book.Value != library.Venue.Hash
        || setUp.InForce.Count != library.InForce.Count
        || setUp.InForce.Any(pair => library.InForce.GetValueOrDefault(pair.Key.Value) != pair.Value.Value);

    private sealed class Held(LiveVenue venue)
    {
        private long _lastUsed;

        public LiveVenue Venue { get; } = venue;

        public long LastUsed
        {
            get => Volatile.Read(ref _lastUsed);
            set => Interlocked.Exchange(ref _lastUsed, value);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1110, LogLevel.Information, "Venue {Venue} is awake at {Seq}")]
        public static partial void Woken(ILogger log, string venue, long seq);

        [LoggerMessage(1111, LogLevel.Information, "Venue {Venue} was put down at {Seq}")]
        public static partial void PutDown(ILogger log, string venue, long seq);
    }
}
