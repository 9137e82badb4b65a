using System.Text;

namespace Reception.Hub.Addressing;

/// <summary>The Latin initial of a surname, for the search pad.</summary>
internal static class Initials
{
    // Level 1 of GB 2312 is sorted by pronunciation: the first character of each initial (i, u and v begin no syllable).
    private const string Firsts = "啊芭擦搭蛾发噶哈击喀垃妈拿哦啪期然撒塌挖昔压匝";
    private const string Letters = "ABCDEFGHJKLMNOPQRSTWXYZ";

    private static readonly Encoding Gb2312 = MakeEncoding();

    /// <summary>Empty when there is none: no address, or a first letter nobody can place.</summary>
    public static string Of(string address)
    {
        if (address.Length == 0)
        {
            return "";
        }

        var first = address[0];
        if (char.IsAsciiLetter(first))
        {
            return char.ToUpperInvariant(first).ToString();
        }

        return Surnames.At(address) is { } surname ? surname.Latin[..1] : ByCode(first);
    }

    private static string ByCode(char letter)
    {
        var code = Code(letter);
        var at = -1;
        for (var next = 0; next < Firsts.Length && code >= Code(Firsts[next]); next++)
        {
            at = next;
        }

        // 座 ends level 1.
        return at >= 0 && code <= Code('座') ? Letters[at].ToString() : "";
    }

    private static int Code(char letter)
    {
        var bytes = Gb2312.GetBytes([letter]);
        return bytes.Length == 2 ? (bytes[0] << 8) | bytes[1] : 0;
    }

    private static Encoding MakeEncoding()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding("GB2312");
    }
}
