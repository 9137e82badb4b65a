using Reception.Contracts;

namespace Reception.Client;

/// <summary>A command whose effect is not in the views yet: the guess that a screen may show.</summary>
/// <param name="Answer">Null while it waits; afterwards ok with the sequence at which the views will show it.</param>
public sealed record PendingCommand(Command Command, Answer? Answer = null);

/// <summary>A command that was refused, and why. Of an earlier run of the program too.</summary>
public sealed record RefusedCommand(Command Command, Answer Answer);

/// <summary>A command that has its answer. <paramref name="Took"/>: from the send that was answered to the answer, host time; <paramref name="Sends"/>: how often it was sent.</summary>
public sealed record AnsweredCommand(Command Command, Answer Answer, TimeSpan Took, int Sends);
