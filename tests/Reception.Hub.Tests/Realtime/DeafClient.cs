using System.Net.Sockets;
using System.Text;
using Reception.Contracts;

namespace Reception.Hub.Tests.Realtime;

/// <summary>A raw TCP client that opens a socket, joins, and never reads again; with the smallest buffer the kernel gives.</summary>
internal sealed class DeafClient : IDisposable
{
    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 1024 };

    /// <summary>The other side has ended it.</summary>
    public bool IsCut => _socket.Poll(0, SelectMode.SelectError) || !Pinged();

    public static async Task<DeafClient> Join(Uri hub, Session session)
    {
        var client = new DeafClient();
        await client._socket.ConnectAsync(hub.Host, hub.Port);
        await client._socket.SendAsync(Encoding.ASCII.GetBytes(
            $"GET /hub?access_token={session.Token} HTTP/1.1\r\nHost: {hub.Authority}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n"));
        var head = new byte[16];
        (await client._socket.ReceiveAsync(head)).Should().BePositive();
        Encoding.ASCII.GetString(head).Should().StartWith("HTTP/1.1 101");
        await client._socket.SendAsync(Frame("""{"protocol":"json","version":1}""" + "\u001e"));
        await client._socket.SendAsync(Frame("""{"type":1,"invocationId":"1","target":"Join","arguments":[{"since":0,"mark":"","headSeconds":1,"reach":"screen"}]}""" + "\u001e"));
        return client;
    }

    public void Dispose() => _socket.Dispose();

    /// <summary>Writing to what the other side has reset fails.</summary>
    private bool Pinged()
    {
        try
        {
            return _socket.Send(Frame("{\"type\":6}\u001e")) > 0;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    /// <summary>One text frame, masked with zeros as a client must.</summary>
    private static byte[] Frame(string text)
    {
        var payload = Encoding.UTF8.GetBytes(text);
        byte[] length = payload.Length < 126 ? [(byte)(0x80 | payload.Length)] : [0x80 | 126, (byte)(payload.Length >> 8), (byte)payload.Length];
        return [0x81, .. length, 0, 0, 0, 0, .. payload];
    }
}
