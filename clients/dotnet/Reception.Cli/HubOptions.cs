using System.CommandLine;
using System.Diagnostics.CodeAnalysis;
using System.Net.Security;
using Reception.Cli.Sessions;
using Reception.Cli.Words;
using Reception.Client;

namespace Reception.Cli;

/// <summary>What every command takes: where the hub is and who speaks. Given, else from the environment, else as <c>enrol</c> saved it.</summary>
public sealed class HubOptions
{
    public const string LangName = "--lang";

    private readonly Option<string?> url;
    private readonly Option<string?> token;
    private readonly Option<string?> lang;
    private readonly Option<bool> insecure;

    public HubOptions(Say say)
    {
        url = new("--url") { Description = say.It(CliWords.Url), Recursive = true };
        token = new("--token") { Description = say.It(CliWords.Token), Recursive = true };
        lang = new(LangName) { Description = say.It(CliWords.Lang), Recursive = true };
        insecure = new("--insecure") { Description = say.It(CliWords.Insecure), Recursive = true };
    }

    public IEnumerable<Option> All => [url, token, lang, insecure];

    public Uri Url(ParseResult parsed, Terminal terminal)
    {
        var given = parsed.GetValue(url) ?? terminal.Environment("RECEPTION_URL") ?? SessionFile.Read(terminal)?.Url ?? throw new CliException(CliWords.NoUrl);
        return Uri.TryCreate(given, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? address
            : throw new CliException(CliWords.With(CliWords.BadUrl, given));
    }

    public string Token(ParseResult parsed, Terminal terminal) =>
        parsed.GetValue(token) ?? terminal.Environment("RECEPTION_TOKEN") ?? SessionFile.Read(terminal)?.Token ?? throw new CliException(CliWords.NoToken);

    [SuppressMessage("Security", "CA5359:Do Not Disable Certificate Validation", Justification = "Asked for by --insecure, for a demo whose certificate is its own.")]
    public RemoteCertificateValidationCallback? Certificate(ParseResult parsed) => parsed.GetValue(insecure) ? (_, _, _, _) => true : null;

    public HubApi Api(ParseResult parsed, Terminal terminal) => new(Url(parsed, terminal), Token(parsed, terminal), Certificate(parsed));

    public HubApi Anonymous(ParseResult parsed, Terminal terminal) => new(Url(parsed, terminal), null, Certificate(parsed));

    public ReceptionClientOptions Client(ParseResult parsed, Terminal terminal) => new()
    {
        Hub = Url(parsed, terminal), Token = Token(parsed, terminal), Certificate = Certificate(parsed), Reach = "screen", Time = terminal.Time,
    };
}
