namespace Reception.Chaos.Mutations;

/// <summary>
/// One planted fault: <c>tests/faults/NAME.patch</c>. Before the difference it says in lines of their own which promise it breaks
/// (<c>Promise: P5</c>), what should catch it (<c>Check: Reception.Hub.Tests Rule=P5</c>) and which real fault it stands for (<c>Why: …</c>).
/// </summary>
internal sealed record Patch(string Name, string File, string Promise, Check Check, string Why)
{
    public static IReadOnlyList<Patch> All(string root) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(root, "tests", "faults"), "*.patch").Order(StringComparer.Ordinal).Select(Read),
    ];

    private static Patch Read(string file)
    {
        var header = System.IO.File.ReadLines(file).TakeWhile(line => !line.StartsWith("diff ", StringComparison.Ordinal)).ToList();
        return new(
            Path.GetFileNameWithoutExtension(file), file, Line(header, "Promise", file), Check.Parse(Line(header, "Check", file), file), Line(header, "Why", file));
    }

    private static string Line(List<string> header, string key, string file) =>
        header.Find(line => line.StartsWith(key + ":", StringComparison.Ordinal)) is { } line && line[(key.Length + 1)..].Trim() is { Length: > 0 } value
            ? value
            : throw new FormatException($"{file} does not begin with a line “{key}: …”.");
}
