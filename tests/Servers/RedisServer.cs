using System.Globalization;
using System.Net.Sockets;

namespace Reception.Servers;

/// <summary>Debian's Redis, on a free port of loopback in a folder of its own; it keeps nothing. Stop it and start it again, kill it, pause it.</summary>
public sealed class RedisServer : IAsyncDisposable
{
    private const string Program = "/usr/bin/redis-server";

    private readonly string _folder;
    private readonly IReadOnlyList<string> _options;
    private ServerProcess? _process;

    private RedisServer(string folder, IReadOnlyList<string> options) => (_folder, _options) = (folder, options);

    public int Port { get; } = ServerProcess.FreePort();

    public string Address => string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{Port}");

    private ServerProcess Process => _process ?? throw new InvalidOperationException("Redis is stopped.");

    /// <param name="options">As on its command line: <c>--requirepass</c>, <c>--user</c> …</param>
    public static async Task<RedisServer> Start(params string[] options)
    {
        if (!File.Exists(Program))
        {
            throw new InvalidOperationException("Redis is not installed; tests/run installs it (as root: apt-get install redis-server).");
        }

        var server = new RedisServer(Directory.CreateTempSubdirectory("reception-redis-").FullName, options);
        await server.StartAgain();
        return server;
    }

    public async Task StartAgain()
    {
        _process = await ServerProcess.Begin(
            _folder,
            [Program, "--port", Port.ToString(CultureInfo.InvariantCulture), "--bind", "127.0.0.1", "--dir", _folder, "--save", "", "--appendonly", "no", .. _options]);
        await _process.Until(Answers, _folder);
    }

    public async Task Stop()
    {
        await Process.Stop(keep: true);
        _process = null;
    }

    /// <summary>KILL, STOP or CONT.</summary>
    public Task Signal(string name) => Process.Signal(name);

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }
        else
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private async Task<bool> Answers()
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync("127.0.0.1", Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
