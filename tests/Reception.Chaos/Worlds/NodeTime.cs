namespace Reception.Chaos.Worlds;

/// <summary>Host time of one node. A node that is paused wakes late and all at once; of one that is dead no timer fires any more.</summary>
internal sealed class NodeTime(Timeline line, DateTimeOffset begins) : TimeProvider
{
    private readonly List<Action> _held = [];

    public bool IsDead { get; private set; }

    public bool IsPaused { get; private set; }

    /// <summary>The clock on this machine's wall is wrong by this much.</summary>
    public TimeSpan Skew { get; set; }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => line.Read();

    public override DateTimeOffset GetUtcNow() => begins + line.Now + Skew;

    public void Die()
    {
        IsDead = true;
        _held.Clear();
    }

    public void Pause() => IsPaused = true;

    public void GoOn()
    {
        IsPaused = false;
        foreach (var happens in _held)
        {
            line.After(TimeSpan.Zero, () => Enter(happens));
        }

        _held.Clear();
    }

    /// <summary>Something reaches the process: now, when it goes on, or never.</summary>
    public void Enter(Action happens)
    {
        if (IsPaused && !IsDead)
        {
            _held.Add(happens);
        }
        else if (!IsDead)
        {
            happens();
        }
    }

    /// <summary>Something reaches the process after a while.</summary>
    public void Enter(TimeSpan after, Action happens) => line.After(after, () => Enter(happens));

    public Task Wait(TimeSpan time)
    {
        var passed = new TaskCompletionSource();
        Enter(time, passed.SetResult);
        return passed.Task;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    private sealed class Timer(NodeTime time, Action callback) : ITimer
    {
        // Each change makes what was set before it void.
        private int _set;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Set(++_set, dueTime, period);
            return true;
        }

        public void Dispose() => _set++;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private void Set(int set, TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime != Timeout.InfiniteTimeSpan)
            {
                time.Enter(dueTime, () => Fire(set, period));
            }
        }

        private void Fire(int set, TimeSpan period)
        {
            if (set != _set)
            {
                return;
            }

            if (period != Timeout.InfiniteTimeSpan && period > TimeSpan.Zero)
            {
                Set(set, period, period);
            }

            callback();
        }
    }
}
