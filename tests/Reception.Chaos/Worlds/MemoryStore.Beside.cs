using Reception.Hub.Storage;

namespace Reception.Chaos.Worlds;

/// <content>What is kept beside the logs: cards, snapshots, documents, signs of life, the anchor, sessions.</content>
internal sealed partial class MemoryStore
{
    private readonly Dictionary<(string Venue, int Shape), SnapshotRow> _snapshots = [];
    private readonly Dictionary<string, byte[]> _documents = new(StringComparer.Ordinal);
    private readonly Dictionary<DeviceAt, Vouched> _vouched = [];
    private readonly Dictionary<string, SessionRow> _sessions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CodeRow> _codes = new(StringComparer.Ordinal);
    private ClockAnchor? _anchor;
    private Sweep? _sweep;

    /// <summary>An older backup is put back: so many entries, and the cards written with them, are no more.</summary>
    public void Restore(string venue, int fewer, DateTimeOffset? nextDue)
    {
        lock (_gate)
        {
            var log = _logs[venue];
            foreach (var lost in log.Entries[^fewer..])
            {
                _ = lost.CommandId is { } id && log.ByCommand.Remove(id);
            }

            log.Entries.RemoveRange(log.Entries.Count - fewer, fewer);
            (log.Mark, log.NextDue) = (log.Entries[^1].Mark, nextDue);
            log.Written.RemoveAll(card => card.With > log.Entries.Count);
            log.Cards.Clear();
            log.Written.ForEach(written => Put(log, written.Card));
            foreach (var row in _snapshots.Where(row => row.Value.Seq > log.Entries.Count).ToList())
            {
                _snapshots.Remove(row.Key);
            }
        }
    }

    /// <summary>The anchor, for who stands outside.</summary>
    public ClockAnchor? InForce => _anchor;

    public ValueTask<CardRow?> Card(string venue, string guest, CancellationToken stop = default) => Use(() => RowOf(venue, guest));

    public ValueTask<IReadOnlyList<CardRow>> Cards(string venue, IReadOnlyCollection<string> guests, CancellationToken stop = default) =>
        Use<IReadOnlyList<CardRow>>(() => [.. guests.Distinct().Select(guest => RowOf(venue, guest)).OfType<CardRow>()]);

    public ValueTask<IReadOnlySet<string>> WithCard(string venue, IReadOnlyCollection<string> guests, CancellationToken stop = default) =>
        Use<IReadOnlySet<string>>(() => guests.Where(guest => RowOf(venue, guest) is not null).ToHashSet());

    public ValueTask<IReadOnlyList<string>> GuestsBy(string venue, byte[]? indexPhone, byte[]? indexPlate, CancellationToken stop = default) =>
        Use<IReadOnlyList<string>>(() =>
            [.. (Of(venue)?.Cards.Values.ToList() ?? []).Where(card => Same(card.IndexPhone, indexPhone) || Same(card.IndexPlate, indexPlate)).Select(card => card.Guest)]);

    public ValueTask<bool> SaveSnapshot(SnapshotRow snapshot, CancellationToken stop = default) => Use(() =>
    {
        var at = (int)snapshot.Seq - 1;
        if (Of(snapshot.Venue) is not { } log || at < 0 || at >= log.Entries.Count || !Same(log.Entries[at].Mark, snapshot.Mark)
            || (_snapshots.TryGetValue((snapshot.Venue, snapshot.Shape), out var here) && here.Seq >= snapshot.Seq))
        {
            return false;
        }

        _snapshots[(snapshot.Venue, snapshot.Shape)] = snapshot;
        return true;
    });

    public ValueTask<SnapshotRow?> Snapshot(string venue, int oldestShape, int newestShape, CancellationToken stop = default) => Use(() =>
        _snapshots.Values.Where(row => row.Venue == venue && row.Shape >= oldestShape && row.Shape <= newestShape)
            .OrderByDescending(row => row.Seq).ThenByDescending(row => row.Shape).FirstOrDefault());

    public ValueTask PutDocument(string hash, byte[] content, CancellationToken stop = default) => Do(() => _documents.TryAdd(hash, content));

    public ValueTask<byte[]?> Document(string hash, CancellationToken stop = default) => Use(() => _documents.GetValueOrDefault(hash));

