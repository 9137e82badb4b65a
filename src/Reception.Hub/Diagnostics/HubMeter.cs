using System.Diagnostics.Metrics;

namespace Reception.Hub.Diagnostics;

/// <summary>What the hub counts; each room keeps its own instruments in one file. No attribute ever carries a person, a guest or a text.</summary>
internal static class HubMeter
{
    public const string Name = "Reception.Hub";

    /// <summary>Seconds, finest where a commit to a local disk or to a database next door lies.</summary>
    public static readonly InstrumentAdvice<double> Latencies = new() { HistogramBucketBoundaries = [.0005, .001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5] };

    public static readonly Meter Meter = new(Name);
}
