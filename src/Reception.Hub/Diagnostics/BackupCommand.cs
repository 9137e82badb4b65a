using System.CommandLine;
using Microsoft.Data.Sqlite;
using Reception.Hub.Storage;
using Reception.Hub.Storage.Sqlite;

namespace Reception.Hub.Diagnostics;

/// <summary><c>backup</c>: a copy of the store, and apart from it one of the keys, while the hub goes on.</summary>
internal static class BackupCommand
{
    private const int Good = 0;

    public static Command Make()
    {
        var data = new Option<string>("--data") { Description = "The data folder; its hub may be running.", Required = true };
        var to = new Option<string?>("--to") { Description = "File for the store." };
        var keys = new Option<string?>("--keys-to") { Description = "File for the keys; in another place, and never older than 30 days." };
        var command = new Command("backup", "Copies the store of a data folder, its keys, or both. (PostgreSQL: pg_dump, each database by itself.)") { data, to, keys };
        command.SetAction((parsed, stop) => Run(parsed.GetValue(data)!, parsed.GetValue(to), parsed.GetValue(keys), parsed.InvocationConfiguration.Output));
        return command;
    }

    /// <exception cref="StartRefusedException">In words.</exception>
    public static async Task<int> Run(string folder, string? to, string? keysTo, TextWriter output)
    {
        if (to is null && keysTo is null)
        {
            throw new StartRefusedException("Say what is to be backed up: --to FILE for the store, --keys-to FILE for its keys, or both.");
        }

        if (to is not null && keysTo is not null && FolderOf(to) == FolderOf(keysTo))
        {
            throw new StartRefusedException("Store and keys would lie side by side, and an erased guest could be read again from the two. Put the keys into another place.");
        }

        // The store first: every card that it has is then opened by a key of the later copy.
        await Copy(Path.Combine(folder, DataFolder.StoreFile), to, output);
        await Copy(Path.Combine(folder, DataFolder.KeyFileName), keysTo, output);
        return Good;
    }

    private static string FolderOf(string file) => Path.GetDirectoryName(Path.GetFullPath(file)) ?? "/";

    /// <summary>One moment of the file, without its free pages, in which erased words would live on. In its place only when it is whole.</summary>
    private static async Task Copy(string file, string? to, TextWriter output)
    {
        if (to is null)
        {
            return;
        }

        if (!File.Exists(file))
        {
            throw new StartRefusedException($"There is no {file}. Name the folder that the hub was given with --data.");
        }

        var partial = to + ".partial";
        try
        {
            Directory.CreateDirectory(FolderOf(to));
            File.Delete(partial);
            Schema.MakeIfMissing(partial);
            using (var from = SqliteSession.Open(file, SqliteOpenMode.ReadOnly))
            {
                from.Execute("VACUUM INTO ?1", partial);
            }

            using (var copy = SqliteSession.Open(partial, SqliteOpenMode.ReadOnly))
            {
                Schema.QuickCheck(copy, partial);
            }

            File.Move(partial, to, overwrite: true);
        }
        catch (SqliteException cause) when (Failures.Explain(cause, file) is { } failure)
        {
            throw failure;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException($"{to} cannot be written: {cause.Message}", cause);
        }

        await output.WriteLineAsync($"{to}: {new FileInfo(to).Length} bytes");
    }
}
