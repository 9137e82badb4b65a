using Reception.Hub.Storage;

namespace Reception.Chaos.Worlds;

/// <summary>A store without a disk that keeps the contract. It never fails; failing is what stands between it and a node.</summary>
/// <param name="clock">The store's clock.</param>
/// <param name="wait">Done when so much time has passed.</param>
/// <param name="appended">Told of each commit, inside it.</param>
internal sealed partial class MemoryStore(Func<DateTimeOffset> clock, Func<TimeSpan, Task> wait, Action<string, StoredEntry>? appended = null) : IVenueStore
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, Log> _logs = new(StringComparer.Ordinal);

    public async ValueTask<IReadOnlyList<AppendResult>> Append(IReadOnlyList<AppendRequest> requests, CancellationToken stop = default)
    {
        foreach (var request in requests)
        {
            request.Check();
            while (!Freed(request.Venue).IsCompleted)
            {
                await Freed(request.Venue).WaitAsync(stop);
            }
        }

        return await Use<IReadOnlyList<AppendResult>>(() => [.. requests.Select(Append)]);
    }

    public ValueTask<bool> Register(string venue, byte[] mark, CancellationToken stop = default) => Use(() => _logs.TryAdd(venue, new(mark)));

    public ValueTask<IReadOnlyList<string>> Venues(CancellationToken stop = default) => Use<IReadOnlyList<string>>(() => [.. _logs.Keys]);

    public ValueTask<VenueHead?> Head(string venue, CancellationToken stop = default) => Use(() => Of(venue) is { } log ? HeadOf(venue, log) : null);

    public ValueTask<IReadOnlyList<VenueHead>> Heads(IReadOnlyCollection<string> venues, CancellationToken stop = default) =>
        Use<IReadOnlyList<VenueHead>>(() => [.. _logs.Where(log => venues.Contains(log.Key)).Select(log => HeadOf(log.Key, log.Value))]);

    public ValueTask<IReadOnlyList<VenueHead>> Overdue(DateTimeOffset before, CancellationToken stop = default) =>
        Use<IReadOnlyList<VenueHead>>(() =>
            [.. _logs.Where(log => log.Value.NextDue <= before).OrderBy(log => log.Value.NextDue).Select(log => HeadOf(log.Key, log.Value))]);

    public ValueTask<IReadOnlyList<StoredEntry>> Entries(string venue, long after, int take, CancellationToken stop = default) =>
        Use<IReadOnlyList<StoredEntry>>(() => [.. (Of(venue)?.Entries ?? []).Skip((int)after).Take(take)]);

    public ValueTask<StoredEntry?> Answered(string venue, string commandId, CancellationToken stop = default) =>
        Use(() => Of(venue)?.ByCommand.GetValueOrDefault(commandId));

    public ValueTask<IReadOnlyList<StoredEntry>> EntriesOf(string venue, DateOnly day, CancellationToken stop = default) =>
        Use<IReadOnlyList<StoredEntry>>(() => [.. (Of(venue)?.Entries ?? []).Where(entry => entry.Day == day)]);

    public ValueTask<IReadOnlyList<StoredMark>> Marks(string venue, int take, CancellationToken stop = default) =>
        Use<IReadOnlyList<StoredMark>>(() => [.. (Of(venue)?.Entries ?? []).TakeLast(take).Select(entry => new StoredMark(entry.Seq, entry.Mark))]);

    public ValueTask<DateTimeOffset> Now(CancellationToken stop = default) => new(clock());

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private AppendResult Append(AppendRequest request)
    {
        if (Of(request.Venue) is not { } log)
        {
            return new Behind(-1, []);
        }

        if (log.Entries.Count != request.Head || !log.Mark.AsSpan().SequenceEqual(request.Mark))
        {
            var at = (int)request.Head;
            return at < log.Entries.Count && log.Entries[at].Mark.AsSpan().SequenceEqual(request.Entries[0].Mark)
                ? new Committed(clock())
                : new Behind(log.Entries.Count, log.Mark);
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        List<string> repeated = [.. request.Entries.Select(entry => entry.CommandId).OfType<string>().Where(id => !seen.Add(id) || log.ByCommand.ContainsKey(id))];
        if (repeated.Count > 0)
        {
            return new Repeated(repeated);
        }

        Write(request, log);
        return new Committed(clock());
    }

    private void Write(AppendRequest request, Log log)
    {
        foreach (var card in request.Cards)
        {
            log.Written.Add((request.Entries[^1].Seq, card));
            Put(log, card);
        }

        log.NextDue = request.NextDue;
        foreach (var entry in request.Entries)
        {
            log.Entries.Add(entry);
            log.Mark = entry.Mark;
            if (entry.CommandId is { } id)
            {
                log.ByCommand[id] = entry;
            }

            appended?.Invoke(request.Venue, entry);
        }
    }

    private Log? Of(string venue) => _logs.GetValueOrDefault(venue);

    private VenueHead HeadOf(string venue, Log log) => new(venue, log.Entries.Count, log.Mark, log.NextDue, clock());

    private ValueTask<T> Use<T>(Func<T> work)
    {
        lock (_gate)
        {
            return new(work());
        }
    }

    private sealed class Log(byte[] mark)
    {
        public List<StoredEntry> Entries { get; } = [];

        public Dictionary<string, StoredEntry> ByCommand { get; } = new(StringComparer.Ordinal);

        /// <summary>Every card ever, with the entry it was written with.</summary>
        public List<(long With, CardWrite Card)> Written { get; } = [];

        public SortedDictionary<string, CardWrite> Cards { get; } = new(StringComparer.Ordinal);

        public byte[] Mark { get; set; } = mark;

        public DateTimeOffset? NextDue { get; set; }

        /// <summary>Somebody has the venue for himself until this is done.</summary>
        public TaskCompletionSource? Held { get; set; }
    }
}
