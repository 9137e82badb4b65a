using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Reception.Domain.Playbooks.Reading;

/// <summary>
/// One text per meaning: comments, order of keys and layout of the file do not matter; words, order of lists and every rule do.
/// What is empty is left out, so that a language that gains a member leaves the hashes of older files alone.
/// </summary>
public static class Canonical
{
    private const string HashMember = "Hash";

    /// <summary>The first 16 bytes of SHA-256 over the canonical text, in hex.</summary>
    public static string Hash(object model) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Write(model)))[..16]);

    public static string Write(object model)
    {
        var text = new StringBuilder();
        Write(text, model);
        return text.ToString();
    }

    private static void Write(StringBuilder to, object? value)
    {
        switch (value)
        {
            case null:
                to.Append("null");
                break;
            case string text:
                to.Append(JsonSerializer.Serialize(text));
                break;
            case bool flag:
                to.Append(flag ? "true" : "false");
                break;
            case TimeSpan span:
                to.Append(CultureInfo.InvariantCulture, $"\"{span.TotalSeconds:0.###}s\"");
                break;
            case TimeOnly time:
                to.Append(CultureInfo.InvariantCulture, $"\"{time:HH\\:mm}\"");
                break;
            case Enum name:
                to.Append(CultureInfo.InvariantCulture, $"\"{name}\"");
                break;
            case int or long:
                to.Append(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
            case IDictionary map:
                Map(to, map);
                break;
            case IEnumerable list:
                List(to, list);
                break;
            default:
                Record(to, value);
                break;
        }
    }

    private static void Record(StringBuilder to, object value)
    {
        var type = value.GetType();
        if (type.IsValueType)
        {
            to.Append(JsonSerializer.Serialize(value.ToString()));
            return;
        }

        // A nested record is one of a closed list: its name is part of what it says.
        to.Append(type.IsNested ? $"{{\"$\":\"{type.Name}\"" : "{\"$\":\"\"");
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).OrderBy(property => property.Name, StringComparer.Ordinal))
        {
            var member = property.GetValue(value);
            if (property.Name != HashMember && property.GetIndexParameters().Length == 0 && !IsEmpty(member))
            {
                to.Append(CultureInfo.InvariantCulture, $",\"{property.Name}\":");
                Write(to, member);
            }
        }

        to.Append('}');
    }

    private static void List(StringBuilder to, IEnumerable list)
    {
        to.Append('[');
        foreach (var item in list)
        {
            if (to[^1] != '[')
            {
                to.Append(',');
            }

            Write(to, item);
        }

        to.Append(']');
    }

    private static void Map(StringBuilder to, IDictionary map)
    {
        to.Append('{');
        foreach (var key in map.Keys.Cast<object>().OrderBy(key => key.ToString(), StringComparer.Ordinal))
        {
            to.Append(to[^1] == '{' ? "" : ",").Append(JsonSerializer.Serialize(key.ToString())).Append(':');
            Write(to, map[key]);
        }

        to.Append('}');
    }

    private static bool IsEmpty(object? member) => member switch
    {
        null or false => true,
        string => false,
        IDictionary map => map.Count == 0,
        IEnumerable list => !list.Cast<object?>().Any(),
        _ => false,
    };
}