    public ValueTask<Sweep> Vouch(string node, IReadOnlyCollection<DeviceAt> devices, TimeSpan hole, CancellationToken stop = default) => Use(() =>
    {
        var now = clock();
        var back = _sweep is { } last && last.StoreTime > now;
        foreach (var old in _vouched.Values.Where(old => old.At > now).ToList())
        {
            _vouched[new(old.Venue, old.Device)] = old with { At = now };
        }

        foreach (var device in devices)
        {
            _vouched[device] = new(device.Venue, device.Device, node, now);
        }

        var whole = _sweep is null || back || now - _sweep.StoreTime > hole ? now : _sweep.WholeSince;
        return _sweep = new(now, whole, _sweep?.StoreTime);
    });

    public ValueTask<IReadOnlyList<Vouched>> Unvouched(DateTimeOffset before, CancellationToken stop = default) => Use<IReadOnlyList<Vouched>>(() =>
        [.. _vouched.Values.Where(vouched => vouched.At < before).OrderBy(vouched => vouched.At).ThenBy(vouched => vouched.Device, StringComparer.Ordinal)]);

    public ValueTask ForgetDevice(DeviceAt device, CancellationToken stop = default) => Do(() => _vouched.Remove(device));

    public ValueTask<ClockAnchor?> Anchor(CancellationToken stop = default) => Use(() => _anchor);

    public ValueTask<ClockAnchor> Anchor(ClockAnchor anchor, CancellationToken stop = default) => Use(() => _anchor ??= anchor);

    public ValueTask OpenSession(SessionRow session, CancellationToken stop = default) => Do(() => _sessions[session.Id] = session);

    public ValueTask<SessionRow?> SessionBy(byte[] tokenHash, CancellationToken stop = default) =>
        Use(() => _sessions.Values.FirstOrDefault(session => Same(session.TokenHash, tokenHash)));

    public ValueTask<IReadOnlyList<SessionRow>> Sessions(string venue, CancellationToken stop = default) => Use<IReadOnlyList<SessionRow>>(() =>
        [.. _sessions.Values.Where(session => session.Venue == venue).OrderByDescending(session => session.Opened).ThenBy(session => session.Id, StringComparer.Ordinal)]);

    public ValueTask Seen(IReadOnlyCollection<string> sessionIds, DateTimeOffset at, CancellationToken stop = default) => Do(() =>
    {
        foreach (var session in sessionIds.Select(id => _sessions.GetValueOrDefault(id)).OfType<SessionRow>().Where(session => session.LastSeen < at))
        {
            _sessions[session.Id] = session with { LastSeen = at };
        }
    });

    public ValueTask<bool> Revoke(string venue, string sessionId, DateTimeOffset at, CancellationToken stop = default) => Use(() =>
    {
        if (_sessions.GetValueOrDefault(sessionId) is not { Revoked: null } session || session.Venue != venue)
        {
            return false;
        }

        _sessions[sessionId] = session with { Revoked = at };
        return true;
    });

    public ValueTask AddCode(CodeRow code, CancellationToken stop = default) => Do(() => _codes[Convert.ToHexString(code.Hash)] = code);

    public ValueTask<CodeRow?> Redeem(byte[] codeHash, DateTimeOffset now, CancellationToken stop = default) => Use(() =>
    {
        var hash = Convert.ToHexString(codeHash);
        return _codes.GetValueOrDefault(hash) is { Used: null } code && code.Expires > now ? _codes[hash] = code with { Used = now } : null;
    });

    private static bool Same(byte[]? one, byte[]? other) => one is not null && other is not null && one.AsSpan().SequenceEqual(other);

    private static void Put(Log log, CardWrite card)
    {
        if (card.Sealed is null)
        {
            log.Cards.Remove(card.Guest);
        }
        else
        {
            log.Cards[card.Guest] = card;
        }
    }

    private CardRow? RowOf(string venue, string guest) => Of(venue)?.Cards.GetValueOrDefault(guest) is { Sealed: { } words } card ? new(guest, card.Rev, words) : null;

    private ValueTask Do(Action work)
    {
        lock (_gate)
        {
            work();
        }

        return ValueTask.CompletedTask;
    }
}
