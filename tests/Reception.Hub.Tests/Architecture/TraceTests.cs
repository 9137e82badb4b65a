using System.Text.RegularExpressions;

namespace Reception.Hub.Tests.Architecture;

/// <summary>A clone works on any machine because nothing in it remembers one.</summary>
public sealed partial class TraceTests
{
    private static readonly string[] Binary = [".png", ".jpg", ".ico", ".woff2", ".mp3", ".wav", ".db", ".xlsx"];

    [Fact]
    public void No_file_names_a_folder_of_one_machine_or_the_host_of_a_registry() =>
        Repository.Files()
            .Where(file => !Binary.Contains(Path.GetExtension(file)) && !file.EndsWith(nameof(TraceTests) + ".cs", StringComparison.Ordinal))
            .SelectMany(file => Traces().Matches(Repository.Read(file)).Select(trace => $"{trace.Value} in {file}").Take(1))
            .ShouldBeNone();

    [GeneratedRegex(@"(?<![\w.\-*$}])/(work|root|farm|home/\w+|Users/\w+|tmp/bash_jobs)/|registry\.npmjs\.org|api\.nuget\.org|deb\.debian\.org")]
    private static partial Regex Traces();
}
