using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Reception.Hub.Storage;

namespace Reception.Hub.Cards;

/// <summary>
/// Words about guests, sealed with each guest's own key (AES-256-GCM). The key is on the disk before the card is in the
/// store; a card whose key is gone is gone (P13).
/// </summary>
internal sealed partial class CardVault(KeyFile keys, IVenueStore store, TimeProvider clock, ILogger<CardVault> logger)
{
    // A key without a card may belong to an append that is still under way or will be sent again.
    private static readonly TimeSpan Orphaned = TimeSpan.FromHours(1);

    // The first byte of what is sealed; another one will mean another way to seal.
    private const byte Form = 1;
    private const int NonceSize = 12;
    private const int TagSize = 16;
    private const int Overhead = 1 + NonceSize + TagSize;

    private readonly GuestIndex _index = new(keys.Master);
    private readonly ConcurrentDictionary<(string Venue, string Guest), DateTimeOffset> _sealed = new();

    /// <summary>Seals whole cards, to be appended with their entries. Blocks for one flush when a guest is new.</summary>
    public IReadOnlyList<CardWrite> Seal(string venue, IReadOnlyList<CardText> cards)
    {
        var now = clock.GetUtcNow();
        foreach (var card in cards)
        {
            // Before the key is looked up, so that a sweep that is under way leaves it alone.
            _sealed[(venue, card.Guest)] = now;
        }

        var found = keys.FindOrMake(venue, cards.Select(card => card.Guest).ToList());
        return cards.Select(card => new CardWrite(
            card.Guest,
            card.Rev,
            Seal(found[card.Guest], venue, card),
            _index.Phone(venue, card.Phone),
            _index.Plate(venue, card.Plate))).ToList();
    }

    /// <summary>The words of a card; null when its key is gone (“已删除”) or what lies there is not what was sealed.</summary>
    public IReadOnlyDictionary<string, string>? Open(string venue, CardRow card)
    {
        var key = keys.Find(venue, card.Guest);
        if (key is null)
        {
            return null;
        }

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

    /// <summary>What to ask <see cref="IVenueStore.GuestsBy"/> for; null for a number without digits.</summary>
    public byte[]? IndexPhone(string venue, string? phone) => _index.Phone(venue, phone);

    /// <summary>As <see cref="IndexPhone"/>, for a plate.</summary>
    public byte[]? IndexPlate(string venue, string? plate) => _index.Plate(venue, plate);

    /// <summary>A command's content in 32 bytes that say nothing about it: "same id, other content" is seen without keeping the content.</summary>
    public byte[] Digest(string kind, IReadOnlyDictionary<string, string> args, IReadOnlyDictionary<string, string>? fields) =>
        _index.Digest(kind, args, fields);

    /// <summary>After the entry that erased a guest was committed: the key goes too. Done again by <see cref="Sweep"/> if the process ends in between.</summary>
    public void Destroy(string venue, string guest) => keys.Destroy([(venue, guest)]);

    /// <summary>Destroys keys older than an hour that have no card: appends that never came to be, erasures that were cut short. Says how many.</summary>
    public async ValueTask<int> Sweep(CancellationToken stop = default)
    {
        var before = clock.GetUtcNow() - Orphaned;
        foreach (var old in _sealed.Where(used => used.Value < before))
        {
            _sealed.TryRemove(old);
        }

        var swept = 0;
        foreach (var venue in keys.MadeBefore(before).GroupBy(key => key.Venue, StringComparer.Ordinal))
        {
            foreach (var guests in venue.Select(key => key.Guest).Chunk(500))
            {
                var kept = await store.WithCard(venue.Key, guests, stop);
                var orphans = guests.Where(guest => !kept.Contains(guest)).Select(guest => (venue.Key, guest)).ToList();
                swept += keys.Destroy(orphans, _sealed.ContainsKey);
            }
        }

        Log.Swept(logger, swept);
        return swept;
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
