using System.Collections.Concurrent;
using Reception.Chaos.Running;
using Reception.Client;
using Reception.Contracts;

namespace Reception.Chaos.Day;

/// <summary>
/// Asks for something harmless all the time and writes down every answer, so that whenever the hub is killed some answer was just
/// given and another was on its way. It asks to take back a step of a journey that does not exist: a refusal by the state machine,
/// which is an entry like any other.
/// </summary>
internal sealed class Witness : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(40);

    private readonly ConcurrentDictionary<string, Answer> _answered = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _stop = new();
    private readonly ReceptionClient _client;
    private readonly Task _asking;

    private Witness(ReceptionClient client)
    {
        _client = client;
        _asking = Ask();
    }

    /// <summary>Answers by command id, as they were first seen.</summary>
    public IReadOnlyDictionary<string, Answer> Answered => _answered;

    /// <summary>How often the same id was answered differently the second time.</summary>
    public int Differing { get; private set; }

    public static async Task<Witness> Begin(HubSeat seat, CancellationToken stop)
    {
        var staff = await DemoStaff.Ids(seat.Url, stop);
        var session = await DemoStaff.SignIn(seat.Url, staff[^1], stop);
        return new(ReceptionClient.Connect(new() { Hub = seat.Url, Token = session.Token, Reach = "screen" }));
    }

    /// <summary>Asks no more.</summary>
    public async Task Finish()
    {
        await _stop.CancelAsync();
        await _asking;
    }

    public async ValueTask DisposeAsync()
    {
        await Finish();
        await _client.DisposeAsync();
        _stop.Dispose();
    }

    private async Task Ask()
    {
        var previous = default(Contracts.Command);
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                var command = _client.Make(Kinds.Undo, new Dictionary<string, string> { ["journey"] = "of-nobody" });
                Note(await _client.Do(command, _stop.Token));

                // The answer to one that was answered long ago, by another process perhaps, is still the same (P5).
                if (previous is not null && await _client.TryOnce(previous, _stop.Token) is { } again)
                {
                    Note(again);
                }

                previous = Random.Shared.Next(4) == 0 ? command : previous;
                await Task.Delay(Pause, _stop.Token);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private void Note(Answer answer)
    {
        // 0: no entry was made (busy, too many): it may be asked again.
        if (answer.Seq == 0)
        {
            return;
        }

        var first = _answered.GetOrAdd(answer.CommandId, answer);
        Differing += first.Seq == answer.Seq && first.Ok == answer.Ok && first.Code == answer.Code ? 0 : 1;
    }
}
