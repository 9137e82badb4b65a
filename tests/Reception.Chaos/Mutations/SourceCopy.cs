using Reception.Chaos.Processes;

namespace Reception.Chaos.Mutations;

/// <summary>The sources as they are in the working tree, in a folder of their own: shared by all patches, so that a build is incremental.</summary>
internal sealed class SourceCopy(string root, string folder)
{
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(60);

    public string Folder => folder;

    /// <summary>What git knows or would add: no build output, no packages.</summary>
    public async Task Fill(CancellationToken stop)
    {
        var listed = await Child.Run("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], root, Short, stop);
        if (!listed.Good)
        {
            throw new InvalidOperationException($"git could not list the sources:{Environment.NewLine}{listed.Tail(5)}");
        }

        foreach (var file in listed.Output.Split('\0', '\n').Where(file => file.Trim().Length > 0))
        {
            var from = Path.Combine(root, file);
            if (File.Exists(from))
            {
                var to = Path.Combine(folder, file);
                Directory.CreateDirectory(Path.GetDirectoryName(to)!);
                File.Copy(from, to, overwrite: true);
            }
        }

        // The web checks need their packages; they are looked at, never written to.
        var modules = Path.Combine(root, "clients", "web", "node_modules");
        if (Directory.Exists(modules))
        {
            Directory.CreateSymbolicLink(Path.Combine(folder, "clients", "web", "node_modules"), modules);
        }
    }

    /// <summary>Null when it applied, else what git said. Nothing is applied in part.</summary>
    public async Task<string?> Apply(Patch patch, CancellationToken stop) => await Git(["apply", "--whitespace=nowarn", patch.File], stop);

    public async Task Revert(Patch patch, CancellationToken stop)
    {
        if (await Git(["apply", "--reverse", "--whitespace=nowarn", patch.File], stop) is { } words)
        {
            throw new InvalidOperationException($"{patch.Name} could not be taken back:{Environment.NewLine}{words}");
        }
    }

    private async Task<string?> Git(IReadOnlyList<string> args, CancellationToken stop)
    {
        var outcome = await Child.Run("git", args, folder, Short, stop);
        return outcome.Good ? null : outcome.Tail(6);
    }
}
