namespace Reception.Client;

/// <summary>Keeps what waits as long as the program runs.</summary>
public sealed class MemoryOutbox : IOutbox
{
    private readonly Lock gate = new();
    private readonly List<Waiting> waiting = [];

    /// <inheritdoc/>
    public Task<IReadOnlyList<Waiting>> Read(CancellationToken stop)
    {
        lock (gate)
        {
            return Task.FromResult<IReadOnlyList<Waiting>>([.. waiting]);
        }
    }

    /// <inheritdoc/>
    public Task Write(Waiting waiting, CancellationToken stop)
    {
        lock (gate)
        {
            var index = Index(waiting.Owner, waiting.Command.CommandId);
            if (index < 0)
            {
                this.waiting.Add(waiting);
            }
            else
            {
                this.waiting[index] = waiting;
            }
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task Remove(string owner, string commandId, CancellationToken stop)
    {
        lock (gate)
        {
            var index = Index(owner, commandId);
            if (index >= 0)
            {
                waiting.RemoveAt(index);
            }
        }

        return Task.CompletedTask;
    }

    private int Index(string owner, string commandId) => waiting.FindIndex(one => one.Owner == owner && one.Command.CommandId == commandId);
}
