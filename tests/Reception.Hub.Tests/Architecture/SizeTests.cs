namespace Reception.Hub.Tests.Architecture;

public sealed class SizeTests
{
    private const int Limit = 300;

    [Fact]
    public void A_source_file_fits_in_one_head() =>
        Repository.Sources(".cs", ".ts", ".tsx", ".css", ".js", ".mjs", ".py")
            .Where(file => !file.Contains(".gen.", StringComparison.Ordinal) && !file.Contains("/Migrations/", StringComparison.Ordinal))
            .Select(file => (file, lines: Repository.Read(file).Split('\n').Length - 1))
            .Where(found => found.lines > Limit)
            .Select(found => $"{found.file} has {found.lines} lines")
            .ShouldBeNone();
}
