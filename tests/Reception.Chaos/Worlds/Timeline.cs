namespace Reception.Chaos.Worlds;

/// <summary>Time that passes only when nothing else can happen: one thing after the other, those of the same moment in drawn order.</summary>
internal sealed class Timeline(Chance chance)
{
    private const int MostAtOneMoment = 200_000;

    private readonly PriorityQueue<Action, (long At, long Draw)> _coming = new();

    /// <summary>Ticks of 100 ns since the world began.</summary>
    public long Ticks { get; private set; }

    public TimeSpan Now => TimeSpan.FromTicks(Ticks);

    /// <summary>To look at the clock takes 100 ns: who looks until a moment has come gets there.</summary>
    public long Read() => ++Ticks;

    public void After(TimeSpan time, Action happens) =>
        _coming.Enqueue(happens, (Ticks + Math.Max(0, time.Ticks), chance.Long()));

    /// <summary>Done when the time has passed.</summary>
    public Task Wait(TimeSpan time)
    {
        var passed = new TaskCompletionSource();
        After(time, passed.SetResult);
        return passed.Task;
    }

    /// <summary>Runs the world until it is this old.</summary>
    /// <param name="stop">Asked after each thing that happened.</param>
    /// <returns>What keeps it from going on; null when nothing does.</returns>
    public async Task<string?> RunUntil(TimeSpan end, Func<bool> stop)
    {
        var here = 0;
        while (!stop() && _coming.TryPeek(out _, out var next) && next.At <= end.Ticks)
        {
            var happens = _coming.Dequeue();
            here = next.At > Ticks ? 0 : here + 1;
            Ticks = Math.Max(Ticks, next.At);
            happens();
            if (!await OneThread.Settle() || here > MostAtOneMoment)
            {
                return "something runs round and round and no time passes";
            }
        }

        Ticks = Math.Max(Ticks, end.Ticks);
        return null;
    }
}
