namespace Reception.Domain.Playbooks.Reading;

/// <summary>The known word that was probably meant.</summary>
internal static class Suggestion
{
    public static string? For(string written, IEnumerable<string> known)
    {
        var bound = Math.Max(1, written.Length / 3);
        return known
            .Select(word => (Word: word, Distance: Distance(written, word, bound)))
            .Where(pair => pair.Distance <= bound)
            .OrderBy(pair => pair.Distance).ThenBy(pair => pair.Word, StringComparer.Ordinal)
            .Select(pair => pair.Word)
            .FirstOrDefault();
    }

    /// <summary>Letters to change, add, drop or swap with a neighbour. Words of very different length are not compared.</summary>
    private static int Distance(string left, string right, int bound)
    {
        if (Math.Abs(left.Length - right.Length) > bound || left.Length > 64)
        {
            return int.MaxValue;
        }

        var table = new int[left.Length + 1][];
        for (var i = 0; i <= left.Length; i++)
        {
            table[i] = new int[right.Length + 1];
            for (var j = 0; j <= right.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    table[i][j] = i + j;
                    continue;
                }

                var change = char.ToLowerInvariant(left[i - 1]) == char.ToLowerInvariant(right[j - 1]) ? 0 : 1;
                var least = Math.Min(Math.Min(table[i - 1][j] + 1, table[i][j - 1] + 1), table[i - 1][j - 1] + change);
                var swapped = i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1];
                table[i][j] = swapped ? Math.Min(least, table[i - 2][j - 2] + 1) : least;
            }
        }

        return table[left.Length][right.Length];
    }
}
