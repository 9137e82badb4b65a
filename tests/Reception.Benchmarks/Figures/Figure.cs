using System.Globalization;

namespace Reception.Benchmarks.Figures;

/// <summary>One measured thing: a value per round, perhaps beside what it is compared with in the same round.</summary>
/// <param name="Aim">What was aimed at, in words; no test asserts it.</param>
internal sealed record Figure(string Name, string Unit, IReadOnlyList<double> Ours, IReadOnlyList<double>? Theirs = null, string Aim = "")
{
    public Spread Value => Spread.Of(Ours);

    public Spread? Beside => Theirs is null ? null : Spread.Of(Theirs);

    /// <summary>Round by round, so that what disturbs the machine disturbs both sides.</summary>
    public Spread? Ratio => Theirs is null ? null : Spread.Of([.. Ours.Zip(Theirs, (one, other) => one / other)]);
}

/// <summary>Median of the rounds, and the best and worst of them.</summary>
internal sealed record Spread(double Median, double Min, double Max)
{
    public static Spread Of(IReadOnlyList<double> values)
    {
        var sorted = values.Order().ToList();
        var middle = sorted.Count / 2;
        var median = sorted.Count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new(median, sorted[0], sorted[^1]);
    }

    public override string ToString() => $"{Short(Median)} ({Short(Min)}–{Short(Max)})";

    private static string Short(double value) => value.ToString(Math.Abs(value) switch { >= 100 => "0", >= 10 => "0.0", _ => "0.00" }, CultureInfo.InvariantCulture);
}
