using System.Net.Security;

namespace Reception.Client;

/// <summary>How a client reaches its hub. Only <see cref="Hub"/> and <see cref="Token"/> must be given.</summary>
public sealed class ReceptionClientOptions
{
    /// <summary>Address of the hub, with or without a path: <c>https://reception.example/</c>.</summary>
    public required Uri Hub { get; init; }

    /// <summary>The session's token, as <see cref="HubApi.Enrol"/> gave it. It decides venue and person.</summary>
    public required string Token { get; init; }

    /// <summary>Encoding on the socket. Default: MessagePack.</summary>
    public WireFormat Format { get; init; } = WireFormat.MessagePack;

    /// <summary>How often the hub is asked for a head, in seconds, 1 to 30. Default 10; a board asks for 3.</summary>
    public int HeadSeconds { get; init; } = 10;

    /// <summary>How this device can alert its holder: <c>sound</c> (default) or <c>screen</c>.</summary>
    public string Reach { get; init; } = "sound";

    /// <summary>Whether WebSockets are tried at all. Default true; false leaves long polling only.</summary>
    public bool Sockets { get; init; } = true;

    /// <summary>Where commands wait until they are answered. Default: in memory. For a device that may lose power: <see cref="FileOutbox"/>.</summary>
    public IOutbox Outbox { get; init; } = new MemoryOutbox();

    /// <summary>Host time: retries, contact, rings. Default: the system's.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Accepts a certificate that the system does not trust (a hub with a certificate of its own). Default: the system decides.</summary>
    public RemoteCertificateValidationCallback? Certificate { get; init; }

    internal void Check()
    {
        if (!Hub.IsAbsoluteUri || Hub.Scheme is not ("http" or "https"))
        {
            throw new ArgumentException($"The hub's address must begin with http:// or https://, not “{Hub}”.");
        }

        ArgumentException.ThrowIfNullOrWhiteSpace(Token);
        ArgumentOutOfRangeException.ThrowIfLessThan(HeadSeconds, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(HeadSeconds, 30);
    }
}

/// <summary>Encoding of the socket's messages. The content is the same.</summary>
public enum WireFormat
{
    /// <summary>A fifth smaller, quicker to read.</summary>
    MessagePack,

    /// <summary>Readable on the line.</summary>
    Json,
}
