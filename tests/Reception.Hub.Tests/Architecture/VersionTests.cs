using System.Text.Json;

namespace Reception.Hub.Tests.Architecture;

/// <summary>
/// tests/minimum-versions.txt against every lock file. An audit that finds no advisory feed passes in
/// silence; this does not.
/// </summary>
public sealed class VersionTests
{
    private static readonly Minimum[] Minimums =
        [.. Repository.Read("tests/minimum-versions.txt").Split('\n').Where(line => line.Length > 0 && line[0] != '#').Select(Minimum.Parse)];

    [Fact]
    public void Nothing_that_is_locked_is_older_than_it_may_be() =>
        Locked().SelectMany(package => Minimums.Where(minimum => minimum.Forbids(package))
                .Select(minimum => $"{package.Kind} {package.Name} {package.Version} < {string.Join('|', minimum.Versions)} in {package.File}: {minimum.Why}"))
            .ShouldBeNone();

    [Fact]
    public void Every_kind_of_lock_file_is_read()
    {
        Locked().Should().Contain(package => package.Kind == "nuget" && package.Name == "MessagePack");
        var web = Repository.Files("clients").Where(file => file.EndsWith("package-lock.json", StringComparison.Ordinal));
        Locked().Where(package => package.Kind == "npm").Select(package => package.File).Distinct().Should().BeEquivalentTo(web);
    }

    [Theory]
    [InlineData("2.5.304", true)]
    [InlineData("2.5.305", false)]
    [InlineData("2.5.305-beta.1", true)]
    [InlineData("2.10.0", false)]
    [InlineData("3.0.0", false)]
    public void Versions_are_compared_as_numbers(string version, bool forbidden) =>
        Minimum.Parse("nuget MessagePack 2.5.305 because").Forbids(new("nuget", "messagepack", version, "x")).Should().Be(forbidden);

    [Theory]
    [InlineData("7.5.9", true)]
    [InlineData("7.5.10", false)]
    [InlineData("8.17.0", true)]
    [InlineData("8.17.1", false)]
    [InlineData("6.9.9", true)]
    [InlineData("9.0.0", false)]
    public void A_fix_in_two_branches_has_two_minimums(string version, bool forbidden) =>
        Minimum.Parse("npm ws 7.5.10|8.17.1 because").Forbids(new("npm", "ws", version, "x")).Should().Be(forbidden);

    private static IEnumerable<Package> Locked() =>
        Repository.Files().SelectMany(file => Path.GetFileName(file) switch
        {
            "packages.lock.json" => Nuget(file),
            "package-lock.json" => Npm(file),
            _ => [],
        });

    private static IEnumerable<Package> Nuget(string file) =>
        JsonDocument.Parse(Repository.Read(file)).RootElement.GetProperty("dependencies").EnumerateObject()
            .SelectMany(framework => framework.Value.EnumerateObject())
            .Where(package => package.Value.TryGetProperty("resolved", out _))
            .Select(package => new Package("nuget", package.Name, package.Value.GetProperty("resolved").GetString()!, file));

    private static IEnumerable<Package> Npm(string file) =>
        JsonDocument.Parse(Repository.Read(file)).RootElement.GetProperty("packages").EnumerateObject()
            .Where(package => package.Name.Length > 0 && package.Value.TryGetProperty("version", out _))
            .Select(package => new Package("npm", package.Name.Split("node_modules/")[^1], package.Value.GetProperty("version").GetString()!, file));

    private sealed record Package(string Kind, string Name, string Version, string File);

    private sealed record Minimum(string Kind, string Name, string[] Versions, string Why)
    {
        public static Minimum Parse(string line) =>
            line.Split(' ', 4, StringSplitOptions.RemoveEmptyEntries) is [var kind, var name, var version, var why]
                ? new(kind, name, version.Split('|'), why)
                : throw new FormatException($"tests/minimum-versions.txt: kind, name, version and why are expected, not: {line}");

        public bool Forbids(Package package) =>
            package.Kind == Kind && string.Equals(package.Name, Name, StringComparison.OrdinalIgnoreCase)
            && Number(package.Version).CompareTo(For(Number(package.Version).Number.Major)) < 0;

        // The one of the package's own branch, or else the newest.
        private (Version Number, int Release) For(int major)
        {
            var branches = Versions.Select(Number).ToList();
            return branches.Exists(branch => branch.Number.Major == major) ? branches.Find(branch => branch.Number.Major == major) : branches.Max();
        }

        // A pre-release comes before its release: one less in the last place.
        private static (Version Number, int Release) Number(string version) =>
            version.Split('-', 2) is [var number, ..] parts ? (System.Version.Parse(number.Split('+')[0]), parts.Length == 1 ? 1 : 0) : default;
    }
}
