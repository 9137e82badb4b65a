namespace Reception.Domain;

/// <summary>Words for people in both of the shipped languages; never about a guest.</summary>
public sealed record Text(string Zh, string En)
{
    public static Text Of(string both) => new(both, both);
}
