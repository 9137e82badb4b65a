using System.Reflection;
using System.Text;
using System.Text.Json;
using Reception.Contracts;

namespace Reception.Hub.Tests.Wire;

/// <summary>The wire for TypeScript, by reflection over Reception.Contracts: what the hub's methods, endpoints and views are made of.</summary>
internal static class TypeScriptContracts
{
    public const string File = "clients/web/src/protocol/contracts.gen.ts";

    private static readonly Type[] Roots =
    [
        typeof(Text), typeof(Changes), typeof(IView), typeof(Command), typeof(Answer), typeof(Join), typeof(Joined), typeof(Report), typeof(Leave),
        typeof(Enrol), typeof(Session), typeof(MakeCode), typeof(EnrolCode), typeof(DemoSession), typeof(DemoSilence), typeof(Problem), typeof(LogPage), typeof(Next), typeof(WordsDocument),
    ];

    private static readonly NullabilityInfoContext Nullability = new();

    public static IReadOnlyList<Type> Types { get; } = Reach();

    public static string Write()
    {
        var text = new StringBuilder(
            """
            // Generated from src/Reception.Contracts; a test of the hub fails when it is not current, and says how to make it anew.
            // Times are milliseconds since 1970 UTC, in venue time unless said otherwise. A field of type `T | null` may also be missing.

            """.ReplaceLineEndings("\n"));
        foreach (var type in Types)
        {
            text.Append(Interface(type));
        }

        return text.Append(KindsTable()).ToString();
    }

    private static string Interface(Type type)
    {
        var isView = type != typeof(IView) && typeof(IView).IsAssignableFrom(type);
        var text = new StringBuilder($"\nexport interface {Name(type)}{(isView ? " extends View" : "")} {{\n");
        foreach (var property in Properties(type).Where(property => !isView || property.Name is not ("Id" or "Seq")))
        {
            var optional = type.GetConstructors().SelectMany(made => made.GetParameters())
                .Any(parameter => parameter.Name == property.Name && parameter.HasDefaultValue);
            text.Append("  " + Camel(property.Name) + (optional ? "?" : "") + ": " + TypeOf(property) + ";\n");
        }

        return text.Append("}\n").ToString();
    }

    private static string KindsTable()
    {
        var text = new StringBuilder("\nexport const Kinds = {\n");
        foreach (var kind in typeof(Kinds).GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral))
        {
            text.Append("  " + Camel(kind.Name) + ": '" + kind.GetRawConstantValue() + "',\n");
        }

        return text.Append("} as const;\n").ToString();
    }

    private static string TypeOf(PropertyInfo property)
    {
        var type = property.PropertyType;
        var nullable = Nullable.GetUnderlyingType(type) is not null || (!type.IsValueType && Nullability.Create(property).ReadState == NullabilityState.Nullable);
        return TypeOf(type) + (nullable ? " | null" : "");
    }

    private static string TypeOf(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var plain when plain == typeof(string) => "string",
        var plain when plain == typeof(bool) => "boolean",
        var plain when plain == typeof(long) || plain == typeof(int) || plain == typeof(double) => "number",
        { IsGenericType: true } list when list.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) => TypeOf(list.GetGenericArguments()[0]) + "[]",
        { IsGenericType: true } map when map.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>) => $"Record<string, {TypeOf(map.GetGenericArguments()[1])}>",
        var ours when ours.Assembly == typeof(Changes).Assembly => Name(ours),
        var other => throw new InvalidOperationException($"{other} has no form on the wire."),
    };

    private static IReadOnlyList<Type> Reach()
    {
        List<Type> reached = [];
        foreach (var root in Roots)
        {
            Reach(root, reached);
        }

        return reached;
    }

    private static void Reach(Type type, List<Type> reached)
    {
        var inner = type.IsGenericType ? type.GetGenericArguments()[^1] : Nullable.GetUnderlyingType(type) ?? type;
        if (inner.Assembly != typeof(Changes).Assembly || reached.Contains(inner))
        {
            return;
        }

        reached.Add(inner);
        foreach (var property in Properties(inner))
        {
            Reach(property.PropertyType, reached);
        }
    }

    private static IEnumerable<PropertyInfo> Properties(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance);

    private static string Name(Type type) => type == typeof(IView) ? "View" : type.Name;

    private static string Camel(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);
}
