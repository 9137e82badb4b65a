using System.Security.Cryptography;
using System.Text;

namespace Reception.Client;

/// <summary>One line: base64 of nonce (12) ‖ tag (16) ‖ AES-256-GCM of the text. The key lies in a file of its own, readable by its owner only.</summary>
internal sealed class OutboxCipher : IDisposable
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private static readonly byte[] Purpose = "reception-outbox-1"u8.ToArray();

    private readonly AesGcm aes;

    public OutboxCipher(string keyPath) => aes = new(Key(keyPath), TagBytes);

    public string Seal(byte[] text)
    {
        var sealed_ = new byte[NonceBytes + TagBytes + text.Length];
        var nonce = sealed_.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        aes.Encrypt(nonce, text, sealed_.AsSpan(NonceBytes + TagBytes), sealed_.AsSpan(NonceBytes, TagBytes), Purpose);
        return Convert.ToBase64String(sealed_);
    }

    /// <summary>Null when the line is torn or sealed with another key.</summary>
    public byte[]? Open(string line)
    {
        try
        {
            var sealed_ = Convert.FromBase64String(line);
            if (sealed_.Length < NonceBytes + TagBytes)
            {
                return null;
            }

            var text = new byte[sealed_.Length - NonceBytes - TagBytes];
            aes.Decrypt(sealed_.AsSpan(0, NonceBytes), sealed_.AsSpan(NonceBytes + TagBytes), sealed_.AsSpan(NonceBytes, TagBytes), text, Purpose);
            return text;
        }
        catch (Exception broken) when (broken is FormatException or CryptographicException)
        {
            return null;
        }
    }

    public void Dispose() => aes.Dispose();

    private static byte[] Key(string path)
    {
        if (!File.Exists(path))
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using var file = new FileStream(path, options);
            file.Write(Encoding.ASCII.GetBytes(Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))));
            file.Flush(flushToDisk: true);
        }

        try
        {
            return Convert.FromBase64String(File.ReadAllText(path)) is { Length: 32 } key ? key : throw new FormatException();
        }
        catch (FormatException)
        {
            throw new InvalidDataException($"The key file “{path}” is not a key. Move it and the outbox beside it away; what waited in it cannot be read.");
        }
    }
}
