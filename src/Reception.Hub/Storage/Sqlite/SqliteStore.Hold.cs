using System.Collections.Concurrent;

namespace Reception.Hub.Storage.Sqlite;

/// <content>A venue for oneself. One process has the file, so a note in memory does it; it is taken and looked at inside transactions, which come one after the other.</content>
internal sealed partial class SqliteStore
{
    private readonly ConcurrentDictionary<string, Held> _held = new(StringComparer.Ordinal);

    public async ValueTask<IVenueHold> Hold(string venue, CancellationToken stop = default)
    {
        var hold = new Held(this, venue);
        while (await Write(_ => _held.GetOrAdd(venue, hold), stop) is var holder && holder != hold)
        {
            await holder.Over.WaitAsync(stop);
        }

        return hold;
    }

    public ValueTask<int> Level(CancellationToken stop = default) => Read(session => (int)session.Number(Statements.Level), stop);

    public async ValueTask<int> RaiseLevel(int level, CancellationToken stop = default)
    {
        await Write(session => session.Execute(Statements.RaiseLevel, level), stop);
        return await Level(stop);
    }

    private Held? HeldBy(IReadOnlyList<AppendRequest> requests) =>
        _held.IsEmpty ? null : requests.Select(request => _held.GetValueOrDefault(request.Venue)).FirstOrDefault(hold => hold is not null);

    private sealed class Held(SqliteStore store, string venue) : IVenueHold
    {
        private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Over => _over.Task;

        public async ValueTask<AppendResult> Append(AppendRequest request)
        {
            request.Check();
            return await store.Write(session => store.Append(session, request), CancellationToken.None);
        }

        public ValueTask DisposeAsync()
        {
            store._held.TryRemove(new(venue, this));
            _over.TrySetResult();
            return ValueTask.CompletedTask;
        }
    }
}
