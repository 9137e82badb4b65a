using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;

namespace Reception.Client;

/// <summary>Runs what happened one by one and in order, away from the connection: a slow handler delays other handlers only.</summary>
internal sealed class EventLoop(Action<Exception> faulted)
{
    private readonly Channel<Action> happened = Channel.CreateUnbounded<Action>(new() { SingleReader = true });

    /// <returns>False when the loop has ended: it will not be run.</returns>
    public bool Post(Action action) => happened.Writer.TryWrite(action);

    public void Complete() => happened.Writer.TryComplete();

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "A handler that throws is its owner's fault and must not silence the next alert.")]
    public async Task Run()
    {
        await foreach (var action in happened.Reader.ReadAllAsync().ConfigureAwait(false))
        {
            try
            {
                action();
            }
            catch (Exception fault)
            {
                faulted(fault);
            }
        }
    }
}
