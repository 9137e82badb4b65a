namespace Reception.Cli;

/// <summary>What a command may touch of the outside: two streams and the environment.</summary>
public sealed record Terminal(TextWriter Out, TextWriter Error, Func<string, string?> Environment)
{
    /// <summary>Host time.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
