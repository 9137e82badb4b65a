using System.Buffers.Text;
using System.Security.Cryptography;

namespace Reception.Hub.Venues;

/// <summary>SHA-256(previous mark ‖ stored entry): the same for all who have the same history. On the wire and in the log 43 characters of base64url.</summary>
internal readonly record struct Mark
{
    private Mark(string value) => Value = value;

    public string Value { get; }

    /// <summary>Before the first entry.</summary>
    public static Mark First(string venue) => Of(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes("reception-hub\n" + venue)));

    public static Mark Of(ReadOnlySpan<byte> bytes) => new(Base64Url.EncodeToString(bytes));

    /// <summary>Whether a text looks like one.</summary>
    public static bool Fits(string? text) => text is { Length: 43 } && Base64Url.IsValid(text);

    public byte[] ToBytes() => Base64Url.DecodeFromChars(Value);

    public Mark After(ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(ToBytes());
        hash.AppendData(body);
        return Of(hash.GetHashAndReset());
    }

    public override string ToString() => Value;
}
