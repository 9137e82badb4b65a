using Reception.Domain;

namespace Reception.Hub.Venues.Stored;

/// <summary>The closed list of events: every subclass in the Domain, by its name in kebab case. What is not in it parks the venue.</summary>
internal static class EventTypes
{
    public const string Discriminator = "is";

    private static readonly Dictionary<Type, string> Names = typeof(Event).Assembly.GetTypes()
        .Where(type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(Event)))
        .ToDictionary(type => type, ClosedLists.NameOf);

    /// <summary>In alphabetical order; each once.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [.. Names.Values.Order(StringComparer.Ordinal)];

    public static string NameOf(Event happened) => Names[happened.GetType()];
}
