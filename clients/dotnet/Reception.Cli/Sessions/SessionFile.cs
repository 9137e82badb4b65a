using System.Text.Json;

namespace Reception.Cli.Sessions;

/// <summary>The last sign-in, in the user's configuration folder, readable by its owner only.</summary>
public sealed record SessionFile(string Url, string Token, string Staff, string Venue)
{
    public static SessionFile? Read(Terminal terminal)
    {
        var path = Path(terminal);
        return File.Exists(path) ? JsonSerializer.Deserialize<SessionFile>(File.ReadAllBytes(path), JsonSerializerOptions.Web) : null;
    }

    /// <summary>Writes it and says where.</summary>
    public string Save(Terminal terminal)
    {
        var path = Path(terminal);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            // A file that was there keeps its old rights otherwise.
            File.Delete(path);
        }

        using var file = new FileStream(path, options);
        JsonSerializer.Serialize(file, this, JsonSerializerOptions.Web);
        return path;
    }

    private static string Path(Terminal terminal)
    {
        var folder = terminal.Environment("XDG_CONFIG_HOME") is { Length: > 0 } config
            ? config
            : Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return System.IO.Path.Combine(folder, "reception", "session.json");
    }
}
