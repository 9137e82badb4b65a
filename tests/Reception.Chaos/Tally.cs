namespace Reception.Chaos;

/// <summary>What a rig found, one line each, and the closing line that <c>tests/run</c> reads.</summary>
internal sealed class Tally
{
    private int _passed;
    private int _failed;

    /// <param name="wrong">Null or empty: it holds.</param>
    public void Check(string promise, string? wrong)
    {
        if (string.IsNullOrEmpty(wrong))
        {
            _passed++;
            Console.WriteLine($"holds    {promise}");
            return;
        }

        _failed++;
        Console.WriteLine($"BROKEN   {promise}: {wrong}");
    }

    public void Check(string promise, bool holds, string otherwise) => Check(promise, holds ? null : otherwise);

    /// <summary>The exit code.</summary>
    public int Close()
    {
        Console.WriteLine($"{_passed} passed, {_failed} failed");
        return _failed == 0 && _passed > 0 ? 0 : 1;
    }
}
