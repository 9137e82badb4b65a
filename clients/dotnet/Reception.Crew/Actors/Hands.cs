using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Reception.Client;
using Reception.Contracts;
using Reception.Crew.Habits;
using Reception.Crew.Ledgers;
using Reception.Crew.Worlds;

namespace Reception.Crew.Actors;

/// <summary>Does what was decided, through the SDK, and writes it down. Impatient: taps are sent one to three times.</summary>
internal sealed class Hands(Func<ReceptionClient> device, World world, Ledger ledger, TimeProvider time, bool impatient)
{
    private readonly ConcurrentDictionary<string, Line> open = new(StringComparer.Ordinal);
    private double lag;

    /// <summary>How long it lately took from a tap until one's own screen showed it, host time.</summary>
    public TimeSpan Lag => TimeSpan.FromMilliseconds(Volatile.Read(ref lag));

    /// <summary>Of the SDK, whichever device it is by now.</summary>
    public void Settled(AnsweredCommand done)
    {
        if (open.TryRemove(done.Command.CommandId, out var line))
        {
            line.Settle(done);
        }
    }

    /// <summary>Null: somebody else was with them first.</summary>
    public async Task<Answer?> Do(Deed deed, string me, CancellationToken stop)
    {
        var client = device();
        if (deed.Greets is { } greeted && !world.Greet(greeted, me))
        {
            return null;
        }

        var command = client.Make(deed.Kind, deed.Args, deed.Fields);
        if (deed.Agrees is { } reaction)
        {
            world.Agree(command.CommandId, reaction);
        }

        var answer = await Send(command, stop);
        if (!answer.Ok)
        {
            if (deed.Greets is { } party)
            {
                world.LetGo(party);
            }

            return answer;
        }

        if ((deed.Greets ?? deed.WritesDown) is { } known && (answer.Created?.GetValueOrDefault("journey") ?? deed.Args.GetValueOrDefault("journey")) is { } journey)
        {
            world.Know(known, journey);
        }

        if (deed.TakesBack && deed.Args.GetValueOrDefault("journey") is { } mistaken && world.Slip(mistaken))
        {
            await Send(device().Make(Kinds.Undo, new Dictionary<string, string> { ["journey"] = mistaken }), stop);
        }

        return answer;
    }

    /// <summary>One command, noted from intent to the moment the views show it.</summary>
    public async Task<Answer> Send(Command command, CancellationToken stop)
    {
        Line line;
        var client = device();
        var (began, here) = (time.GetTimestamp(), client.Link != LinkState.None);
        bool alone;
        lock (ledger)
        {
            // Two things begun at the same moment: the ledger has them in the order in which the outbox has.
            line = ledger.Intends(command);
            open[command.CommandId] = line;
            alone = client.Pending.All(pending => pending.Answer is not null);
            _ = client.Do(command, stop).ContinueWith(broken => broken.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        }

        // The same tap again overtakes nothing that was done before it.
        var more = impatient && alone ? Taps(command) : 0;
        var again = Enumerable.Range(0, more).Select(_ => Again(client, command, line, stop)).ToList();
        // Not the task of this device: it may be restarted, and what waits is sent by the next one.
        var answer = await line.Answered.WaitAsync(stop);
        await Task.WhenAll(again);
        if (answer.Seq > 0)
        {
            await Reached(answer.Seq, stop);
            line.Shows();
            if (here)
            {
                Volatile.Write(ref lag, (0.8 * lag) + (0.2 * time.GetElapsedTime(began).TotalMilliseconds));
            }
        }

        return answer;
    }

    private async Task Reached(long seq, CancellationToken stop)
    {
        while (true)
        {
            var client = device();
            try
            {
                await client.Reached(seq, stop);
                return;
            }
            catch (OperationCanceledException) when (!stop.IsCancellationRequested)
            {
                // This device was put down; the next one is on its way.
                await Task.Yield();
                if (ReferenceEquals(client, device()))
                {
                    await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, stop);
                }
            }
        }
    }

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "A tap that got no answer is no answer.")]
    private static async Task Again(ReceptionClient client, Command command, Line line, CancellationToken stop)
    {
        try
        {
            line.Heard(await client.TryOnce(command, stop));

            line.Sends++;
        }
        catch (Exception) when (!stop.IsCancellationRequested)
        {
            line.Heard(null);
            line.Sends++;
        }
    }

    private int Taps(Command command) => Dice.Roll(world.Seed, ledger.Staff + ledger.Lines.Count + command.Kind) switch { < 0.7 => 0, < 0.9 => 1, _ => 2 };
}
