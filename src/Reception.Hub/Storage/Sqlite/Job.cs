namespace Reception.Hub.Storage.Sqlite;

/// <summary>Something to do inside the next transaction. It may be tried more than once, so it works on the session only.</summary>
internal abstract class Job
{
    /// <summary>Does the work; the outcome is told by <see cref="Complete"/> when it is on the disk.</summary>
    public abstract void Work(SqliteSession session);

    public abstract void Complete();

    public abstract void Fail(Exception cause);
}

internal sealed class Job<T>(Func<SqliteSession, T> work) : Job
{
    // A caller's continuation must not run on the committing thread, where it would hold up everybody.
    private readonly TaskCompletionSource<T> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? _result;

    public Task<T> Outcome => _outcome.Task;

    public override void Work(SqliteSession session) => _result = work(session);

    public override void Complete() => _outcome.SetResult(_result!);

    public override void Fail(Exception cause) => _outcome.SetException(cause);
}
