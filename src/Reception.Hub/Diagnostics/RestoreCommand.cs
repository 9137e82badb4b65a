using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Reception.Hub.Storage;
using Reception.Hub.Storage.Sqlite;

namespace Reception.Hub.Diagnostics;

/// <summary><c>restore</c>: puts a backup in the place of a stopped hub's store. What was there is moved aside, never deleted.</summary>
internal static class RestoreCommand
{
    private const int Good = 0;
    private const int Broken = 1;

    public static Command Make()
    {
        var data = new Option<string>("--data") { Description = "The data folder; its hub must not be running.", Required = true };
        var from = new Option<string>("--from") { Description = "The backup of the store.", Required = true };
        var keys = new Option<string?>("--keys-from") { Description = "The backup of the keys; without it the keys of the folder are kept." };
        var command = new Command("restore", "Puts a backup in the place of what a data folder has. Every device then fetches everything anew.") { data, from, keys };
        command.SetAction((parsed, stop) => Run(parsed.GetValue(data)!, parsed.GetValue(from)!, parsed.GetValue(keys), parsed.InvocationConfiguration.Output, stop));
        return command;
    }

    /// <exception cref="StoreException">In words, when the backup cannot be used; nothing has changed then.</exception>
    public static async Task<int> Run(string folder, string from, string? keysFrom, TextWriter output, CancellationToken stop)
    {
        await using var held = DataFolder.Hold(folder);
        var staged = Path.Combine(folder, "restoring");
        try
        {
            Stage(folder, staged, from, keysFrom);
            bool whole;
            // As a hub opens it: sound, of a version that this one knows, and with the keys that belong to it.
            await using (var home = DataFolder.Open(staged, TimeProvider.System, NullLogger<SqliteStore>.Instance))
            {
                whole = await LogCheck.Run(home.Store, output, stop);
            }

            if (!whole)
            {
                await output.WriteLineAsync("The backup is not whole. Nothing was changed.");
                return Broken;
            }

            var aside = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"before-restore-{TimeProvider.System.GetUtcNow():yyyyMMdd-HHmmss}"));
            Directory.CreateDirectory(aside);
            Move(folder, aside);
            Move(staged, folder);
            await output.WriteLineAsync($"{folder} is as the backup. What it had before is in {aside}; delete it when it is not needed any more.");
            return Good;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException($"{folder} could not be restored: {cause.Message}", cause);
        }
        finally
        {
            if (Directory.Exists(staged))
            {
                Directory.Delete(staged, recursive: true);
            }
        }
    }

    private static void Stage(string folder, string staged, string from, string? keysFrom)
    {
        if (Directory.Exists(staged))
        {
            Directory.Delete(staged, recursive: true);
        }

        Directory.CreateDirectory(staged);
        Copy(from, Path.Combine(staged, DataFolder.StoreFile));
        var keys = Path.Combine(staged, DataFolder.KeyFileName);
        foreach (var part in keysFrom is null ? Files(folder).Where(file => Path.GetFileName(file).StartsWith(DataFolder.KeyFileName, StringComparison.Ordinal)) : [keysFrom])
        {
            Copy(part, keysFrom is null ? Path.Combine(staged, Path.GetFileName(part)) : keys);
        }
    }

    /// <summary>With the rights of whoever makes it, for its owner only.</summary>
    private static void Copy(string from, string to)
    {
        File.Copy(from, to);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(to, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    private static void Move(string from, string to)
    {
        foreach (var file in Files(from))
        {
            File.Move(file, Path.Combine(to, Path.GetFileName(file)));
        }
    }

    /// <summary>Store and keys with what SQLite keeps beside them.</summary>
    private static IEnumerable<string> Files(string folder) => Directory.GetFiles(folder).Where(file =>
        Path.GetFileName(file).StartsWith(DataFolder.StoreFile, StringComparison.Ordinal) || Path.GetFileName(file).StartsWith(DataFolder.KeyFileName, StringComparison.Ordinal));
}
