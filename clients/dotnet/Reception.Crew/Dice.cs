using System.Text;

namespace Reception.Crew;

/// <summary>Random numbers that depend on what they are for, not on when they are drawn: the same seed gives the same day.</summary>
internal static class Dice
{
    public static Random For(int seed, string what)
    {
        // FNV-1a: string hashes of the platform differ from run to run.
        var hash = 2166136261u;
        foreach (var one in Encoding.UTF8.GetBytes(what))
        {
            hash = (hash ^ one) * 16777619u;
        }

        return new((int)(hash ^ (uint)seed * 2654435761u));
    }

    public static double Roll(int seed, string what) => For(seed, what).NextDouble();

    public static TimeSpan Between(int seed, string what, double least, double most) => TimeSpan.FromSeconds(least + ((most - least) * Roll(seed, what)));

    public static T Pick<T>(this Random random, IReadOnlyList<T> from) => from[random.Next(from.Count)];
}
