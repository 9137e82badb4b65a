using System.Text;
using System.Text.RegularExpressions;

namespace Reception.Hub.Tests.Architecture;

/// <summary>
/// Tells code, comments and string literals of C# and TypeScript apart. It need not understand either
/// language, only never take a comment for code; templates count as text with holes in it.
/// </summary>
internal sealed partial class SourceText
{
    private SourceText(string code, IReadOnlyList<string> literals) => (Code, Literals) = (code, literals);

    /// <summary>What is left when comments and the contents of literals are blanked.</summary>
    public string Code { get; }

    public IReadOnlyList<string> Literals { get; }

    public static SourceText Of(string text)
    {
        var code = new StringBuilder();
        var literals = new List<string>();
        var end = 0;
        foreach (Match token in Tokens().Matches(text))
        {
            code.Append(text, end, token.Index - end).Append(' ');
            end = token.Index + token.Length;
            if (token.Groups["literal"] is { Success: true } literal)
            {
                literals.Add(literal.Value);
                code.Append("\"\" ");
            }
        }

        return new(code.Append(text, end, text.Length - end).ToString(), literals);
    }

    [GeneratedRegex("""
        //[^\n]*
        | /\*.*?\*/
        | "{3,}(?<literal>.*?)"{3,}
        | @"(?<literal>(?:[^"]|"")*)"
        | "(?<literal>(?:[^"\\\n]|\\.)*)"
        | '(?<literal>(?:[^'\\\n]|\\.)*)'
        | `(?<literal>(?:[^`\\]|\\.)*)`
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Tokens();
}
