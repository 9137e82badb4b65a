using System.Collections.Immutable;

namespace Reception.Domain.Playbooks.Reading;

/// <summary>A value of a file with its place; after merging, values of several files stand in one tree.</summary>
internal abstract record Node(Spot At)
{
    /// <param name="Plain">Written without quotes, so YAML may take it for something else.</param>
    public sealed record Scalar(Spot At, string Value, bool Plain) : Node(At)
    {
        /// <summary>Nothing was written, or <c>~</c>: in an override it removes what stands there.</summary>
        public bool Empty => Plain && Value is "" or "~" or "null";
    }

    public sealed record List(Spot At, ImmutableArray<Node> Items) : Node(At);

    public sealed record Map(Spot At, ImmutableArray<Entry> Entries) : Node(At)
    {
        public Node? this[string key] => Entries.FirstOrDefault(entry => entry.Key.Value == key)?.Value;
    }

    public sealed record Entry(Scalar Key, Node Value);

    public bool IsEmpty => this is Scalar { Empty: true };
}
