using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.SignalR;
using Reception.Contracts;

namespace Reception.Client;

/// <summary>Sends what waits: stored first, in order, one at a time, the same id until it is answered.</summary>
[SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable", Justification = "A semaphore whose wait handle is never taken holds nothing.")]
internal sealed class Sender(IOutbox outbox, string owner, LinkSlot slot, TimeProvider time, Counters counters)
{
    private const int BreaksAllowed = 2;
    private const int FailuresAllowed = 5;

    // An answer takes milliseconds; after this the command or its answer was lost on the way.
    private static readonly TimeSpan AnswersWithin = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim storing = new(1, 1);
    private readonly Signal queued = new();
    private ImmutableList<Item> queue = [];
    private bool loaded;

    /// <summary>Told of every answer, in order, before whoever waits for it.</summary>
    public Action<AnsweredCommand> Answered { get; init; } = _ => { };

    /// <summary>The outbox could not be written: told, and tried again.</summary>
    public Action<Exception> Faulted { get; init; } = _ => { };

    /// <summary>Told of everything that is taken, before it is sent.</summary>
    public Action<Command> Taken { get; init; } = _ => { };

    public async Task<Answer> Do(Command command)
    {
        if (CommandLimits.Refuse(command) is { } refusal)
        {
            Answered(new(command, refusal, TimeSpan.Zero, 0));
            return refusal;
        }

        var item = new Item(new(owner, command));
        await Load(CancellationToken.None).ConfigureAwait(false);
        await storing.WaitAsync().ConfigureAwait(false);
        try
        {
            await outbox.Write(item.Waiting, CancellationToken.None).ConfigureAwait(false);
            Taken(command);
            queue = queue.Add(item);
        }
        finally
        {
            storing.Release();
        }

        queued.Set();
        return await item.Done.Task.ConfigureAwait(false);
    }

    public async Task Run(CancellationToken stop)
    {
        await Load(stop).ConfigureAwait(false);
        var backoff = new Backoff();
        while (true)
        {
            if (queue.IsEmpty)
            {
                await queued.Wait(stop).ConfigureAwait(false);
                continue;
            }

            if (await First(stop).ConfigureAwait(false))
            {
                backoff.Reset();
            }
            else
            {
                await Task.Delay(backoff.Next(), time, stop).ConfigureAwait(false);
            }
        }
    }

    /// <summary>The program ends: nobody waits any more. What is stored is sent by the next run.</summary>
    public void Abandon()
    {
        foreach (var item in queue)
        {
            item.Done.TrySetCanceled();
        }
    }

    /// <summary>Sends once by the link there is, past the outbox. Null when no answer came.</summary>
    public async Task<Answer?> Once(Command command, CancellationToken stop) =>
        slot.Current is { } link ? (await Send(link, command, stop).ConfigureAwait(false)).Answer : null;

    private async Task<bool> First(CancellationToken stop)
    {
        try
        {
            var item = queue[0];
            item.Answer ??= await Try(item, stop).ConfigureAwait(false);
            if (item.Answer is { } answer)
            {
                await Settle(item, answer, stop).ConfigureAwait(false);
                return true;
            }
        }
        catch (IOException full)
        {
            Faulted(full);
        }

        return false;
    }

    private async Task Load(CancellationToken stop)
    {
        await storing.WaitAsync(stop).ConfigureAwait(false);
        try
        {
            if (!loaded)
            {
                var mine = (await outbox.Read(stop).ConfigureAwait(false)).Where(one => one.Owner == owner && !one.SetAside).Select(one => new Item(one));
                queue = queue.AddRange(mine);
                loaded = true;
                foreach (var item in queue)
                {
                    Taken(item.Waiting.Command);
                }
            }
        }
        finally
        {
            storing.Release();
        }
    }

    private async Task<Answer?> Try(Item item, CancellationToken stop)
    {
        var command = item.Waiting.Command;
        var link = await slot.Wait(stop).ConfigureAwait(false);
        if (item.Sent++ > 0)
        {
            Interlocked.Increment(ref counters.Resent);
        }

        var began = time.GetTimestamp();
        var (answer, failed) = await Send(link, command, stop).ConfigureAwait(false);
        item.Took = time.GetElapsedTime(began);
        if (answer is not null)
        {
            return answer.Code is { } code && (code == ErrorCodes.Busy.Id || code == ErrorCodes.TooMany.Id || code == ErrorCodes.NotSignedIn.Id) ? null : answer;
        }

        if (failed is HubException)
        {
            // The hub is there, but not for this command.
            return ++item.Failed >= FailuresAllowed ? CommandLimits.Refusal(command, ErrorCodes.SetAside, "") : null;
        }

        if (link.Ended.IsCompleted && await link.Ended.ConfigureAwait(false) is { ByHub: true, Leave: null })
        {
            item.Waiting = item.Waiting with { Broke = item.Waiting.Broke + 1 };
            await Store(item, stop).ConfigureAwait(false);
            return item.Waiting.Broke >= BreaksAllowed ? CommandLimits.Refusal(command, ErrorCodes.SetAside, "") : null;
        }

        return null;
    }

    private async Task<(Answer? Answer, Exception? Failed)> Send(ILink link, Command command, CancellationToken stop)
    {
        using var limit = new CancellationTokenSource(AnswersWithin, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stop);
        return await Sent(link, command, both.Token, stop).ConfigureAwait(false);
    }

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "However a send fails, the command stays and is sent again.")]
    private static async Task<(Answer? Answer, Exception? Failed)> Sent(ILink link, Command command, CancellationToken limit, CancellationToken stop)
    {
        try
        {
            var sending = link.Do(command, limit);
            if (await Task.WhenAny(sending, link.Ended).ConfigureAwait(false) == link.Ended && !sending.IsCompletedSuccessfully)
            {
                // Nobody will look at what becomes of it.
                _ = sending.ContinueWith(late => late.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
                return (null, null);
            }

            return (await sending.ConfigureAwait(false), null);
        }
        catch (Exception failed) when (!stop.IsCancellationRequested)
        {
            return (null, failed);
        }
    }

    private async Task Settle(Item item, Answer answer, CancellationToken stop)
    {
        var command = item.Waiting.Command;
        if (answer.Code == ErrorCodes.SetAside.Id)
        {
            item.Waiting = item.Waiting with { SetAside = true };
            await Store(item, stop).ConfigureAwait(false);
        }

        await storing.WaitAsync(stop).ConfigureAwait(false);
        try
        {
            if (!item.Waiting.SetAside)
            {
                await outbox.Remove(owner, command.CommandId, stop).ConfigureAwait(false);
            }

            queue = queue.RemoveAt(0);
        }
        finally
        {
            storing.Release();
        }

        Answered(new(command, answer, item.Took, item.Sent));
        item.Done.TrySetResult(answer);
    }

    private async Task Store(Item item, CancellationToken stop)
    {
        await storing.WaitAsync(stop).ConfigureAwait(false);
        try
        {
            await outbox.Write(item.Waiting, stop).ConfigureAwait(false);
        }
        finally
        {
            storing.Release();
        }
    }

    private sealed class Item(Waiting waiting)
    {
        public Waiting Waiting { get; set; } = waiting;

        public int Sent { get; set; }

        public int Failed { get; set; }

        public TimeSpan Took { get; set; }

        public Answer? Answer { get; set; }

        public TaskCompletionSource<Answer> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
