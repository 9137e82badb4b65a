using System.IO.Compression;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;
using Reception.Contracts;

namespace Reception.Hub.Realtime;

/// <summary>Changes for many: encoded once per protocol, whoever gets it.</summary>
internal sealed class Message
{
    /// <summary>Less than fits into one packet is not worth it.</summary>
    private const int WorthSqueezing = 1400;

    private readonly Lazy<byte[]> _json;
    private readonly Lazy<byte[]?> _squeezed;

    public Message(Changes changes)
    {
        Changes = changes;
        Socket = new(new InvocationMessage(nameof(IReceptionClient.Changes), [changes]));
        _json = new(() => JsonSerializer.SerializeToUtf8Bytes(changes, WireJson.Options));
        _squeezed = new(() => _json.Value.Length < WorthSqueezing ? null : Squeeze(_json.Value));
    }

    public Changes Changes { get; }

    /// <summary>For a socket. It keeps the bytes of each protocol itself.</summary>
    public SerializedHubMessage Socket { get; }

    /// <summary>For <c>GET /sync</c>.</summary>
    public ReadOnlyMemory<byte> Json => _json.Value;

    /// <summary>The same in gzip: a whole centre in a tenth of the bytes. Null: not worth it.</summary>
    public byte[]? Squeezed => _squeezed.Value;

    private static byte[] Squeeze(byte[] json)
    {
        var squeezed = new MemoryStream();
        using (var gzip = new GZipStream(squeezed, CompressionLevel.Fastest))
        {
            gzip.Write(json);
        }

        return squeezed.ToArray();
    }
}
