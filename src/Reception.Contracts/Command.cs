namespace Reception.Contracts;

/// <summary>
/// One intent, the same on the hub method <c>Do</c>, on <c>POST /commands</c>, in the outbox and in the golden files.
/// Everything in <paramref name="Args"/> and <paramref name="Fields"/> is text: numbers as digits, times as milliseconds since 1970 UTC (venue time),
/// several values parted by commas.
/// </summary>
/// <param name="CommandId">Made by the client when the button is drawn: 8 to 40 of <c>[A-Za-z0-9_-]</c>, unique in the venue for ever. Ids of what the command creates begin with it.</param>
/// <param name="Kind">One of <see cref="Kinds"/>.</param>
/// <param name="MadeAt">When the person acted, in venue time as the device knows it (milliseconds since 1970 UTC).</param>
/// <param name="Args">Per kind: see <see cref="Kinds"/>. An unknown name is refused.</param>
/// <param name="Fields">Only for <c>pull</c> and <c>guest.card</c>: the fields that the playbook asks for, by their ids.</param>
public sealed record Command(
    string CommandId,
    string Kind,
    long MadeAt,
    IReadOnlyDictionary<string, string> Args,
    IReadOnlyDictionary<string, string>? Fields = null);

/// <summary>
/// The outcome of a command. Given only after its entry was committed; a refusal by the state machine is an entry too and carries its <paramref name="Seq"/>;
/// what was malformed, not allowed or over a limit has no entry and <paramref name="Seq"/> 0.
/// </summary>
/// <param name="Ok">Whether it took effect.</param>
/// <param name="Seq">The entry. The client keeps its own guess on screen until its cursor is there.</param>
/// <param name="At">When it was decided (venue time, ms).</param>
/// <param name="Code">Null when ok; else one of <see cref="ErrorCodes"/>.</param>
/// <param name="Args">What the words of the code mention: <c>who</c> (staff id), <c>at</c> (ms), <c>journey</c>, <c>position</c>, <c>field</c>, <c>can</c> (triggers that are possible now) …</param>
/// <param name="Words">The refusal as a person reads it, with who was first, when, and what can be done.</param>
/// <param name="Created">Ids of what was created: <c>journey</c>, <c>guest</c>, <c>alert</c>.</param>
public sealed record Answer(
    string CommandId,
    bool Ok,
    long Seq,
    long At,
    string? Code = null,
    IReadOnlyDictionary<string, string>? Args = null,
    Text? Words = null,
    IReadOnlyDictionary<string, string>? Created = null);
