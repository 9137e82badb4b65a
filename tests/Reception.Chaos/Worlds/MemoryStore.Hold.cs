using Reception.Hub.Storage;

namespace Reception.Chaos.Worlds;

/// <content>A venue for oneself, and the level.</content>
internal sealed partial class MemoryStore
{
    private static readonly TimeSpan TakenBackAfter = TimeSpan.FromSeconds(5);

    private int _level = 1;

    public async ValueTask<IVenueHold> Hold(string venue, CancellationToken stop = default)
    {
        var free = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        while (!TryHold(venue, free))
        {
            await Freed(venue).WaitAsync(stop);
        }

        var hold = new VenueHold(this, venue, free);
        _ = hold.EndAfter(wait(TakenBackAfter));
        return hold;
    }

    public ValueTask<int> Level(CancellationToken stop = default) => new(_level);

    public ValueTask<int> RaiseLevel(int level, CancellationToken stop = default) => new(_level = Math.Max(_level, level));

    private bool TryHold(string venue, TaskCompletionSource free)
    {
        lock (_gate)
        {
            return Of(venue) is not { } log || log.Held is { Task.IsCompleted: false } ? Of(venue) is null : (log.Held = free) == free;
        }
    }

    private Task Freed(string venue)
    {
        lock (_gate)
        {
            return Of(venue)?.Held?.Task ?? Task.CompletedTask;
        }
    }

    private sealed class VenueHold(MemoryStore store, string venue, TaskCompletionSource free) : IVenueHold
    {
        public async Task EndAfter(Task time)
        {
            await time;
            free.TrySetResult();
        }

        public ValueTask<AppendResult> Append(AppendRequest request)
        {
            request.Check();
            if (free.Task.IsCompleted || request.Venue != venue)
            {
                throw new StoreException(StoreFailure.Unavailable, $"The hold of {venue} was taken back; nothing was written.");
            }

            var result = store.Use(() => store.Append(request));
            free.TrySetResult();
            return result;
        }

        public ValueTask DisposeAsync()
        {
            free.TrySetResult();
            return ValueTask.CompletedTask;
        }
    }
}
