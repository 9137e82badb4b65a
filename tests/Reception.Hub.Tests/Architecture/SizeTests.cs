namespace Reception.Hub.Tests.Architecture;

public sealed class SizeTests
{
    private const int Limit = 300;

    [Fact]
    public void A_source_file_fits_in_one_head() =>
        Repository.Sources(".cs", ".ts", ".tsx", ".css", ".js", ".mjs", ".py")
            // Generated, never edited again, or a table of words.
            .Where(file => !new[] { ".gen.", "/Migrations/", "/words/" }.Any(part => file.Contains(part, StringComparison.OrdinalIgnoreCase)))
            .Select(file => (file, lines: Repository.Read(file).Split('\n').Length - 1))
            .Where(found => found.lines > Limit)
            .Select(found => $"{found.file} has {found.lines} lines")
            .ShouldBeNone();
}
