using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Reception.Benchmarks.Figures;

/// <summary>The table, and the same as a file.</summary>
internal static class Report
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Print(IReadOnlyList<Figure> figures, int rounds)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"median of {rounds} rounds (min–max); {Environment.ProcessorCount} cores, .NET {Environment.Version}"));
        List<string[]> rows = [["figure", "unit", "ours", "beside", "ratio", "aim"]];
        rows.AddRange(figures.Select(figure => new[]
        {
            figure.Name, figure.Unit, figure.Value.ToString(), figure.Beside?.ToString() ?? "", figure.Ratio?.ToString() ?? "", figure.Aim,
        }));
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length)).ToList();
        foreach (var row in rows)
        {
            Console.WriteLine(string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
        }
    }

    public static Task Write(string file, IReadOnlyList<Figure> figures, int rounds, CancellationToken stop) =>
        File.WriteAllTextAsync(file, JsonSerializer.Serialize(new { rounds, cores = Environment.ProcessorCount, figures }, Json), stop);
}
