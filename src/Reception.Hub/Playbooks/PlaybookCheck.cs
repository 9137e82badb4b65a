using Reception.Domain.Playbooks.Checking;
using Reception.Domain.Playbooks.Reading;

namespace Reception.Hub.Playbooks;

/// <summary>
/// <c>playbook check FILE…</c>: what is wrong with a playbook or a venue's file, line by line, for the person who wrote it.
/// Nothing is started and nothing is changed.
/// </summary>
internal static class PlaybookCheck
{
    public const int Good = 0;
    public const int Flawed = 1;
    public const int NotReadable = 2;

    /// <summary>Read alone, a playbook is checked in the shipped venue.</summary>
    private const string Shipped = "venue: check\nbase: sales-centre\n";

    /// <param name="args">Files or folders; <c>--lang zh</c> or <c>--lang en</c> for the words.</param>
    /// <returns>0: nothing wrong; 1: flaws; 2: a file could not be opened, or nothing was named.</returns>
    public static int Run(IReadOnlyList<string> args, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(output);
        var chinese = Language(args) == "zh";
        var named = args.Where((arg, at) => !arg.StartsWith("--", StringComparison.Ordinal) && (at == 0 || args[at - 1] != "--lang")).ToList();
        if (named.Count == 0)
        {
            output.WriteLine(chinese ? "请写明文件：playbook check FILE… [--lang zh|en]" : "Name a file: playbook check FILE… [--lang zh|en]");
            return NotReadable;
        }

        try
        {
            return Report(Check.Library(Read([.. named.SelectMany(Files)])), named, chinese, output);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            output.WriteLine(chinese ? $"打不开文件：{wrong.Message}" : $"A file cannot be opened: {wrong.Message}");
            return NotReadable;
        }
    }

    private static string Language(IReadOnlyList<string> args)
    {
        var at = args.ToList().IndexOf("--lang");
        return at >= 0 && at + 1 < args.Count ? args[at + 1] : "en";
    }

    private static IEnumerable<string> Files(string named) =>
        Directory.Exists(named) ? Directory.EnumerateFiles(named, "*.yaml").Order(StringComparer.Ordinal) : [named];

    private static LibraryReading Read(IReadOnlyList<string> files)
    {
        var sources = files.Select(file => new Source(file, File.ReadAllText(file))).ToList();
        var venue = sources.Find(IsVenue);
        var names = files.Select(Path.GetFileName).ToHashSet(StringComparer.Ordinal);
        // A shipped file that is checked as a file of the repository stands for itself, not beside itself.
        var shelf = LibraryFiles.Shipped().Where(shipped => !names.Contains(shipped.File)).Concat(sources.Where(source => source != venue)).ToList();
        var at = venue ?? new("check", Shipped + InForce(sources));
        return LibraryReader.Read(at, shelf);
    }

    /// <summary>Playbooks that are checked are in force, also those that the shipped venue does not know.</summary>
    private static string InForce(IEnumerable<Source> sources)
    {
        var ids = sources.SelectMany(source => source.Text.Split('\n')).Where(line => line.StartsWith("playbook:", StringComparison.Ordinal))
            .Select(line => line["playbook:".Length..].Trim()).Where(id => id.Length > 0 && id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-')).Distinct().ToList();
        return ids.Count == 0 ? "" : "playbooks:\n" + string.Concat(ids.Select(id => $"  {id}: {{}}\n"));
    }

    private static bool IsVenue(Source source) =>
        source.Text.Split('\n').Any(line => line.StartsWith("venue:", StringComparison.Ordinal));

    private static int Report(IReadOnlyCollection<Flaw> flaws, IReadOnlyCollection<string> named, bool chinese, TextWriter output)
    {
        foreach (var flaw in flaws)
        {
            output.WriteLine((flaw.Remark, chinese) switch
            {
                (true, true) => flaw.In(chinese) + "（提示）",
                (true, false) => flaw.In(chinese) + " (remark)",
                _ => flaw.In(chinese),
            });
        }

        var wrong = flaws.Count(flaw => !flaw.Remark);
        var about = string.Join(chinese ? "、" : ", ", named);
        output.WriteLine((wrong, chinese) switch
        {
            (0, true) => $"{about}：没有错误",
            (0, false) => $"{about}: nothing wrong",
            (_, true) => $"{about}：{wrong} 处错误",
            _ => $"{about}: {wrong} wrong",
        });
        return wrong == 0 ? Good : Flawed;
    }
}
