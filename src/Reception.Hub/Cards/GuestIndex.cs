using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Reception.Hub.Cards;

/// <summary>HMAC-SHA256 under keys drawn from the installation's secret: equal things are found, and nothing is told by what is stored.</summary>
internal sealed class GuestIndex(byte[] master)
{
    private readonly byte[] _phones = Derive(master, "phone");
    private readonly byte[] _plates = Derive(master, "plate");
    private readonly byte[] _commands = Derive(master, "command");

    /// <summary>Per venue, so that two venues cannot find out that they share a guest (P9).</summary>
    public byte[]? Phone(string venue, string? phone)
    {
        var digits = Only(phone, char.IsAsciiDigit);
        var national = digits switch
        {
            { Length: 13 } when digits.StartsWith("86", StringComparison.Ordinal) => digits[2..],
            { Length: 15 } when digits.StartsWith("0086", StringComparison.Ordinal) => digits[4..],
            _ => digits,
        };
        return Hash(_phones, venue, national);
    }

    public byte[]? Plate(string venue, string? plate) => Hash(_plates, venue, Only(plate, char.IsLetterOrDigit).ToUpperInvariant());

    /// <summary>The same for the same content, in whatever order and protocol it came.</summary>
    public byte[] Digest(string kind, IReadOnlyDictionary<string, string> args, IReadOnlyDictionary<string, string>? fields)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _commands);
        Add(hash, kind);
        Add(hash, args);
        Add(hash, fields ?? new Dictionary<string, string>());
        return hash.GetHashAndReset();
    }

    private static void Add(IncrementalHash hash, IReadOnlyDictionary<string, string> map)
    {
        Count(hash, map.Count);
        foreach (var (name, text) in map.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            Add(hash, name);
            Add(hash, text);
        }
    }

    private static void Add(IncrementalHash hash, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Count(hash, bytes.Length);
        hash.AppendData(bytes);
    }

    /// <summary>Lengths go in too, or "ab" + "c" would be "a" + "bc".</summary>
    private static void Count(IncrementalHash hash, int count)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, count);
        hash.AppendData(bytes);
    }

    private static byte[]? Hash(byte[] key, string venue, string text) =>
        text.Length == 0 ? null : HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{venue}\n{text}"));

    /// <summary>Full-width letters and digits are the same as narrow ones.</summary>
    private static string Only(string? text, Func<char, bool> wanted) =>
        string.Concat((text ?? "").Normalize(NormalizationForm.FormKC).Where(wanted));

    private static byte[] Derive(byte[] master, string use) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, master, IKeyStore.KeySize, info: Encoding.ASCII.GetBytes(use));
}
