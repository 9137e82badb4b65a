using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Reception.Hub.Storage;

namespace Reception.Hub.Cards;

/// <summary>
/// Words about guests, sealed with each guest's own key (AES-256-GCM). The key is on the disk before the card is in the
/// store; a card whose key is gone is gone (P13).
/// </summary>
internal sealed partial class CardVault(IKeyStore keys, IVenueStore store, TimeProvider clock, ILogger<CardVault> logger)
{
    // A key without a card may belong to an append that is still under way or will be sent again.
    private static readonly TimeSpan Orphaned = TimeSpan.FromHours(1);

    // The first byte of what is sealed; another one will mean another way to seal.
    private const byte Form = 1;
    private const int NonceSize = 12;
    private const int TagSize = 16;
    private const int Overhead = 1 + NonceSize + TagSize;

    private readonly GuestIndex _index = new(keys.Master);

    /// <summary>Seals whole cards, to be appended with their entries. Waits for one flush when a guest is new.</summary>
    public async ValueTask<IReadOnlyList<CardWrite>> Seal(string venue, IReadOnlyList<CardText> cards, CancellationToken stop = default)
    {
        if (cards.Count == 0)
        {
            return [];
        }

        var found = await keys.FindOrMake(venue, [.. cards.Select(card => card.Guest).Distinct(StringComparer.Ordinal)], stop);
        return cards.Select(card => new CardWrite(
            card.Guest,
            card.Rev,
            Seal(found[card.Guest], venue, card),
            _index.Phone(venue, card.Phone),
            _index.Plate(venue, card.Plate))).ToList();
    }

    /// <summary>The words of cards by guest. Left out are those whose key is gone (“已删除”), and what is not what was sealed.</summary>
    public async ValueTask<IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>> Open(
        string venue, IReadOnlyCollection<CardRow> cards, CancellationToken stop = default)
    {
        var opened = new Dictionary<string, IReadOnlyDictionary<string, string>>(StringComparer.Ordinal);
        if (cards.Count == 0)
        {
            return opened;
        }

        var found = await keys.Find(venue, [.. cards.Select(card => card.Guest)], stop);
        foreach (var card in cards)
        {
            if (found.TryGetValue(card.Guest, out var key) && Words(key, venue, card) is { } words)
            {
                opened[card.Guest] = words;
            }
        }

        return opened;
    }

    /// <summary>What to ask <see cref="IVenueStore.GuestsBy"/> for; null for a number without digits.</summary>
    public byte[]? IndexPhone(string venue, string? phone) => _index.Phone(venue, phone);

    /// <summary>As <see cref="IndexPhone"/>, for a plate.</summary>
    public byte[]? IndexPlate(string venue, string? plate) => _index.Plate(venue, plate);

    /// <summary>A command's content in 32 bytes that say nothing about it: "same id, other content" is seen without keeping the content.</summary>
    public byte[] Digest(string kind, IReadOnlyDictionary<string, string> args, IReadOnlyDictionary<string, string>? fields) =>
        _index.Digest(kind, args, fields);

    /// <summary>After the entry that erased a guest was committed: the key goes too. Done again by <see cref="Sweep"/> if the process ends in between.</summary>
    public ValueTask Destroy(string venue, string guest, CancellationToken stop = default) => keys.Destroy(venue, guest, stop);

    /// <summary>Destroys keys older than an hour that have no card: appends that never came to be, erasures that were cut short. Says how many.</summary>
    public async ValueTask<int> Sweep(CancellationToken stop = default)
    {
        var before = clock.GetUtcNow() - Orphaned;
        var swept = 0;
        foreach (var venue in (await keys.OlderThan(before, stop)).GroupBy(key => key.Venue, StringComparer.Ordinal))
        {
            foreach (var guests in venue.Select(key => key.Guest).Chunk(500))
            {
                var kept = await store.WithCard(venue.Key, guests, stop);
                var orphans = guests.Where(guest => !kept.Contains(guest)).Select(guest => (venue.Key, guest)).ToList();
                swept += orphans.Count == 0 ? 0 : await keys.DestroyOlder(before, orphans, stop);
            }
        }

        Log.Swept(logger, swept);
        return swept;
    }

    private Dictionary<string, string>? Words(byte[] key, string venue, CardRow card)
    {
        try
        {
            return Open(key, venue, card);
        }
        catch (Exception cause) when (cause is CryptographicException or JsonException)
        {
            Log.Unreadable(logger, venue, card.Guest, card.Rev);
            return null;
        }
    }

    private static byte[] Seal(byte[] key, string venue, CardText card)
    {
        var words = JsonSerializer.SerializeToUtf8Bytes(card.Fields);
        var bytes = new byte[Overhead + words.Length];
        bytes[0] = Form;
        var nonce = bytes.AsSpan(1, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagSize);
        aes.Encrypt(nonce, words, bytes.AsSpan(Overhead), bytes.AsSpan(1 + NonceSize, TagSize), Owner(venue, card.Guest));
        CryptographicOperations.ZeroMemory(words);
        return bytes;
    }

    private static Dictionary<string, string> Open(byte[] key, string venue, CardRow card)
    {
        var bytes = card.Sealed.AsSpan();
        if (bytes.Length < Overhead || bytes[0] != Form)
        {
            throw new CryptographicException("Not a sealed card.");
        }

        var words = new byte[bytes.Length - Overhead];
        using var aes = new AesGcm(key, TagSize);
        aes.Decrypt(bytes.Slice(1, NonceSize), bytes[Overhead..], bytes.Slice(1 + NonceSize, TagSize), words, Owner(venue, card.Guest));
        return JsonSerializer.Deserialize<Dictionary<string, string>>(words) ?? [];
    }

    /// <summary>Bound to what is sealed: a row that was moved to another guest or venue does not open.</summary>
    private static byte[] Owner(string venue, string guest) => Encoding.UTF8.GetBytes($"{venue}\n{guest}");

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The card of guest {Guest} of venue {Venue} at {Rev} is damaged and cannot be opened")]
        public static partial void Unreadable(ILogger logger, string venue, string guest, long rev);

        [LoggerMessage(2, LogLevel.Information, "Keys without a card destroyed: {Count}")]
        public static partial void Swept(ILogger logger, int count);
    }
}
