namespace Reception.Contracts;

/// <summary>Words for people in the venue's languages. Both are always filled.</summary>
public sealed record Text(string Zh, string En);
