namespace Reception.Chaos;

/// <summary>What a rig found, one line each, and the closing line that <c>tests/run</c> reads.</summary>
internal sealed class Tally
{
    private const string Holds = "holds    ";
    private const string Broken = "BROKEN   ";

    private int _passed;
    private int _failed;

    /// <param name="wrong">Null or empty: it holds.</param>
    public void Check(string promise, string? wrong)
    {
        if (string.IsNullOrEmpty(wrong))
        {
            _passed++;
            Console.WriteLine($"{Holds}{promise}");
            return;
        }

        _failed++;
        Console.WriteLine($"{Broken}{promise}: {wrong}");
    }

    public void Check(string promise, bool holds, string otherwise) => Check(promise, holds ? null : otherwise);

    /// <summary>A line of a rig as a line of test results (<c>outcome TAB rules TAB name</c>); null for any other line.</summary>
    public static string? ToResult(string line) =>
        line.StartsWith(Holds, StringComparison.Ordinal) ? $"Passed\t\t{line[Holds.Length..].Trim()}"
        : line.StartsWith(Broken, StringComparison.Ordinal) ? $"Failed\t\t{line[Broken.Length..].Trim()}"
        : null;

    /// <summary>The exit code.</summary>
    public int Close()
    {
        Console.WriteLine($"{_passed} passed, {_failed} failed");
        return _failed == 0 && _passed > 0 ? 0 : 1;
    }
}
