using System.Text;

namespace Reception.Domain.Playbooks;

/// <summary>
/// Words with gaps: <c>{address}到了[，车位{place}]</c>. A gap is filled by id; what stands in <c>[…]</c> is left out whole when a gap inside it has
/// nothing to say, so no text ever reads "车位，". Brackets do not nest. Filling never fails.
/// </summary>
public static class Wording
{
    /// <param name="value">The words for a gap, or null.</param>
    /// <param name="neutral">What is said outside brackets when there are none; left out: nothing.</param>
    public static string Fill(string words, Func<string, string?> value, Func<string, string>? neutral = null)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(value);
        var filled = new StringBuilder(words.Length + 32);
        foreach (var part in Parts(words))
        {
            var piece = new StringBuilder();
            var whole = true;
            foreach (var (text, gap) in Pieces(part.Text))
            {
                var said = gap ? value(text) : text;
                whole &= !gap || !string.IsNullOrEmpty(said);
                piece.Append(gap && string.IsNullOrEmpty(said) ? neutral?.Invoke(text) : said);
            }

            if (whole || !part.Optional)
            {
                filled.Append(piece);
            }
        }

        return filled.ToString();
    }

    /// <summary>The gaps of a text, in order, each with whether it may stay empty.</summary>
    public static IEnumerable<(string Id, bool Optional)> Gaps(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return Parts(words).SelectMany(part => Pieces(part.Text).Where(piece => piece.Gap).Select(piece => (piece.Text, part.Optional)));
    }

    /// <summary>Whether braces and brackets are paired and not nested.</summary>
    public static bool IsWellFormed(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var bracket = false;
        var brace = false;
        foreach (var letter in words)
        {
            switch (letter)
            {
                case '{' when brace:
                case '}' when !brace:
                case '[' when bracket || brace:
                case ']' when !bracket || brace:
                    return false;
                case '{' or '}':
                    brace = letter == '{';
                    break;
                case '[' or ']':
                    bracket = letter == '[';
                    break;
                default:
                    break;
            }
        }

        return !bracket && !brace;
    }

    private static IEnumerable<(string Text, bool Optional)> Parts(string words) => Cut(words, '[', ']');

    private static IEnumerable<(string Text, bool Gap)> Pieces(string part) => Cut(part, '{', '}');

    private static IEnumerable<(string Text, bool Inside)> Cut(string words, char open, char close)
    {
        var at = 0;
        while (at < words.Length)
        {
            var begin = words.IndexOf(open, at);
            var end = begin < 0 ? -1 : words.IndexOf(close, begin);
            if (end < 0)
            {
                yield return (words[at..], false);
                yield break;
            }

            if (begin > at)
            {
                yield return (words[at..begin], false);
            }

            yield return (words[(begin + 1)..end], true);
            at = end + 1;
        }
    }
}
