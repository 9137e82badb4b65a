using System.Reflection;
using System.Xml.Linq;
using NetArchTest.Rules;

namespace Reception.Hub.Tests.Architecture;

public sealed class DependencyTests
{
    [Theory]
    [InlineData("src/Reception.Domain", "", "YamlDotNet")]
    [InlineData("src/Reception.Contracts", "", "")]
    [InlineData("clients/dotnet/Reception.Client", "Reception.Contracts", null)]
    [InlineData("clients/dotnet/Reception.Crew", "Reception.Client", "")]
    [InlineData("clients/dotnet/Reception.Cli", "Reception.Client,Reception.Crew", null)]
    public void A_project_names_only_what_it_stands_on(string folder, string projects, string? packages)
    {
        var project = XDocument.Load(Path.Combine(Repository.Root, folder, Path.GetFileName(folder) + ".csproj"));

        References(project, "ProjectReference").Select(Path.GetFileNameWithoutExtension).Should().BeEquivalentTo(Split(projects));
        if (packages is not null)
        {
            References(project, "PackageReference").Should().BeEquivalentTo(Split(packages));
        }
    }

    [Theory]
    [InlineData("Reception.Domain", "YamlDotNet")]
    [InlineData("Reception.Contracts", "")]
    public void What_the_compiler_put_in_is_no_more_than_that(string assembly, string packages) =>
        Assembly.Load(assembly).GetReferencedAssemblies()
            .Select(reference => reference.Name!)
            .Where(name => !name.StartsWith("System.", StringComparison.Ordinal) && name is not "netstandard")
            .Should().BeSubsetOf(Split(packages));

    [Fact]
    public void Only_the_demo_of_the_hub_knows_its_clients()
    {
        var result = Types.InAssembly(Assembly.Load("Reception.Hub"))
            .That().DoNotResideInNamespace("Reception.Hub.Demo")
            .ShouldNot().HaveDependencyOnAny("Reception.Client", "Reception.Crew")
            .GetResult();

        (result.FailingTypeNames ?? []).ShouldBeNone();
    }

    [Fact]
    public void The_rules_of_the_domain_do_not_know_the_wire_and_the_wire_does_not_know_the_rules()
    {
        Naming("src/Reception.Domain/", "Reception.Contracts").ShouldBeNone();
        Naming("src/Reception.Contracts/", "Reception.Domain").ShouldBeNone();
    }

    private static IEnumerable<string> Naming(string folder, string other) =>
        Repository.Sources(".cs").Where(file => file.StartsWith(folder, StringComparison.Ordinal))
            .Where(file => SourceText.Of(Repository.Read(file)).Code.Contains(other, StringComparison.Ordinal));

    // Analyzers work on the source and are not carried along.
    private static IEnumerable<string> References(XDocument project, string kind) =>
        project.Descendants(kind).Where(reference => reference.Attribute("PrivateAssets") is null)
            .Select(reference => reference.Attribute("Include")!.Value);

    private static string[] Split(string names) => names.Split(',', StringSplitOptions.RemoveEmptyEntries);
}
