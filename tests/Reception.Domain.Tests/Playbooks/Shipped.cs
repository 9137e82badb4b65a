using Reception.Domain.Playbooks;
using Reception.Domain.Playbooks.Reading;

namespace Reception.Domain.Tests.Playbooks;

/// <summary>The files as they are shipped, read as the hub reads them.</summary>
internal static class Shipped
{
    private static readonly Lazy<LibraryReading> Read = new(() => LibraryReader.Read(
        new("test-venue.yaml", "venue: test-venue\nbase: sales-centre\n"), Sources!));

    public static IReadOnlyList<Source> Sources { get; } =
    [
        .. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Playbooks"), "*.yaml")
            .Order(StringComparer.Ordinal)
            .Select(file => new Source(Path.GetFileName(file), File.ReadAllText(file))),
    ];

    public static LibraryReading Reading => Read.Value;

    /// <summary>A sales centre without changes.</summary>
    public static Library Library => Reading.Library ?? throw new InvalidOperationException(string.Join('\n', Reading.Flaws));

    public static Playbook SalesVisit => Library.Current("sales-visit")!;
}
