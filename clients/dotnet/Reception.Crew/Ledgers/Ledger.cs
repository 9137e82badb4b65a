using System.Collections.Concurrent;
using Reception.Client;
using Reception.Contracts;

namespace Reception.Crew.Ledgers;

/// <summary>What one person meant to do, what was answered, and whether their own views came to show it.</summary>
public sealed class Ledger(string staff)
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
        var line = new Line(command);
        lines.Enqueue(line);
        return line;
    }

    public void Rang(AlertView alert, bool wasOver)
    {
        Interlocked.Increment(ref rings);
        if (wasOver)
        {
            wrongRings.Enqueue(alert.Id);
        }
    }
}

/// <summary>One intent.</summary>
public sealed class Line(Command command)
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
    public bool Seen { get; internal set; }

    internal void Heard(Answer answer) => answers.Enqueue(answer);

    internal void Settle(AnsweredCommand done)
    {
        (Took, Sends) = (done.Took, Sends + done.Sends);
        Heard(done.Answer);
        answered.TrySetResult(done.Answer);
    }
}
