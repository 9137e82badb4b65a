namespace Reception.Client;

/// <summary>The link in use, and a way to wait for one.</summary>
internal sealed class LinkSlot
{
    private readonly Lock gate = new();
    private TaskCompletionSource<ILink> next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ILink? Current => next.Task.IsCompletedSuccessfully ? next.Task.Result : null;

    public Task<ILink> Wait(CancellationToken stop) => next.Task.WaitAsync(stop);

    public void Put(ILink link)
    {
        lock (gate)
        {
            if (!next.TrySetResult(link))
            {
                next = new(TaskCreationOptions.RunContinuationsAsynchronously);
                next.SetResult(link);
            }
        }
    }

    public void Empty()
    {
        lock (gate)
        {
            if (next.Task.IsCompleted)
            {
                next = new(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }
    }
}
