using System.Text.Json;

namespace Reception.Client;

/// <summary>
/// Keeps what waits in an append-only file of encrypted lines, flushed to the disk before a command counts as taken. The key lies in a file
/// beside it (<c>.key</c>), so a copy of one of them says nothing. One process at a time; the file is rewritten when it is opened and when
/// nothing waits. A last line that was cut by a power failure is dropped: its command was never taken.
/// </summary>
/// <remarks>Throws <see cref="InvalidDataException"/> when a line cannot be read with the key, <see cref="IOException"/> when another process has the file.</remarks>
public sealed class FileOutbox : IOutbox, IDisposable
{
    private const long RewriteBytes = 256 * 1024;

    private readonly string path;
    private readonly OutboxCipher cipher;
    private readonly MemoryOutbox waiting = new();
    private FileStream file;

    /// <param name="path">The file; created with its folder when missing.</param>
    public FileOutbox(string path)
    {
        this.path = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(this.path)!);
        cipher = new(this.path + ".key");
        file = Open(this.path);
        try
        {
            Replay();
            Rewrite();
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Waiting>> Read(CancellationToken stop) => waiting.Read(stop);

    /// <inheritdoc/>
    public async Task Write(Waiting waiting, CancellationToken stop)
    {
        Append(new(waiting, null, null));
        await this.waiting.Write(waiting, stop).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task Remove(string owner, string commandId, CancellationToken stop)
    {
        Append(new(null, owner, commandId));
        await waiting.Remove(owner, commandId, stop).ConfigureAwait(false);
        if (file.Length > RewriteBytes && (await waiting.Read(stop).ConfigureAwait(false)).Count == 0)
        {
            Rewrite();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        file.Dispose();
        cipher.Dispose();
    }

    private void Append(Line line)
    {
        file.Write(System.Text.Encoding.ASCII.GetBytes(cipher.Seal(JsonSerializer.SerializeToUtf8Bytes(line, HubApi.Json)) + "\n"));
        file.Flush(flushToDisk: true);
    }

    private void Replay()
    {
        using var reader = new StreamReader(file, leaveOpen: true);
        string[] lines = reader.ReadToEnd().Split('\n');
        for (var at = 0; at < lines.Length - 1; at++)
        {
            var text = cipher.Open(lines[at])
                ?? throw new InvalidDataException($"Line {at + 1} of the outbox “{path}” cannot be read with its key. Nothing was dropped; move the file away to begin a new one.");
            var line = JsonSerializer.Deserialize<Line>(text, HubApi.Json)!;
            if (line.Put is { } put)
            {
                waiting.Write(put, CancellationToken.None);
            }
            else
            {
                waiting.Remove(line.Owner!, line.Answered!, CancellationToken.None);
            }
        }
    }

    private void Rewrite()
    {
        var next = Open(path + ".new");
        next.SetLength(0);
        file.Dispose();
        file = next;
        foreach (var one in waiting.Read(CancellationToken.None).Result)
        {
            Append(new(one, null, null));
        }

        // Renamed while open: the handle stays ours, and a crash leaves either the old file or the new one.
        File.Move(path + ".new", path, overwrite: true);
    }

    private static FileStream Open(string path)
    {
        // Elsewhere an open file may be renamed as it is, and None is what locks it.
        var share = OperatingSystem.IsWindows() ? FileShare.Delete : FileShare.None;
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = share };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new(path, options);
    }

    private sealed record Line(Waiting? Put, string? Owner, string? Answered);
}
