namespace Reception.Client;

/// <summary>Where a client stands in its venue's log: the last sequence that was applied, and the chain's mark there.</summary>
public readonly record struct Cursor(long Seq, string Mark)
{
    /// <summary>Nothing yet: asks for the whole snapshot.</summary>
    public static Cursor Start { get; } = new(0, "");
}
