namespace Reception.Hub.Tests.Architecture;

internal static class Findings
{
    /// <summary>Fails with every finding, not only the first.</summary>
    public static void ShouldBeNone(this IEnumerable<string> findings) =>
        string.Join('\n', findings.Distinct().Order()).Should().BeEmpty();
}
