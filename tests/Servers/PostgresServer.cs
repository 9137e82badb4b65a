using System.Globalization;
using Npgsql;

namespace Reception.Servers;

/// <summary>
/// Debian's PostgreSQL, on a free port of loopback in a folder of its own, flushing as in earnest. Started by root it runs as the user
/// that the package made. Stop it and start it again, kill it, pause it; the folder goes at the end.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private const string Packages = "/usr/lib/postgresql";
    private const string User = "postgres";
    private const string Password = "of-a-test";

    private readonly string _folder;
    private readonly string _programs;
    private ServerProcess? _process;

    private PostgresServer(string folder, string programs) => (_folder, _programs) = (folder, programs);

    public int Port { get; } = ServerProcess.FreePort();

    public int Id => Process.Id;

    private ServerProcess Process => _process ?? throw new InvalidOperationException("PostgreSQL is stopped.");

    private string Data => Path.Combine(_folder, "data");

    /// <summary>A new, empty server.</summary>
    public static async Task<PostgresServer> Start()
    {
        var programs = Directory.Exists(Packages)
            ? Directory.GetDirectories(Packages).Select(version => Path.Combine(version, "bin")).Where(bin => File.Exists(Path.Combine(bin, "initdb"))).Order(StringComparer.Ordinal).LastOrDefault()
            : null;
        if (programs is null)
        {
            throw new InvalidOperationException("PostgreSQL is not installed; tests/run installs it (as root: apt-get install postgresql).");
        }

        var server = new PostgresServer(Directory.CreateTempSubdirectory("reception-pg-").FullName, programs);
        await server.Make();
        await server.StartAgain();
        return server;
    }

    /// <summary>For a user with all rights.</summary>
    public string Connection(string database) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1", Port = Port, Database = database, Username = User, Password = Password,
    }.ConnectionString;

    /// <summary>Makes an empty database and says how to reach it.</summary>
    public async Task<string> MakeDatabase(string name)
    {
        await Sql("postgres", $"CREATE DATABASE \"{name}\" TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8'");
        return Connection(name);
    }

    /// <summary>As an administrator, from outside the hub.</summary>
    public async Task Sql(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(Connection(database) + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // A test says what it wants.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Fast, as an administrator stops it. The data stay.</summary>
    public async Task Stop()
    {
        await Process.Stop(keep: true);
        _process = null;
    }

    /// <summary>KILL, STOP or CONT.</summary>
    public Task Signal(string name) => Process.Signal(name);

    public async Task StartAgain()
    {
        string[] line =
        [
            Path.Combine(_programs, "postgres"), "-D", Data, "-p", Port.ToString(CultureInfo.InvariantCulture), "-k", _folder,
            "-c", "listen_addresses=127.0.0.1", "-c", "fsync=on", "-c", "synchronous_commit=on", "-c", "max_connections=300", "-c", "shared_buffers=64MB",
        ];
        _process = await ServerProcess.Begin(_folder, [.. AsUser, .. line]);
        await _process.Until(Answers, _folder);
    }

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

    // initdb and postgres refuse to run as root.
    private static string[] AsUser => Environment.IsPrivilegedProcess ? ["setpriv", $"--reuid={User}", $"--regid={User}", "--init-groups"] : [];

    private async Task Make()
    {
        var secret = Path.Combine(_folder, "password");
        await File.WriteAllTextAsync(secret, Password);
        await File.WriteAllTextAsync(Path.Combine(_folder, "log"), "");
        if (Environment.IsPrivilegedProcess)
        {
            await ServerProcess.Run("chown", ["-R", $"{User}:{User}", _folder]);
        }

        string[] line =
        [
            Path.Combine(_programs, "initdb"), "--pgdata", Data, "--username", User, "--pwfile", secret, "--auth-local", "peer", "--auth-host", "scram-sha-256",
            "--encoding", "UTF8", "--locale", "C.UTF-8", "--data-checksums", "--no-sync",
        ];
        string[] all = [.. AsUser, .. line];
        await ServerProcess.Run(all[0], all[1..]);
    }

    private async Task<bool> Answers()
    {
        try
        {
            await Sql("postgres", "SELECT 1");
            return true;
        }
        catch (Exception notYet) when (notYet is NpgsqlException or IOException)
        {
            return false;
        }
    }
}
