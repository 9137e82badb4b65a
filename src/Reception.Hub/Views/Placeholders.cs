using System.Text;

namespace Reception.Hub.Views;

/// <summary><c>{name}</c> in a sentence. A brace without its partner is a brace.</summary>
internal static class Placeholders
{
    public static string Fill(string sentence, Func<string, string> value)
    {
        var open = sentence.IndexOf('{', StringComparison.Ordinal);
        if (open < 0)
        {
            return sentence;
        }

        var filled = new StringBuilder(sentence.Length + 16);
        var from = 0;
        while (open >= 0 && sentence.IndexOf('}', open) is var close and > 0)
        {
            filled.Append(sentence, from, open - from).Append(value(sentence[(open + 1)..close]));
            from = close + 1;
            open = sentence.IndexOf('{', from);
        }

        return filled.Append(sentence, from, sentence.Length - from).ToString();
    }
}
