using Reception.Domain;
using Text = Reception.Contracts.Text;

namespace Reception.Hub.Views;

/// <summary>How values of the domain are written on the wire.</summary>
internal static class Wire
{
    public static long Ms(this DateTimeOffset at) => at.ToUnixTimeMilliseconds();

    public static long? Ms(this DateTimeOffset? at) => at?.ToUnixTimeMilliseconds();

    public static Text ToWire(this Domain.Text words) => new(words.Zh, words.En);

    /// <summary>Names of closed lists are lower case.</summary>
    public static string Word<TWord>(this TWord word)
        where TWord : struct, Enum => Words<TWord>.Of[word];

    public static IReadOnlyList<string> Ids<TId>(this IEnumerable<TId> ids)
        where TId : struct, IId<TId> => [.. ids.Select(id => id.Value)];

    private static class Words<TWord>
        where TWord : struct, Enum
    {
        public static readonly Dictionary<TWord, string> Of = Enum.GetValues<TWord>().ToDictionary(word => word, word => word.ToString().ToLowerInvariant());
    }
}
