using System.CommandLine;
using System.Diagnostics.CodeAnalysis;
using System.Net.Sockets;
using System.Text.Json;
using Reception.Cli.Words;
using Reception.Client;
using Reception.Contracts;

namespace Reception.Cli;

/// <summary>The command line: parses, runs, and says whatever goes wrong in one sentence. 0 = done, 1 = not done, 2 = not understood.</summary>
public static class Cli
{
    public static async Task<int> Run(string[] args, Terminal terminal)
    {
        var say = Say.For(args, terminal.Environment);
        var parsed = Root(terminal, say).Parse(args);
        if (parsed.Errors.Count > 0)
        {
            await terminal.Error.WriteLineAsync(NotUnderstood(parsed, say));
            return 2;
        }

        return await Guarded(parsed, terminal, say);
    }

    private static RootCommand Root(Terminal terminal, Say say)
    {
        var options = new HubOptions(say);
        var root = new RootCommand(say.It(CliWords.Root));
        foreach (var option in options.All)
        {
            root.Options.Add(option);
        }

        root.Subcommands.Add(Sessions.EnrolCommand.Make(options, terminal, say));
        root.Subcommands.Add(Watching.WatchCommand.Make(options, terminal, say));
        root.Subcommands.Add(Sending.SendCommand.Make(options, terminal, say));
        root.Subcommands.Add(Guests.GuestsCommand.Make(options, terminal, say));
        root.Subcommands.Add(Simulating.SimulateCommand.Make(options, terminal, say));
        root.Subcommands.Add(Doctor.DoctorCommand.Make(options, terminal, say));
        return root;
    }

    private static string NotUnderstood(ParseResult parsed, Say say) => parsed.UnmatchedTokens.Count > 0
        ? say.It(CliWords.Unknown, parsed.UnmatchedTokens[0])
        : say.It(CliWords.Incomplete, parsed.CommandResult.Command.Name);

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "A person at a terminal gets a sentence, never a stack trace.")]
    private static async Task<int> Guarded(ParseResult parsed, Terminal terminal, Say say)
    {
        try
        {
            return await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false });
        }
        catch (OperationCanceledException)
        {
            return 0;
        }
        catch (Exception failed)
        {
            await terminal.Error.WriteLineAsync(say.It(Sentence(failed)));
            return 1;
        }
    }

    private static Text Sentence(Exception failed) => failed switch
    {
        CliException said => said.Words,
        HubProblemException { Words: { } words } => words,
        HubProblemException { Code: { } code } when ErrorCodes.All.TryGetValue(code, out var known) => new(known.Zh, known.En),
        HubProblemException problem => CliWords.With(CliWords.OddAnswer, ((int)problem.Status).ToString(System.Globalization.CultureInfo.InvariantCulture)),
        HttpRequestException { InnerException: SocketException } or HttpRequestException { StatusCode: null } => CliWords.Unreachable,
        HttpRequestException http => CliWords.With(CliWords.OddAnswer, $"{http.StatusCode}"),
        TimeoutException => CliWords.TooSlow,
        JsonException => CliWords.NotAHub,
        IOException or UnauthorizedAccessException => CliWords.With(CliWords.File, failed.Message),
        _ => CliWords.With(CliWords.Failed, failed.Message),
    };
}
