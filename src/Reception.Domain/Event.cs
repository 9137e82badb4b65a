namespace Reception.Domain;

/// <summary>
/// What happened, past tense, with its consequences resolved: fold reads nothing else. Facts have closed types; a word about a guest never stands here
/// (a contract test refuses a string in an event).
/// </summary>
public abstract record Event;
