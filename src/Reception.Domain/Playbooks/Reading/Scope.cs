using System.Collections.Frozen;

namespace Reception.Domain.Playbooks.Reading;

/// <summary>Where a reader stands: what it has found wrong, which names may be referred to, and where things were written.</summary>
internal sealed class Scope(Names names)
{
    public List<Flaw> Flaws { get; } = [];

    public Names Names { get; } = names;

    /// <summary>Where each thing was written, for the checks that come after: <c>stage:seated</c>, <c>alert:x.ear</c>.</summary>
    public Dictionary<string, Spot> Marks { get; } = new(StringComparer.Ordinal);

    public void Mark(string what, Spot at) => Marks.TryAdd(what, at);

    public void Add(Flaw flaw) => Flaws.Add(flaw);

    /// <summary>The referred-to name, or null and a flaw.</summary>
    public string? Refer(Node? node, Kind kind, IReadOnlyCollection<string>? known)
    {
        if (node is not Node.Scalar { Empty: false } name)
        {
            Add(Reading.Flaws.WrongType(node?.At ?? default, kind.En, $"一个{kind.Zh}的编号", $"the id of a {kind.En}"));
            return null;
        }

        if (known is not null && !known.Contains(name.Value))
        {
            Add(Reading.Flaws.UnknownName(name.At, kind, name.Value, known));
            return null;
        }

        return name.Value;
    }
}

/// <summary>All names of a playbook, gathered before anything refers to them; and those of its venue, or null when it is read alone.</summary>
internal sealed record Names(
    FrozenSet<string> Columns,
    FrozenSet<string> Fields,
    FrozenSet<string> Stages,
    FrozenSet<string> Triggers,
    FrozenSet<string> Alerts,
    FrozenSet<string> Items,
    FrozenSet<string> Refusals,
    FrozenSet<string>? Positions,
    FrozenSet<string>? PlaceKinds)
{
    public static Names None { get; } = new([], [], [], [], [], [], [], null, null);
}
