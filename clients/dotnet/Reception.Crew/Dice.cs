namespace Reception.Crew;

/// <summary>Random numbers that depend on what they are for, not on when they are drawn: the same seed gives the same day.</summary>
internal static class Dice
{
    /// <summary>For several draws.</summary>
    public static Random For(int seed, string what) => new((int)Hash(seed, what));

    /// <summary>One draw, 0 to 1. People are asked often whose turn it is: this makes no generator.</summary>
    public static double Roll(int seed, string what) => (Hash(seed, what) >> 11) * (1.0 / (1UL << 53));

    public static TimeSpan Between(int seed, string what, double least, double most) => TimeSpan.FromSeconds(least + ((most - least) * Roll(seed, what)));

    public static T Pick<T>(this Random random, IReadOnlyList<T> from) => from[random.Next(from.Count)];

    // FNV-1a, then SplitMix64's finish: string hashes of the platform differ from run to run.
    private static ulong Hash(int seed, string what)
    {
        var hash = 14695981039346656037UL ^ (uint)seed;
        foreach (var one in what)
        {
            hash = (hash ^ one) * 1099511628211UL;
        }

        hash = (hash ^ (hash >> 30)) * 0xBF58476D1CE4E5B9UL;
        hash = (hash ^ (hash >> 27)) * 0x94D049BB133111EBUL;
        return hash ^ (hash >> 31);
    }
}
