namespace Reception.Hub.Views;

/// <summary>What may be said of a plate. The whole one is guarded and never gets here.</summary>
internal static class Plates
{
    /// <summary>The last three of <c>浙A·**345</c>, apart, so that a voice reads digits and not a number.</summary>
    public static string Tail(string masked) => string.Join(' ', masked.TakeLast(3));
}
