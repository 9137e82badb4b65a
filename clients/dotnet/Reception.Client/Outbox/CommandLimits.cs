using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Reception.Contracts;

namespace Reception.Client;

/// <summary>What the hub would refuse without an entry is refused before it is stored: it would only come back.</summary>
internal static partial class CommandLimits
{
    public const int Bytes = 16 * 1024;
    public const int LongestText = 500;

    /// <summary>The refusal, or null when the command may be sent.</summary>
    public static Answer? Refuse(Command command)
    {
        if (!Id().IsMatch(command.CommandId))
        {
            return Refusal(command, ErrorCodes.Malformed, "commandId");
        }

        if (!Kinds.All.Contains(command.Kind))
        {
            return Refusal(command, ErrorCodes.UnknownKind, command.Kind);
        }

        foreach (var (name, text) in command.Args.Concat(command.Fields ?? new Dictionary<string, string>()))
        {
            if (text.Length > LongestText)
            {
                return Refusal(command, ErrorCodes.TooLong, name);
            }

            if (text.EnumerateRunes().Any(Hidden))
            {
                return Refusal(command, ErrorCodes.BadText, name);
            }
        }

        return JsonSerializer.SerializeToUtf8Bytes(command, HubApi.Json).Length > Bytes ? Refusal(command, ErrorCodes.TooLarge, "") : null;
    }

    public static Answer Refusal(Command command, ErrorCode code, string what) => new(
        command.CommandId, Ok: false, Seq: 0, At: command.MadeAt, code.Id, new Dictionary<string, string> { ["what"] = what },
        new(code.Zh.Replace("{what}", what, StringComparison.Ordinal), code.En.Replace("{what}", what, StringComparison.Ordinal)));

    // Control and direction marks, and what no font can show; half a character is read as the replacement mark.
    private static bool Hidden(Rune one) => one == Rune.ReplacementChar || Rune.GetUnicodeCategory(one) switch
    {
        UnicodeCategory.Control => one.Value != '\n',
        UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => true,
        UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned => true,
        _ => false,
    };

    [GeneratedRegex("^[A-Za-z0-9_-]{8,40}$")]
    private static partial Regex Id();
}
