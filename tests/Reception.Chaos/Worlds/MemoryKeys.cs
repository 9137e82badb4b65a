using System.Security.Cryptography;
using System.Text;
using Reception.Hub.Cards;

namespace Reception.Chaos.Worlds;

/// <summary>Keys of cards without a disk, shared by the nodes of a world. They are no secret: the same guest has the same key in every run.</summary>
internal sealed class MemoryKeys : IKeyStore
{
    private readonly HashSet<(string Venue, string Guest)> _made = [];

    public byte[] Installation { get; } = new byte[16];

    public byte[] Master { get; } = new byte[IKeyStore.KeySize];

    public ValueTask<IReadOnlyDictionary<string, byte[]>> Find(string venue, IReadOnlyCollection<string> guests, CancellationToken stop = default) =>
        new(guests.Where(guest => _made.Contains((venue, guest))).Distinct().ToDictionary(guest => guest, KeyOf));

    public ValueTask<IReadOnlyDictionary<string, byte[]>> FindOrMake(string venue, IReadOnlyCollection<string> guests, CancellationToken stop = default)
    {
        _made.UnionWith(guests.Select(guest => (venue, guest)));
        return Find(venue, guests, stop);
    }

    public ValueTask Destroy(string venue, string guest, CancellationToken stop = default)
    {
        _made.Remove((venue, guest));
        return ValueTask.CompletedTask;
    }

    public ValueTask<IReadOnlyList<(string Venue, string Guest)>> OlderThan(DateTimeOffset time, CancellationToken stop = default) => new([]);

    public ValueTask<int> DestroyOlder(DateTimeOffset time, IReadOnlyCollection<(string Venue, string Guest)> keys, CancellationToken stop = default) => new(0);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static byte[] KeyOf(string guest) => SHA256.HashData(Encoding.UTF8.GetBytes(guest));
}
