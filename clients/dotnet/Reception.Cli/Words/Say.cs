using System.Globalization;
using Reception.Contracts;

namespace Reception.Cli.Words;

/// <summary>Speaks one of the two languages: <c>--lang</c>, else the environment's, else English.</summary>
public sealed class Say(bool chinese)
{
    private static readonly string[] Languages = ["LC_ALL", "LC_MESSAGES", "LANG"];

    public bool Chinese => chinese;

    public static Say For(IReadOnlyList<string> args, Func<string, string?> environment)
    {
        var asked = args.SkipWhile(arg => arg != HubOptions.LangName).Skip(1).FirstOrDefault()
            ?? args.FirstOrDefault(arg => arg.StartsWith(HubOptions.LangName + "=", StringComparison.Ordinal))?[(HubOptions.LangName.Length + 1)..];
        var said = asked ?? Languages.Select(environment).FirstOrDefault(value => !string.IsNullOrEmpty(value)) ?? "";
        return new(said.StartsWith("zh", StringComparison.OrdinalIgnoreCase));
    }

    public string It(Text words, params ReadOnlySpan<object> gaps) => string.Format(CultureInfo.InvariantCulture, chinese ? words.Zh : words.En, gaps);

    /// <summary>Words of the hub, which have no gaps.</summary>
    public string As(Text? words) => words is null ? "" : chinese ? words.Zh : words.En;
}
