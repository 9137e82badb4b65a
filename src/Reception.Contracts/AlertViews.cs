namespace Reception.Contracts;

/// <summary>
/// A call, rendered for screen and ear. A client rings when its person is on duty and not the sender, is asked (<see cref="Asks"/>), the state is <c>open</c>
/// and it has not answered, or is asked again after a delay; it implements no other rule. Re-ringing is the device's work: every <paramref name="AgainSeconds"/>.
/// </summary>
/// <param name="Kind">information, action, urgent or emergency.</param>
/// <param name="Template">Id of its words.</param>
/// <param name="Screen">What the page says; <paramref name="Ear"/> what may be spoken.</param>
/// <param name="Staff">Who sent it (null: the hub); <paramref name="Position"/>: from where.</param>
/// <param name="Raised">When, ms; its ladder counts from here.</param>
/// <param name="Answer">none, any or each.</param>
/// <param name="WantsDone">Whether 完成 is wanted after 收到.</param>
/// <param name="State">open, acknowledged (taken, done still wanted), delayed, done (over: answered), cancelled, overtaken, expired.</param>
/// <param name="Exhausted">Nobody is left to ask: stays open and red.</param>
/// <param name="Loud">The last step: cannot be muted.</param>
/// <param name="Next">When the next step falls due, ms.</param>
/// <param name="Closed">When it was over, ms; <paramref name="By"/> who ended it.</param>
/// <param name="DoneBy">Taken, and 完成 is wanted by then, ms; else null.</param>
/// <param name="AnsweredWords">Sentence for the sender of a delayed alert to say to the guest.</param>
/// <param name="Made">When whoever sent it acted, ms: rings show their age. Earlier than <paramref name="Raised"/> when it had to wait for contact.</param>
/// <param name="Missing">Of one that each must answer and that climbed: who has not answered.</param>
/// <param name="Lines">What a position is told besides, by position id: shown and spoken after the call's own words to who holds it.</param>
public sealed record AlertView(
    string Id, long Seq, string Kind, string Template, Text Screen, Text Ear, string? Staff, string? Position, string? Journey, string? Place,
    long Raised, Asks Asks, string Answer, bool WantsDone, string State, bool Exhausted, bool Loud, int AgainSeconds,
    IReadOnlyList<LadderStep> Ladder, int Step, long? Next, IReadOnlyList<AlertAnswer> Answers, long? Closed, string? By,
    Text? AnsweredWords, long? UndoUntil, bool Drill, long Made, Asks Missing,
    IReadOnlyDictionary<string, Text>? Lines = null, long? DoneBy = null) : IView;

/// <summary>Whom the alert asks now, resolved: a client rings when its person is in <paramref name="Staff"/>, or holds one of <paramref name="Positions"/>.</summary>
public sealed record Asks(IReadOnlyList<string> Positions, IReadOnlyList<string> Staff);

/// <summary>One rung; among <paramref name="Positions"/> <c>everyone</c> stands for all who are on duty when it is asked. <paramref name="State"/>: waiting, asked, skipped or passed. <paramref name="Code"/>: why it was skipped or passed: unmanned, declined, silent, delayed.</summary>
public sealed record LadderStep(IReadOnlyList<string> Positions, IReadOnlyList<string> Staff, long At, string State, string? Code, long? Fired);

/// <summary>What somebody said. <paramref name="Kind"/>: ack, delay, decline or done.</summary>
/// <param name="Until">Of a delay: till when this person is left in peace, ms; null once asked again.</param>
public sealed record AlertAnswer(string Staff, string? Position, string Kind, long At, int? Minutes, long? Until);

/// <summary>Which devices have an alert, per person; same id as the alert.</summary>
public sealed record ReceiptView(string Id, long Seq, IReadOnlyList<Receipt> People) : IView;

/// <summary>When it arrived and was heard, ms; <paramref name="How"/>: voice, tone or screen.</summary>
public sealed record Receipt(string Staff, long? Delivered, long? Heard, string? How);
