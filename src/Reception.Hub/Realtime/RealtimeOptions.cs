using System.ComponentModel.DataAnnotations;

namespace Reception.Hub.Realtime;

/// <summary>Section <c>Realtime</c>. Times are host time.</summary>
internal sealed class RealtimeOptions
{
    public const string Section = "Realtime";

    /// <summary>Web addresses besides the hub's own from which a page may open a socket: <c>https://reception.example</c>.</summary>
    public IList<string> AllowedOrigins { get; init; } = [];

    /// <summary>A client that does not take a message for so long is cut. Measured with the default of 10 s: 10.5 s of silence for who shares a send with it.</summary>
    [Range(typeof(TimeSpan), "00:00:00.500", "00:00:30")]
    public TimeSpan SendTimeout { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>From the open socket to the SignalR handshake.</summary>
    [Range(typeof(TimeSpan), "00:00:00.500", "00:01:00")]
    public TimeSpan HandshakeTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// A client of which nothing was heard for so long, not even its ping, is cut. Together with <see cref="LostAfter"/> it stays under 40 s (P11): in a
    /// garage no socket is closed, and the WebSocket's own unanswered ping does not wake a read that waits.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan SilentAfter { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>WebSocket ping, against proxies that close what is idle.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan PingInterval { get; set; } = TimeSpan.FromSeconds(4);

    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan PongTimeout { get; set; } = TimeSpan.FromSeconds(8);

    /// <summary>Bytes a client may send in one message.</summary>
    [Range(1024, 1 << 20)]
    public int MaximumMessage { get; set; } = 16 * 1024;

    /// <summary>Bytes of one message beyond which a client is asked to fetch instead: a long message on a bad line blocks the alert behind it.</summary>
    [Range(1024, 1 << 24)]
    public int MaximumPush { get; set; } = 32 * 1024;

    /// <summary>How long receipts are gathered before they become one entry.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:00:05")]
    public TimeSpan ReceiptWindow { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>Commands a connection may send per second, and at once.</summary>
    [Range(1, 100_000)]
    public int CommandsPerSecond { get; set; } = 20;

    [Range(1, 100_000)]
    public int CommandBurst { get; set; } = 40;

    /// <summary>Joins of a connection per second, and at once. A page changes its mind about its sound now and then, not twice a second.</summary>
    [Range(1, 100_000)]
    public int JoinsPerSecond { get; set; } = 2;

    [Range(1, 100_000)]
    public int JoinBurst { get; set; } = 10;

    /// <summary>Answers of <c>GET /sync</c> per session and second, and at once. Who has no socket asks again after each change.</summary>
    [Range(1, 100_000)]
    public int SyncsPerSecond { get; set; } = 20;

    [Range(1, 100_000)]
    public int SyncBurst { get; set; } = 100;

    /// <summary>Sockets from one address. A whole site may share one; loopback is not counted.</summary>
    [Range(1, 100_000)]
    public int ConnectionsPerAddress { get; set; } = 200;

    /// <summary>How often it is noted which sessions are in use.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "01:00:00")]
    public TimeSpan SeenEvery { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Longest wait of <c>GET /sync</c>.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:00:30")]
    public TimeSpan LongestPoll { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How often a node says which devices it holds, in one statement.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:01:00")]
    public TimeSpan VouchEvery { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>A device for which nobody vouched for so long is lost.</summary>
    [Range(typeof(TimeSpan), "00:00:00.200", "00:10:00")]
    public TimeSpan LostAfter { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>After a start nobody is lost for so long: devices come back first.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan Grace { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>A device without a socket is here if it asked or reported within this time.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:01:00")]
    public TimeSpan PolledWithin { get; set; } = TimeSpan.FromSeconds(15);
}
