using System.Globalization;

namespace Reception.Domain.Playbooks.Reading;

/// <summary>A value of a fact, as it stands in a file.</summary>
internal static class FactReader
{
    /// <summary>Null and a flaw when the field cannot have it; "" clears the field.</summary>
    public static string? Value(Scope scope, Node node, Field field)
    {
        if (node is not Node.Scalar scalar)
        {
            scope.Add(Flaws.WrongType(node.At, field.Id, "一个值", "one value"));
            return null;
        }

        if (field.Type == FieldType.Text)
        {
            scope.Add(Flaws.TextAsFact(scalar.At, field.Id));
            return null;
        }

        if (scalar.Value.Length == 0)
        {
            return "";
        }

        var ids = field.Choices.Select(choice => choice.Id).ToArray();
        switch (field.Type)
        {
            case FieldType.Choice or FieldType.Choices when !ids.Contains(scalar.Value):
                scope.Add(Flaws.UnknownName(scalar.At, Kind.Choice, scalar.Value, ids));
                return null;
            case FieldType.Number when !int.TryParse(scalar.Value, NumberStyles.None, CultureInfo.InvariantCulture, out _):
                scope.Add(Flaws.WrongType(scalar.At, field.Id, "整数", "a whole number"));
                return null;
            case FieldType.Time:
                scope.Add(Flaws.Senseless(scalar.At, $"时间字段“{field.Id}”不能写死，只能清空", $"the time '{field.Id}' cannot be fixed in a file, only cleared"));
                return null;
            default:
                return scalar.Value;
        }
    }
}
