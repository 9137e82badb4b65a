using System.Collections.Immutable;

namespace Reception.Domain.Playbooks.Reading;

/// <summary>
/// A venue's changes laid over a shipped file, key by key: a map is merged, anything else is replaced, <c>~</c> takes it away.
/// Every value keeps the place where it was written, so an error in an override names the override.
/// </summary>
internal static class Merge
{
    public static Node Over(Node below, Node above)
    {
        if (below is not Node.Map old || above is not Node.Map changes)
        {
            return above;
        }

        var merged = ImmutableArray.CreateBuilder<Node.Entry>();
        foreach (var entry in old.Entries)
        {
            var change = changes.Entries.FirstOrDefault(other => other.Key.Value == entry.Key.Value);
            if (change is null)
            {
                merged.Add(entry);
            }
            else if (!change.Value.IsEmpty)
            {
                merged.Add(new(change.Key, Over(entry.Value, change.Value)));
            }
        }

        merged.AddRange(changes.Entries.Where(change => !change.Value.IsEmpty && old[change.Key.Value] is null));
        return new Node.Map(old.At, merged.ToImmutable());
    }
}
