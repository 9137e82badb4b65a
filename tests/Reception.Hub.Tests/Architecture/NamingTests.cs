using System.Text.RegularExpressions;

namespace Reception.Hub.Tests.Architecture;

/// <summary>A folder or type called after nothing in particular collects everything in particular.</summary>
public sealed partial class NamingTests
{
    [Fact]
    public void No_folder_is_called_after_nothing_in_particular() =>
        Repository.Sources("").SelectMany(file => file.Split('/')[..^1]).Distinct()
            .Where(folder => Vague().IsMatch(folder.Split('.')[^1]))
            .ShouldBeNone();

    [Fact]
    public void No_type_is_called_after_nothing_in_particular() =>
        Repository.Sources(".cs", ".ts", ".tsx")
            .SelectMany(file => Types().Matches(SourceText.Of(Repository.Read(file)).Code).Select(type => (file, type)))
            .Where(found => Vague().Match(found.type.Groups["name"].Value) is { Success: true } word && !Inherits(found.type, word.Value))
            .Select(found => $"{found.type.Groups["name"].Value} in {found.file}")
            .ShouldBeNone();

    // A part of the framework keeps the framework's word: VenueLifetimeManager : HubLifetimeManager<…>.
    private static bool Inherits(Match type, string word) => Regex.IsMatch(type.Groups["bases"].Value, $@"{word}\b");

    [GeneratedRegex("(Core|Common|Utils?|Utilit(y|ies)|Helpers?|Managers?|Services?|Infrastructure)$|^(core|common|utils?|helpers?|managers?|services?|infrastructure)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Vague();

    [GeneratedRegex(@"\b(class|record|struct|interface|enum)\s+(class\s+|struct\s+)?(?<name>\w+)(?<bases>[^{;]*)", RegexOptions.ExplicitCapture)]
    private static partial Regex Types();
}
