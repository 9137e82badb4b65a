namespace Reception.Contracts;

/// <summary>The immutable words of one playbook as the venue has it: <c>GET /words/{hash}</c>. Screens are driven by it; a client holds no names of its own.</summary>
/// <param name="Kind">playbook or venue.</param>
/// <param name="Reasons">One of these is given as <c>reason</c> when somebody goes on against a guard; none: any word.</param>
public sealed record WordsDocument(
    string Hash,
    string Kind,
    string Id,
    Text Name,
    IReadOnlyList<StageWords> Stages,
    IReadOnlyList<TriggerWords> Triggers,
    IReadOnlyList<FieldWords> Fields,
    IReadOnlyList<PhraseWords> Phrases,
    IReadOnlyDictionary<string, Text> Codes,
    IReadOnlyList<ChoiceWords>? Reasons = null);

/// <summary>A stage. <paramref name="Use"/> tells a screen what it is: expected, arriving, seated, visiting, leaving or ended.</summary>
public sealed record StageWords(string Id, Text Name, string Column, string? Use, int? TargetSeconds);

/// <summary>A trigger.</summary>
/// <param name="Opens">Opens a journey: pulled with <c>playbook</c> instead of <c>journey</c>.</param>
/// <param name="From">Stages it can be pulled in (empty for one that opens).</param>
/// <param name="To">Stage it leads to, null = stays.</param>
/// <param name="By">Positions that may pull it.</param>
/// <param name="Ask">Field ids it asks for; those in <paramref name="Needs"/> must be given.</param>
/// <param name="Name">The button: 送往大门. <paramref name="Done"/>: the fact: 已送往大门.</param>
/// <param name="Hears">Positions that will hear of it, for the second line of the button.</param>
/// <param name="Use">What it means to a screen: arrive, walk-in, move-on, call-place, place-ready, admit, decline, leave, stay, end, choose, serve, expect, no-show, cancel …</param>
/// <param name="Hold">To be held for a second: cannot be undone.</param>
/// <param name="Require">What must hold, in the order in which it is judged; left out: nothing.</param>
/// <param name="Say">What to say to the guest with it, or null; <c>{address}</c> in it is for the client to fill.</param>
public sealed record TriggerWords(
    string Id, Text Name, Text Done, bool Opens, IReadOnlyList<string> From, string? To, IReadOnlyList<string> By,
    IReadOnlyList<string> Ask, IReadOnlyList<string> Needs, IReadOnlyList<string> Hears, string? Use, bool Hold, Text? Say = null, IReadOnlyList<GuardWords>? Require = null);

/// <summary>What must hold before a trigger, besides its fields.</summary>
/// <param name="Code">With which code it is refused else, and named in a journey's <c>blocked</c>.</param>
/// <param name="Else">What is to be said and done then, or null: the code's own words.</param>
/// <param name="Override">Positions that may go on with a <c>reason</c>.</param>
public sealed record GuardWords(string Code, Text? Else, IReadOnlyList<string> Override);

/// <summary>A field.</summary>
/// <param name="Type">choice, choices, number, time, place, staff, position or text.</param>
/// <param name="Class">For text: label, journey or guarded. Else null: a fact.</param>
/// <param name="Use">address, plate, phone, size, needs, place, drink, host, companion, visit, note, eta …</param>
/// <param name="Kind">For places: which kind. For staff: empty; <paramref name="Positions"/> says from which positions.</param>
public sealed record FieldWords(
    string Id, Text Name, string Type, string? Class, string? Use, IReadOnlyList<ChoiceWords> Choices, string? Kind, IReadOnlyList<string> Positions, int? Min, int? Max);

/// <summary>One choice of a field.</summary>
public sealed record ChoiceWords(string Id, Text Name);

/// <summary>A ready call. Discreet ones hide their meaning. <paramref name="To"/> empty: the sender chooses.</summary>
public sealed record PhraseWords(string Id, Text Name, Text? Meaning, string Kind, IReadOnlyList<string> To, bool Discreet, bool NeedsPlace, string? Use);
