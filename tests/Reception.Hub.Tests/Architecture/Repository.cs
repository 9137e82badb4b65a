namespace Reception.Hub.Tests.Architecture;

/// <summary>The source tree these tests were built from.</summary>
internal static class Repository
{
    private static readonly string[] Products = ["src", "clients"];
    private static readonly string[] Built = [".git", "artifacts", "bin", "obj", "node_modules", "dist", "wwwroot", "TestResults"];

    public static string Root { get; } = FindRoot();

    /// <summary>Every file of the folder, or of the whole tree, that a person wrote or committed; paths with '/', from the root.</summary>
    public static IEnumerable<string> Files(string folder = "") =>
        Walk(new DirectoryInfo(Path.Combine(Root, folder))).Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'));

    /// <summary>The product's own source: what is in src and clients, in these endings, tests beside it left out.</summary>
    public static IEnumerable<string> Sources(params string[] endings) =>
        Products.SelectMany(Files).Where(file => endings.Any(end => file.EndsWith(end, StringComparison.Ordinal)) && !IsTest(file));

    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    private static bool IsTest(string file) => file.Contains(".test.", StringComparison.Ordinal);

    private static IEnumerable<string> Walk(DirectoryInfo folder) =>
        folder.EnumerateFiles().Where(file => !Built.Contains(file.Name)).Select(file => file.FullName)
            .Concat(folder.EnumerateDirectories().Where(inner => !Built.Contains(inner.Name)).SelectMany(Walk));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Reception.Hub.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("Reception.Hub.sln is above none of the folders of " + AppContext.BaseDirectory);
    }
}
