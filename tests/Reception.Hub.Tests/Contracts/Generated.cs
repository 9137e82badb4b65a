using Reception.Hub.Tests.Architecture;

namespace Reception.Hub.Tests.Wire;

/// <summary>Files that are made from the code and kept beside it, so that a change of the wire is seen in a review.</summary>
internal static class Generated
{
    private const string Switch = "WRITE_GENERATED";

    /// <summary>Compares; with <c>WRITE_GENERATED=1</c> writes instead.</summary>
    public static void ShouldBeCurrent(string file, string content)
    {
        var path = Path.Combine(Repository.Root, file);
        if (Environment.GetEnvironmentVariable(Switch) == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, content);
        }

        (File.Exists(path) ? File.ReadAllText(path) : "").Should().Be(content, $"{file} is made from the code: run this test with {Switch}=1, and read what changed");
    }
}
