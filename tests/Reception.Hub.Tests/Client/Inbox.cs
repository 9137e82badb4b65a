using System.Threading.Channels;

namespace Reception.Hub.Tests.Client;

/// <summary>Collects what comes, so that a test can wait for the next one, but not for ever.</summary>
internal sealed class Inbox<T>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Channel<T> channel = Channel.CreateUnbounded<T>();
    private readonly List<T> all = [];

    public IReadOnlyList<T> All
    {
        get
        {
            lock (all)
            {
                return [.. all];
            }
        }
    }

    public void Add(T one)
    {
        lock (all)
        {
            all.Add(one);
        }

        channel.Writer.TryWrite(one);
    }

    public Task<T> Next() => Next(_ => true);

    /// <summary>The next one that fits; others are passed over.</summary>
    public async Task<T> Next(Func<T, bool> fits)
    {
        using var limit = new CancellationTokenSource(Patience);
        try
        {
            while (true)
            {
                var one = await channel.Reader.ReadAsync(limit.Token);
                if (fits(one))
                {
                    return one;
                }
            }
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"No such {typeof(T).Name} within {Patience.TotalSeconds} s; {all.Count} came in all: {string.Join(", ", All)}");
        }
    }
}
