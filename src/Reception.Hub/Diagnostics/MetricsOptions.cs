namespace Reception.Hub.Diagnostics;

/// <summary>Section <c>Metrics</c>.</summary>
internal sealed class MetricsOptions
{
    public const string Section = "Metrics";

    /// <summary>Who may read <c>/metrics</c> besides this machine itself: addresses and networks, <c>10.0.0.0/8</c>. What came through a proxy never may.</summary>
    public IList<string> Networks { get; init; } = [];
}
