namespace Reception.Contracts;

/// <summary>The visiting party, in labels only.</summary>
/// <param name="Address">Form of address: 王先生, Mr Wang. Never empty (unknown surname: 一位客户, a guest); one that no rule can put into English stands in both as it was written.</param>
/// <param name="Labels">Other words of class <c>label</c> by field id, masked: <c>plate</c> 浙A·**345, <c>phone</c> ····1234.</param>
/// <param name="Initials">Latin initials of the surname for the search pad, may be empty.</param>
/// <param name="Has">Ids of card fields that are filled, whatever their class.</param>
public sealed record GuestView(
    string Id, long Seq, Text Address, IReadOnlyDictionary<string, string> Labels, string Initials,
    IReadOnlyList<string> Has, string Journey, bool Erased) : IView;

/// <summary>One guest's way through one playbook.</summary>
/// <param name="Words">Hash of the playbook's words for <c>GET /words/{hash}</c>.</param>
/// <param name="Stage">Stage id; <paramref name="Column"/> is where the board shows it.</param>
/// <param name="Since">When the stage began, ms; with <paramref name="TargetSeconds"/> the two clocks of the board.</param>
/// <param name="Eta">Expected at, ms.</param>
/// <param name="Arrived">When the guest was first met, ms.</param>
/// <param name="Ended">When it was over, ms; <paramref name="End"/> says how: the id of the last trigger, <c>no-show</c> or <c>expired</c>.</param>
/// <param name="Facts">Facts by field id, as text (choice ids parted by commas, numbers, ms, ids of staff, places).</param>
/// <param name="Host">Staff id who leads the guest now.</param>
/// <param name="Blocked">Triggers of this stage whose <c>filled</c> or <c>done</c> guard is not met.</param>
/// <param name="Undo">The last trigger while it can be taken back.</param>
/// <param name="Steps">The way so far, at most the last 40.</param>
public sealed record JourneyView(
    string Id, long Seq, string Guest, string Playbook, string Words, string Stage, string Column, long Since, int? TargetSeconds,
    long? Eta, long? Arrived, long? Ended, string? End, IReadOnlyDictionary<string, string> Facts, string? Host,
    IReadOnlyList<Blocked> Blocked, UndoView? Undo, IReadOnlyList<StepView> Steps, bool Drill) : IView;

/// <summary>Why a trigger would be refused now. <paramref name="Args"/>: <c>field</c> or <c>item</c> (a template's id); <c>else</c>: id of the words to say; <c>override</c>: positions that may go on with a reason.</summary>
public sealed record Blocked(string Trigger, string Code, IReadOnlyDictionary<string, string> Args);

/// <summary>What of a journey one person may pull at <paramref name="Seq"/>. A trigger that is blocked is in both.</summary>
/// <param name="Triggers">Ids of the triggers of its stage that are this person's by position.</param>
/// <param name="Blocked">Those of them that would be refused now, with all that stands against them.</param>
public sealed record Next(string Journey, long Seq, IReadOnlyList<string> Triggers, IReadOnlyList<Blocked> Blocked);

/// <summary>What can be taken back, by whom it was done, until when (ms).</summary>
public sealed record UndoView(string Trigger, string Staff, long Until);

/// <summary>One step of a journey's way: an undone step is not in it, an override carries its reason.</summary>
public sealed record StepView(string Trigger, string From, string To, long At, string? Staff, string? Position, string? Reason);

/// <summary>Something to do, ticked off by a named person.</summary>
/// <param name="State">open, kept (done, and stays on till the guest has gone), done, skipped or expired.</param>
/// <param name="Due">When it is due, ms; <paramref name="Late"/>: past it and reported.</param>
/// <param name="Tag">Number of a stored thing.</param>
public sealed record ItemView(
    string Id, long Seq, string Template, Text Name, string? Journey, IReadOnlyList<string> Positions, string State,
    long? Due, bool Late, string? Staff, long? At, int? Tag) : IView;
