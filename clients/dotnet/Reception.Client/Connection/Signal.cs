using System.Diagnostics.CodeAnalysis;

namespace Reception.Client;

/// <summary>A wake-up that is not lost when nobody waits yet. One waiter.</summary>
[SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable", Justification = "A semaphore whose wait handle is never taken holds nothing.")]
internal sealed class Signal
{
    private readonly SemaphoreSlim semaphore = new(0, 1);

    public void Set()
    {
        try
        {
            semaphore.Release();
        }
        catch (SemaphoreFullException)
        {
            // Already set: one wake-up is enough.
        }
    }

    public Task Wait(CancellationToken stop) => semaphore.WaitAsync(stop);

    /// <summary>Waits until set or until the time is over, whichever is first.</summary>
    public async Task Wait(TimeSpan atMost, TimeProvider time, CancellationToken stop)
    {
        using var limit = new CancellationTokenSource(atMost, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stop);
        try
        {
            await semaphore.WaitAsync(both.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            // The time is over.
        }
    }
}
