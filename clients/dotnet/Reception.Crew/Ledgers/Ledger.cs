using System.Collections.Concurrent;
using Reception.Client;
using Reception.Contracts;

namespace Reception.Crew.Ledgers;

/// <summary>What one person meant to do, what was answered, and whether their own views came to show it.</summary>
public sealed class Ledger(string staff, Action<LedgerNote>? noted = null)
{
    private readonly ConcurrentQueue<Line> lines = new();
    private readonly ConcurrentQueue<string> wrongRings = new();
    private int rings;

    public string Staff => staff;

    /// <summary>In the order in which they were meant.</summary>
    public IReadOnlyCollection<Line> Lines => lines;

    public int Rings => rings;

    /// <summary>Alerts that rang though this device had seen them over.</summary>
    public IReadOnlyCollection<string> WrongRings => wrongRings;

    public Line Intends(Command command)
    {
        var line = new Line(command, (what, seq) => noted?.Invoke(new(staff, what, command.CommandId, command.Kind, seq)));
        noted?.Invoke(new(staff, "intent", command.CommandId, command.Kind, 0));
        lines.Enqueue(line);
        return line;
    }

    public void Rang(AlertView alert, bool wasOver)
    {
        Interlocked.Increment(ref rings);
        noted?.Invoke(new(staff, wasOver ? "rung over" : "rung", alert.Id, alert.Kind, alert.Seq));
        if (wasOver)
        {
            wrongRings.Enqueue(alert.Id);
        }
    }
}

/// <summary>One intent.</summary>
public sealed class Line(Command command, Action<string, long> noted)
{
    private readonly ConcurrentQueue<Answer> answers = new();
    private readonly TaskCompletionSource<Answer> answered = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Command Command => command;

    /// <summary>The first answer; null while it waits.</summary>
    public Answer? Answer => answered.Task.IsCompletedSuccessfully ? answered.Task.Result : null;

    /// <summary>Completes with it.</summary>
    public Task<Answer> Answered => answered.Task;

    /// <summary>Every answer to every send of it.</summary>
    public IReadOnlyCollection<Answer> Answers => answers;

    /// <summary>How often it was sent.</summary>
    public int Sends { get; internal set; }

    /// <summary>From the send that was answered to its answer, host time.</summary>
    public TimeSpan Took { get; internal set; }

    /// <summary>The person's views have reached the entry.</summary>
    public bool Seen { get; private set; }

    /// <param name="answer">Null: none came, and nobody knows what became of it.</param>
    internal void Heard(Answer? answer)
    {
        noted(answer switch { null => "unknown", { Ok: true } => "ok", _ => "refused" }, answer?.Seq ?? 0);
        if (answer is not null)
        {
            answers.Enqueue(answer);
        }
    }

    internal void Shows()
    {
        noted("seen", Answer?.Seq ?? 0);
        Seen = true;
    }

    internal void Settle(AnsweredCommand done)
    {
        (Took, Sends) = (done.Took, Sends + done.Sends);
        Heard(done.Answer);
        answered.TrySetResult(done.Answer);
    }
}

/// <summary>One line of a ledger.</summary>
/// <param name="What"><c>intent</c>, <c>ok</c>, <c>refused</c>, <c>unknown</c>, <c>seen</c>, <c>rung</c>, or <c>rung over</c>: of what the device had seen closed.</param>
/// <param name="Id">Of the command, or of the alert that rang.</param>
/// <param name="Seq">The entry it is about; 0 when there is none.</param>
public sealed record LedgerNote(string Staff, string What, string Id, string Kind, long Seq);
