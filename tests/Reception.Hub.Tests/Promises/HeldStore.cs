using Reception.Hub.Storage;
using Reception.Hub.Tests.Builders;

namespace Reception.Hub.Tests.Promises;

/// <summary>A store whose appends can be held before the commit, or whose outcome can be lost after it.</summary>
internal sealed class HeldStore
{
    private TaskCompletionSource? _held;
    private TaskCompletionSource _release = new();
    private volatile StoreException? _instead;
    private volatile StoreException? _afterwards;
    private int _appends;

    public int Appends => Volatile.Read(ref _appends);

    public IVenueStore Before(IVenueStore store) => StandIn.For(store, async (_, commit) =>
    {
        Interlocked.Increment(ref _appends);
        if (Volatile.Read(ref _held) is { } held)
        {
            held.TrySetResult();
            await _release.Task.WaitAsync(RunningHub.Limit);
        }

        if (_instead is { } refused)
        {
            throw refused;
        }

        var results = await commit();
        var lost = Interlocked.Exchange(ref _afterwards, null);
        return lost is null ? results : throw lost;
    });

    /// <summary>From now on appends wait. The task completes when the first does.</summary>
    public Task Hold()
    {
        _release = new(TaskCreationOptions.RunContinuationsAsynchronously);
        var held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Volatile.Write(ref _held, held);
        return held.Task.WaitAsync(RunningHub.Limit);
    }

    public void Release()
    {
        Volatile.Write(ref _held, null);
        _release.TrySetResult();
    }

    /// <summary>Nothing is written any more; null: all is well again.</summary>
    public void Refuse(StoreFailure? failure) => _instead = failure is { } why ? new(why, "as the test wants it") : null;

    /// <summary>The next append is committed, but nobody is told so.</summary>
    public void LoseNextOutcome() => _afterwards = new(StoreFailure.Unknown, "as the test wants it");
}
