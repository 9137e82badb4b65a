using Reception.Contracts;
using Reception.Crew.Worlds;

namespace Reception.Crew.Habits;

/// <summary>Something that a person is about to do, unless what they see changes before their hands are free.</summary>
/// <param name="Key">The same as long as it is the same thing.</param>
/// <param name="After">How long the person takes, venue time, from when they first want it. Asked once.</param>
/// <param name="Deed">What they then do, as things are when it is ripe.</param>
internal sealed record Desire(string Key, Func<TimeSpan> After, Func<Deed> Deed)
{
    public Desire(string key, TimeSpan after, Deed deed)
        : this(key, () => after, () => deed)
    {
    }
}

/// <summary>What is done: one command, and what it means for the people involved.</summary>
internal sealed record Deed(string Kind, IReadOnlyDictionary<string, string> Args, IReadOnlyDictionary<string, string>? Fields = null)
{
    /// <summary>Stand before this party first; if somebody else does, nothing is done. Afterwards the journey is theirs.</summary>
    public Party? Greets { get; init; }

    /// <summary>The journey is this party's, though nobody stands before them yet.</summary>
    public Party? WritesDown { get; init; }

    /// <summary>Was a slip: taken back at once.</summary>
    public bool TakesBack { get; init; }

    /// <summary>What who is called will do.</summary>
    public Reaction? Agrees { get; init; }

    public static Deed Of(string kind, params ReadOnlySpan<(string Name, string? Value)> args)
    {
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in args)
        {
            if (value is not null)
            {
                given.Add(name, value);
            }
        }

        return new(kind, given);
    }

    public static Deed Pull(JourneyView journey, TriggerWords trigger, IReadOnlyDictionary<string, string>? fields = null) =>
        Of(Kinds.Pull, ("journey", journey.Id), ("trigger", trigger.Id)) with { Fields = fields };

    public static Deed Open(WordsDocument playbook, TriggerWords trigger, IReadOnlyDictionary<string, string>? fields = null) =>
        Of(Kinds.Pull, ("playbook", playbook.Id), ("trigger", trigger.Id)) with { Fields = fields };
}

/// <summary>One thing that people do, whenever they see that it is to be done.</summary>
internal interface IHabit
{
    IEnumerable<Desire> See(Scene scene);
}
