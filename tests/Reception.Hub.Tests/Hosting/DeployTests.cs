using System.Text.Json;
using System.Text.RegularExpressions;
using Reception.Hub.Playbooks;
using Reception.Hub.Tests.Architecture;
using YamlDotNet.RepresentationModel;

namespace Reception.Hub.Tests.Hosting;

/// <summary>What lies in deploy/, as far as a parser goes: nothing there runs in a test, so nobody else would see it rot.</summary>
public sealed partial class DeployTests
{
    private static readonly Version SafeRuntime = new(10, 0, 14);

    private static readonly string[] Labels = ["reception_venue", "reception_outcome", "reception_finding", "reception_receipt", "reception_reason", "reception_command_kind"];

    // As the exporter appends them: units, and what a histogram is made of.
    private static readonly string[] Endings =
        [.. from unit in new[] { "", "_seconds", "_bytes" } from part in new[] { "", "_total", "_bucket", "_count", "_sum" } select unit + part];

    public static TheoryData<string> YamlFiles => [.. Repository.Files("deploy").Where(file => Path.GetExtension(file) == ".yaml")];

    [Theory]
    [MemberData(nameof(YamlFiles))]
    public void It_is_YAML(string file)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(Repository.Read(file)));
        stream.Documents.Should().NotBeEmpty();
    }

    [Fact]
    public void The_image_has_a_runtime_without_published_holes_the_repositorys_SDK_and_a_node_that_builds_the_client()
    {
        var image = Repository.Read("deploy/Dockerfile");
        Version.Parse(Argument(image, "RUNTIME")).Should().BeGreaterThanOrEqualTo(SafeRuntime);
        JsonDocument.Parse(Repository.Read("global.json")).RootElement.GetProperty("sdk").GetProperty("version").GetString().Should().Be(Argument(image, "SDK"));
        Repository.Read("clients/web/package.json").Should().Contain($"\"node\": \">={Argument(image, "NODE")}\"");
    }

    [Fact]
    public void The_image_copies_only_what_is_there_runs_as_nobody_in_particular_and_asks_itself_whether_it_is_ready()
    {
        var lines = Instructions(Repository.Read("deploy/Dockerfile"));
        foreach (var source in lines.Where(line => line.StartsWith("COPY ", StringComparison.Ordinal) && !line.Contains("--from", StringComparison.Ordinal)).SelectMany(line => line.Split(' ')[1..^1]))
        {
            var path = Path.Combine(Repository.Root, source);
            (File.Exists(path) || Directory.Exists(path)).Should().BeTrue("{0} is copied", source);
        }

        lines.Last(line => line.StartsWith("USER ", StringComparison.Ordinal)).Should().NotContainAny("root", " 0");
        lines.Single(line => line.StartsWith("HEALTHCHECK ", StringComparison.Ordinal)).Should().Contain("\"health\"");
        lines.Select(line => line.Split(' ')[0]).Should().BeSubsetOf(["ARG", "FROM", "WORKDIR", "COPY", "RUN", "ENV", "USER", "VOLUME", "EXPOSE", "STOPSIGNAL", "HEALTHCHECK", "ENTRYPOINT", "CMD"]);
    }

    [Fact]
    public void Every_project_that_the_hub_stands_on_is_restored_in_the_image()
    {
        var image = Repository.Read("deploy/Dockerfile");
        var referenced = ProjectReference().Matches(Repository.Read("src/Reception.Hub/Reception.Hub.csproj")).Select(match => Path.GetFileName(match.Groups["path"].Value));
        image.Should().ContainAll([.. referenced, "Reception.Hub.csproj"]);
    }

    [Fact]
    public void What_is_started_is_read_only_and_without_rights()
    {
        foreach (var file in new[] { "deploy/compose.single.yaml", "deploy/compose.cluster.yaml" })
        {
            var text = Repository.Read(file);
            text.Should().Contain("read_only: true").And.Contain("cap_drop: [ALL]").And.Contain("no-new-privileges:true", file);
        }

        Repository.Read("deploy/kubernetes/hub.yaml").Should().ContainAll("readOnlyRootFilesystem: true", "runAsNonRoot: true", "drop: [ALL]", "secretKeyRef", "/healthz/ready", "/healthz/live");
    }

    [Fact]
    public void No_file_holds_a_secret() =>
        Repository.Files("deploy").Where(file => Secret().IsMatch(Repository.Read(file))).ShouldBeNone();

    [Fact]
    public void The_venue_to_begin_with_has_no_flaw() =>
        PlaybookCheck.Run([Path.Combine(Repository.Root, "deploy/venue", LibraryFiles.VenueFile)], TextWriter.Null).Should().Be(0);

    [Fact]
    public void Every_figure_that_a_rule_or_the_dashboard_names_is_one_of_the_hubs()
    {
        var known = Instrument().Matches(string.Concat(Repository.Sources(".cs").Select(Repository.Read)))
            .Select(match => match.Groups["name"].Value.Replace('.', '_').Replace('-', '_')).ToHashSet();
        known.Should().Contain("reception_commands").And.Contain("reception_ready");
        foreach (var file in new[] { "deploy/prometheus/rules.yaml", "deploy/prometheus/rules.test.yaml", "deploy/grafana/reception-hub.json" })
        {
            Figure().Matches(Repository.Read(file)).Select(match => match.Value)
                .Where(name => !Labels.Contains(name) && !known.Any(one => name == one || Endings.Any(ending => name == one + ending)))
                .Select(name => $"{name} in {file}").ShouldBeNone();
        }
    }

    [Fact]
    public void The_dashboard_is_JSON_and_no_panel_lies_upon_another()
    {
        var panels = JsonDocument.Parse(Repository.Read("deploy/grafana/reception-hub.json")).RootElement.GetProperty("panels").EnumerateArray()
            .Select(panel => panel.GetProperty("gridPos")).Select(at => (X: at.GetProperty("x").GetInt32(), Y: at.GetProperty("y").GetInt32(), W: at.GetProperty("w").GetInt32(), H: at.GetProperty("h").GetInt32())).ToList();
        panels.SelectMany((one, index) => panels.Skip(index + 1).Where(other => one.X < other.X + other.W && other.X < one.X + one.W && one.Y < other.Y + other.H && other.Y < one.Y + one.H))
            .Should().BeEmpty();
    }

    [Fact]
    public void Every_rule_stands_in_the_runbook() =>
        AlertName().Matches(Repository.Read("deploy/prometheus/rules.yaml")).Select(match => match.Groups["name"].Value)
            .Where(name => !Repository.Read("deploy/RUNBOOK.md").Contains($"**{name}**", StringComparison.Ordinal)).ShouldBeNone();

    private static string Argument(string image, string name) => Regex.Match(image, $@"^ARG {name}=(\S+)$", RegexOptions.Multiline).Groups[1].Value;

    private static List<string> Instructions(string image) =>
        [.. image.Replace("\\\n", " ", StringComparison.Ordinal).Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#')];

    [GeneratedRegex("ProjectReference Include=\"(?<path>[^\"]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex ProjectReference();

    [GeneratedRegex(@"(Password|PASSWORD|password)[=:]\s*[^\s$%…?""'{.;]\S*|-----BEGIN")]
    private static partial Regex Secret();

    [GeneratedRegex("""(Create\w+(<\w+>)?|Gauge|PerVenue)\("(?<name>reception\.[a-z.-]+)""", RegexOptions.ExplicitCapture)]
    private static partial Regex Instrument();

    [GeneratedRegex(@"\breception_[a-z_]+\b")]
    private static partial Regex Figure();

    [GeneratedRegex(@"- alert: (?<name>\w+)", RegexOptions.ExplicitCapture)]
    private static partial Regex AlertName();
}
