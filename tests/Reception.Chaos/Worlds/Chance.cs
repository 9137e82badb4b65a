namespace Reception.Chaos.Worlds;

/// <summary>The one source of chance of a world.</summary>
internal sealed class Chance(int seed)
{
#pragma warning disable CA5394 // A seed must give the same world again; nothing here is secret.
    private readonly Random _random = new(seed);

    /// <summary>From 0 to below <paramref name="end"/>.</summary>
    public int Below(int end) => _random.Next(end);

    public int Between(int least, int most) => _random.Next(least, most + 1);

    public long Long() => _random.NextInt64();

    public bool OneIn(int many) => _random.Next(many) == 0;

    public bool Happens(double share) => share > 0 && _random.NextDouble() < share;
#pragma warning restore CA5394

    public T Of<T>(IReadOnlyList<T> list) => list[Below(list.Count)];

    /// <summary>Mostly near the shorter end: what usually takes no time takes long now and then.</summary>
    public TimeSpan Within(TimeSpan least, TimeSpan most)
    {
        var share = Below(1_000_000) / 1_000_000.0;
        return least + ((most - least) * (share * share * share));
    }
}
