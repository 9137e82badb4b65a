using System.Xml.Linq;

namespace Reception.Hub.Tests.Architecture;

/// <summary>The compiler refuses a clock (RS0030); these tests see that it is asked to, everywhere.</summary>
public sealed class ClockTests
{
    [Fact]
    public void Every_product_project_bans_the_clocks()
    {
        foreach (var file in Repository.Sources(".csproj"))
        {
            var project = XDocument.Load(Path.Combine(Repository.Root, file));
            if (file.EndsWith("/Reception.Contracts.csproj", StringComparison.Ordinal))
            {
                continue; // It has no code that could ask for the time.
            }

            Includes(project, "PackageReference").Should().Contain("Microsoft.CodeAnalysis.BannedApiAnalyzers", "{0} is product code", file);
            Includes(project, "AdditionalFiles").Should().Contain(name => name.EndsWith("BannedSymbols.txt", StringComparison.Ordinal), "{0} is product code", file);
        }
    }

    [Theory]
    [InlineData("src/Reception.Domain/BannedSymbols.txt")]
    [InlineData("src/Reception.Hub/BannedSymbols.txt")]
    [InlineData("clients/dotnet/BannedSymbols.txt")]
    public void The_lists_name_every_clock(string file) =>
        Repository.Read(file).Should().ContainAll(
            "P:System.DateTime.Now;", "P:System.DateTime.UtcNow;", "P:System.DateTimeOffset.Now;", "P:System.DateTimeOffset.UtcNow;",
            "T:System.Diagnostics.Stopwatch;", "P:System.TimeZoneInfo.Local;");

    [Fact]
    public void Nobody_switches_the_ban_off() =>
        Repository.Sources(".cs", ".csproj", ".editorconfig")
            .Where(file => Repository.Read(file).Contains("RS0030", StringComparison.Ordinal))
            .ShouldBeNone();

    private static IEnumerable<string> Includes(XDocument project, string kind) =>
        project.Descendants(kind).Select(element => element.Attribute("Include")!.Value);
}
