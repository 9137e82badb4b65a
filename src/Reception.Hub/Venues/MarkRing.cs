namespace Reception.Hub.Venues;

/// <summary>The last marks of a venue. Written by its writer, read by everybody.</summary>
internal sealed class MarkRing
{
    public const int Kept = 4096;

    private readonly Lock _lock = new();
    private readonly Dictionary<long, string> _bySeq = [];

    public void Add(long seq, Mark mark)
    {
        lock (_lock)
        {
            _bySeq[seq] = mark.Value;
            _bySeq.Remove(seq - Kept);
        }
    }

    public bool Knows(long seq, string mark)
    {
        lock (_lock)
        {
            return _bySeq.TryGetValue(seq, out var known) && string.Equals(known, mark, StringComparison.Ordinal);
        }
    }

    public void Clear()
    {
        lock (_lock)
        {
            _bySeq.Clear();
        }
    }
}
