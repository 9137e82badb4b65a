using Reception.Contracts;

namespace Reception.Cli;

/// <summary>Ends a command with one sentence and exit code 1.</summary>
public sealed class CliException(Text words) : Exception(words.En)
{
    public Text Words { get; } = words;
}
