using Microsoft.VisualStudio.TestPlatform.ObjectModel;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Client;

namespace Reception.Rules;

/// <summary>
/// Writes one line per test that was run, <c>outcome TAB rules TAB name</c>, for <c>tests/run</c> to count:
/// <c>dotnet test --logger "rules;path=results.tsv"</c>. The usual result files leave the rules out.
/// </summary>
[FriendlyName("rules")]
[ExtensionUri("logger://reception/rules")]
public sealed class RuleLogger : ITestLoggerWithParameters
{
    public void Initialize(TestLoggerEvents events, Dictionary<string, string?> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        Listen(events, parameters.GetValueOrDefault("path")
            ?? throw new ArgumentException("Say where the results go: --logger \"rules;path=FILE\".", nameof(parameters)));
    }

    public void Initialize(TestLoggerEvents events, string testRunDirectory) =>
        Listen(events, Path.Combine(testRunDirectory, "rules.tsv"));

    private static void Listen(TestLoggerEvents events, string path)
    {
        ArgumentNullException.ThrowIfNull(events);
        // Line by line, so that a test host that dies leaves what it had done until then.
        events.TestResult += (_, e) => File.AppendAllText(path, Line(e.Result));
    }

    private static string Line(TestResult result)
    {
        var rules = result.TestCase.Traits.Where(trait => trait.Name == "Rule").Select(trait => trait.Value);
        var name = (result.DisplayName ?? result.TestCase.FullyQualifiedName).ReplaceLineEndings(" ").Replace('\t', ' ');
        return $"{result.Outcome}\t{string.Join(',', rules)}\t{name}\n";
    }
}
