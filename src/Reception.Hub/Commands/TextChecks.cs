using System.Globalization;
using System.Text;
using Reception.Contracts;
using Reception.Domain;

namespace Reception.Hub.Commands;

/// <summary>What may be in a text that a person sends.</summary>
internal static class TextChecks
{
    public const int LongestText = 500;
    public const int LongestName = 60;

    /// <summary>The whole of a command; the transports have the same limit for what they read.</summary>
    public const int LargestCommand = 16 * 1024;

    public static void Size(Contracts.Command command)
    {
        var bytes = Bytes(command.CommandId) + Bytes(command.Kind) + Bytes(command.Args) + Bytes(command.Fields);
        if (bytes > LargestCommand)
        {
            throw new CommandRefusal(ErrorCodes.TooLarge);
        }
    }

    /// <summary>Words: neither control nor direction marks, nor half a character.</summary>
    public static void Words(string name, string text)
    {
        if (text.Length > LongestText)
        {
            throw new CommandRefusal(ErrorCodes.TooLong, name);
        }

        if (text.EnumerateRunes().Any(IsHidden) || HasHalf(text))
        {
            throw new CommandRefusal(ErrorCodes.BadText, name);
        }
    }

    /// <summary>An id, a number, a word of a closed list.</summary>
    public static string Word(string name, string text)
    {
        Words(name, text);
        return text.Length > 0 && Key.Fits(text) ? text : throw new CommandRefusal(ErrorCodes.BadArgument, name);
    }

    public static void Name(string name)
    {
        if (name.Length is 0 or > LongestName || !Key.Fits(name))
        {
            throw new CommandRefusal(ErrorCodes.Malformed, "args");
        }
    }

    private static bool IsHidden(Rune letter) => Rune.GetUnicodeCategory(letter) switch
    {
        UnicodeCategory.Control => letter.Value != '\n',
        UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => true,
        UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned => true,
        _ => false,
    };

    private static bool HasHalf(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return true;
            }
        }

        return false;
    }

    private static int Bytes(string text) => Encoding.UTF8.GetByteCount(text);

    private static int Bytes(IReadOnlyDictionary<string, string>? pairs) => pairs?.Sum(pair => Bytes(pair.Key) + Bytes(pair.Value)) ?? 0;
}
