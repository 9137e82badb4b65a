using System.Text.Json;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;
using Reception.Contracts;

namespace Reception.Hub.Realtime;

/// <summary>Changes for many: encoded once per protocol, whoever gets it.</summary>
internal sealed class Message(Changes changes)
{
    private readonly Lazy<byte[]> _json = new(() => JsonSerializer.SerializeToUtf8Bytes(changes, WireJson.Options));

    public Changes Changes => changes;

    /// <summary>For a socket. It keeps the bytes of each protocol itself.</summary>
    public SerializedHubMessage Socket { get; } = new(new InvocationMessage(nameof(IReceptionClient.Changes), [changes]));

    /// <summary>For <c>GET /sync</c>.</summary>
    public ReadOnlyMemory<byte> Json => _json.Value;
}
