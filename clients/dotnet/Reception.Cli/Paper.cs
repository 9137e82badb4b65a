using Spectre.Console;

namespace Reception.Cli;

/// <summary>Spectre's console over the terminal's stream.</summary>
internal static class Paper
{
    public static IAnsiConsole On(Terminal terminal)
    {
        var written = !ReferenceEquals(terminal.Out, Console.Out) || Console.IsOutputRedirected;
        var console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(terminal.Out), Ansi = written ? AnsiSupport.No : AnsiSupport.Detect });
        if (written)
        {
            // A file or a pipe has no width and no colours.
            console.Profile.Width = 160;
        }

        return console;
    }
}
