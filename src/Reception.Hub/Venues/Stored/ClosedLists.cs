using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Reception.Domain;

namespace Reception.Hub.Venues.Stored;

/// <summary>Guards, targets, due rules and the like: an abstract record of the Domain stands for one of its subclasses, by name in kebab case.</summary>
internal static class ClosedLists
{
    public static void Describe(JsonTypeInfo info)
    {
        if (info.Type is not { IsAbstract: true, IsInterface: false } || info.Type.Assembly != typeof(Event).Assembly)
        {
            return;
        }

        info.PolymorphismOptions = new() { TypeDiscriminatorPropertyName = EventTypes.Discriminator, IgnoreUnrecognizedTypeDiscriminators = false };
        foreach (var type in info.Type.Assembly.GetTypes().Where(type => !type.IsAbstract && type.IsSubclassOf(info.Type)))
        {
            info.PolymorphismOptions.DerivedTypes.Add(new(type, NameOf(type)));
        }
    }

    public static string NameOf(Type type) => JsonNamingPolicy.KebabCaseLower.ConvertName(type.Name);
}
