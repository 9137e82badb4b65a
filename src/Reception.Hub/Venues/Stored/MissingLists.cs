using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json.Serialization.Metadata;

namespace Reception.Hub.Venues.Stored;

/// <summary>
/// A list that an older entry does not have yet is empty, not null: events gain fields, and fold must not fail on their absence.
/// </summary>
internal static class MissingLists
{
    private static readonly Type[] Lists =
        [typeof(ImmutableArray<>), typeof(ImmutableDictionary<,>), typeof(ImmutableHashSet<>), typeof(ImmutableSortedSet<>), typeof(ImmutableQueue<>)];

    public static void AreEmpty(JsonTypeInfo info)
    {
        if (info.Kind != JsonTypeInfoKind.Object || info.Type.IsAbstract)
        {
            return;
        }

        var filled = info.Type.GetProperties().Where(property => property.CanWrite && IsList(property.PropertyType))
            .Select(property => (property, unset: property.PropertyType.GetProperty("IsDefault"), empty: EmptyOf(property.PropertyType))).ToArray();
        if (filled.Length == 0)
        {
            return;
        }

        info.OnDeserialized = read =>
        {
            foreach (var (property, unset, empty) in filled)
            {
                // An uninitialised ImmutableArray is a value that says of itself that it is none.
                if (property.GetValue(read) is not { } value || unset?.GetValue(value) is true)
                {
                    property.SetValue(read, empty);
                }
            }
        };
    }

    private static bool IsList(Type type) => type.IsGenericType && Lists.Contains(type.GetGenericTypeDefinition());

    private static object EmptyOf(Type type) =>
        type.GetField("Empty", BindingFlags.Public | BindingFlags.Static)?.GetValue(null)
        ?? type.GetProperty("Empty", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;
}
