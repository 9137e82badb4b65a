namespace Reception.Chaos.Running;

/// <summary>The programs that were built together with this rig, in the same configuration.</summary>
internal static class Built
{
    private static readonly string Configuration = Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));

    public static string Hub => Program("Reception.Hub", "Reception.Hub");

    public static string Cli => Program("Reception.Cli", "reception");

    private static string Program(string project, string assembly)
    {
        var file = Path.Combine(Repository.Root, "artifacts", "bin", project, Configuration, assembly + ".dll");
        return File.Exists(file) ? file : throw new FileNotFoundException($"{project} is not built in {Configuration}: build Reception.Hub.sln first.", file);
    }
}
