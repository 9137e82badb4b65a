namespace Reception.Chaos;

/// <summary>A folder of this run's own; gone at the end unless it is to be kept.</summary>
internal sealed class Scratch(string name, bool keep) : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory($"reception-{name}-").FullName;

    public string In(params string[] path) => Path.Combine([Folder, .. path]);

    public void Dispose()
    {
        if (keep)
        {
            Console.WriteLine($"kept: {Folder}");
            return;
        }

        try
        {
            Directory.Delete(Folder, recursive: true);
        }
        catch (IOException left)
        {
            // A process that has just ended may still let go of a file; a temporary folder may stay.
            Console.Error.WriteLine($"{Folder} was not removed: {left.Message}");
        }
    }
}
