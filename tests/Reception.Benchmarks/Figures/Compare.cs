using System.CommandLine;
using Reception.Chaos;

namespace Reception.Benchmarks.Figures;

/// <summary>All figures in one run. Ratios of things measured side by side are what counts; absolute times belong to the machine.</summary>
internal static class Compare
{
    private static readonly (string Name, Func<string, int, CancellationToken, Task<IReadOnlyList<Figure>>> Measure)[] Groups =
    [
        ("sockets", SocketFigures.Measure),
        ("log", LogFigures.Measure),
        ("decide", (_, rounds, stop) => Task.FromResult(DecisionFigures.Measure(rounds, stop))),
        ("memory", MemoryFigures.Measure),
        ("start", StartFigures.Measure),
    ];

    public static Command Command()
    {
        var rounds = new Option<int>("--rounds") { Description = "How often each side is measured.", DefaultValueFactory = _ => 5 };
        var only = new Option<string?>("--only") { Description = $"One of: {string.Join(", ", Groups.Select(group => group.Name))}." };
        var file = new Option<string?>("--out") { Description = "A JSON file for the figures." };
        var command = new Command("compare", "Measure everything and print the table.") { rounds, only, file };
        command.SetAction((parsed, stop) => Run(parsed.GetValue(rounds), parsed.GetValue(only), parsed.GetValue(file), stop));
        return command;
    }

    private static async Task<int> Run(int rounds, string? only, string? file, CancellationToken stop)
    {
        using var scratch = new Scratch("compare", keep: false);
        var figures = new List<Figure>();
        foreach (var (name, measure) in Groups.Where(group => only is null || group.Name == only))
        {
            figures.AddRange(await measure(scratch.Folder, rounds, stop));
        }

        Report.Print(figures, rounds);
        if (file is not null)
        {
            await Report.Write(file, figures, rounds, stop);
        }

        return figures.Count > 0 ? 0 : 1;
    }
}
