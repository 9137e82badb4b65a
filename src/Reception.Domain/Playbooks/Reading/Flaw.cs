namespace Reception.Domain.Playbooks.Reading;

/// <summary>What is wrong in a file, and where. Lines and columns count from 1.</summary>
/// <param name="Code">A word of a closed list, for tests and tools.</param>
/// <param name="Words">What is wrong; what was meant.</param>
public sealed record Flaw(string File, int Line, int Column, string Code, Text Words)
{
    /// <summary>Worth a look, but nothing is refused for it.</summary>
    public bool Remark { get; init; }

    public string In(bool chinese) => $"{File}:{Line}:{Column}: {(chinese ? Words.Zh : Words.En)}";

    public override string ToString() => In(chinese: false);
}

/// <summary>A place in a file.</summary>
public readonly record struct Spot(string File, int Line, int Column);
