namespace Reception.Chaos;

/// <summary>Where the sources are: the folder with the solution, from here upwards.</summary>
internal static class Repository
{
    private const string Solution = "Reception.Hub.sln";

    public static string Root { get; } = Find(AppContext.BaseDirectory) ?? Find(Environment.CurrentDirectory)
        ?? throw new DirectoryNotFoundException($"No {Solution} in {AppContext.BaseDirectory}, {Environment.CurrentDirectory} or above: run this from a clone.");

    private static string? Find(string folder)
    {
        for (var here = new DirectoryInfo(folder); here is not null; here = here.Parent)
        {
            if (File.Exists(Path.Combine(here.FullName, Solution)))
            {
                return here.FullName;
            }
        }

        return null;
    }
}
