namespace Reception.Hub.Diagnostics;

/// <summary>What is slower than it should be at this node, in a sentence for an operator: amber, not red. It keeps no traffic away.</summary>
internal sealed class Limits
{
    private volatile string? _backplane;

    /// <summary>Why other nodes are heard of late; null while all is well.</summary>
    public string? Backplane => _backplane;

    public IReadOnlyList<string> All => _backplane is { } sentence ? [sentence] : [];

    /// <returns>Whether that is news.</returns>
    public bool Tell(string? backplane) => Interlocked.Exchange(ref _backplane, backplane) != backplane;
}
