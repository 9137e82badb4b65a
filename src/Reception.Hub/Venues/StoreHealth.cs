using System.Collections.Concurrent;
using Reception.Hub.Storage;

namespace Reception.Hub.Venues;

/// <summary>How the store lately did what it was asked to write: for the amber light, nothing is decided by it. Host time.</summary>
internal sealed class StoreHealth(TimeProvider host)
{
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(1);

    /// <summary>A light that goes out between two slow or failed writes is no light.</summary>
    private static readonly TimeSpan Stays = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<object, long> _underWay = [];
    private volatile Failed? _failed;
    private long _slowAt;

    /// <summary>Why a write failed lately; null when none did.</summary>
    public StoreFailure? Failure => _failed is { } failed && (!failed.Over || host.GetElapsedTime(failed.At) < Stays) ? failed.Why : null;

    public bool IsSlow => (_slowAt != 0 && host.GetElapsedTime(_slowAt) < Stays) || _underWay.Values.Any(since => host.GetElapsedTime(since) > Slow);

    /// <summary>One write.</summary>
    public async ValueTask<T> Watch<T>(Func<ValueTask<T>> write)
    {
        var (one, since) = (new object(), host.GetTimestamp());
        _underWay[one] = since;
        try
        {
            var result = await write();
            _failed = _failed is { } failed ? failed with { Over = true } : null;
            return result;
        }
        catch (StoreException cause)
        {
            _failed = new(cause.Failure, host.GetTimestamp(), Over: false);
            throw;
        }
        finally
        {
            _underWay.TryRemove(one, out _);
            _slowAt = host.GetElapsedTime(since) > Slow ? host.GetTimestamp() : _slowAt;
        }
    }

    /// <param name="Over">Something has been written since.</param>
    private sealed record Failed(StoreFailure Why, long At, bool Over);
}
