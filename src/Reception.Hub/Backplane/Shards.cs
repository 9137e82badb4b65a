using System.Globalization;
using StackExchange.Redis;

namespace Reception.Hub.Backplane;

/// <summary>The names of the channels, in one place: of each installation its own, so that two may share a Redis.</summary>
internal sealed class Shards(byte[] installation)
{
    public const int Count = 64;

    /// <summary>What the user of Redis must be allowed to hear and to say.</summary>
    public const string Prefix = "reception:";

    private const uint Basis = 2166136261;
    private const uint Prime = 16777619;

    private readonly string _prefix = $"{Prefix}{Convert.ToHexStringLower(installation.AsSpan(0, 4))}:";

    public IEnumerable<RedisChannel> All => Enumerable.Range(0, Count).Select(Channel);

    /// <summary>The same on every node: FNV-1a.</summary>
    public RedisChannel Of(string venue) => Channel((int)(venue.Aggregate(Basis, (hash, letter) => unchecked((hash ^ letter) * Prime)) % Count));

    private RedisChannel Channel(int shard) => RedisChannel.Literal(string.Create(CultureInfo.InvariantCulture, $"{_prefix}{shard}"));
}
