namespace Reception.Chaos.Mutations;

/// <summary>
/// What should catch a fault: tests of a .NET project by a filter (<c>Reception.Hub.Tests Rule=P5</c>), a test file of the web client
/// (<c>web src/x.test.ts</c>), or one of these rigs with its options (<c>rig flush</c>).
/// </summary>
internal sealed record Check(string Project, string Filter)
{
    private const string WebClient = "web";
    private const string Rig = "rig";
    private const string RigProject = "Reception.Chaos";
    private const string BrowserTests = "Reception.Web.Tests";

    public bool IsWeb => Project == WebClient;

    public bool IsRig => Project == Rig;

    /// <summary>Browser tests look at the built pages; nothing else does.</summary>
    public bool NeedsPages => Project == BrowserTests;

    /// <summary>What must be built under <c>tests/</c> first.</summary>
    public string Builds => IsRig ? RigProject : Project;

    public static Check Parse(string words, string file) =>
        words.Split(' ', 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is [var project, var filter]
            ? new(project, filter)
            : throw new FormatException($"{file}: a check is a test project and a filter, not “{words}”.");

    public override string ToString() => $"{Project} {Filter}";
}

/// <summary>What a check said.</summary>
/// <param name="Failed">Names of the tests that failed.</param>
/// <param name="Note">Why there is no verdict: it hung, nothing matched, the runner fell over.</param>
internal sealed record CheckResult(int Passed, IReadOnlyList<string> Failed, TimeSpan Took, string? Note, string Output)
{
    public bool AllPassed => Passed > 0 && Failed.Count == 0 && Note is null;

    /// <summary>Only a test that failed is a catch; a runner that fell over is not.</summary>
    public bool Caught => Failed.Count > 0;
}
