namespace Reception.Chaos.Worlds;

/// <summary>
/// The thread pool with one thread. Whatever the hub and the libraries beneath it leave to the pool then runs in one order, the same in every run:
/// nothing has to be built otherwise to be repeatable. Chance comes in only where the rig draws it, with the times at which things arrive.
/// </summary>
internal static class OneThread
{
    /// <summary>More rounds than any honest work takes before it waits for something.</summary>
    private const int MostRounds = 20_000;

    private static int _thread;

    /// <summary>For the rest of the process.</summary>
    public static void Take()
    {
        if (!ThreadPool.SetMinThreads(1, 1) || !ThreadPool.SetMaxThreads(1, 1))
        {
            throw new InvalidOperationException("The thread pool cannot be brought down to one thread, and no world would be repeatable.");
        }
    }

    /// <summary>Lets everything run that can run without time passing.</summary>
    /// <returns>False: it never rests.</returns>
    public static async Task<bool> Settle()
    {
        for (var round = 0; round < MostRounds; round++)
        {
            await Task.Yield();
            if (ThreadPool.PendingWorkItemCount == 0)
            {
                Check();
                return true;
            }
        }

        return false;
    }

    /// <summary>A world begins on the thread that it stays on.</summary>
    public static void Begin() => _thread = Environment.CurrentManagedThreadId;

    private static void Check()
    {
        if (Environment.CurrentManagedThreadId != _thread)
        {
            throw new InvalidOperationException("The world went on on another thread: what it showed cannot be repeated.");
        }
    }
}
