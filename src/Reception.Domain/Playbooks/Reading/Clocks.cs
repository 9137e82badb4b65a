using System.Globalization;
using System.Text.RegularExpressions;

namespace Reception.Domain.Playbooks.Reading;

/// <summary>Durations <c>30s 3m 1h 1h30m</c> and quoted times of day.</summary>
internal static partial class Clocks
{
    private const int MaxDays = 62;

    public static TimeSpan? Duration(Node node, string key, Scope scope)
    {
        if (node is not Node.Scalar scalar)
        {
            scope.Add(Flaws.WrongType(node.At, key, "时长，如 3m", "a duration such as 3m"));
            return null;
        }

        if (Refused(scalar, scope))
        {
            return null;
        }

        if (Duration(scalar.Value) is { } span)
        {
            return span;
        }

        scope.Add(Flaws.BadDuration(scalar.At, scalar.Value));
        return null;
    }

    /// <summary>Null when it is none, or longer than two months.</summary>
    public static TimeSpan? Duration(string text)
    {
        var match = Pattern().Match(text);
        if (!match.Success || text.Length == 0)
        {
            return null;
        }

        var span = TimeSpan.FromHours(Part(match, "h")) + TimeSpan.FromMinutes(Part(match, "m")) + TimeSpan.FromSeconds(Part(match, "s"));
        return span.TotalDays <= MaxDays ? span : null;
    }

    public static TimeOnly? Time(Node node, string key, Scope scope)
    {
        if (node is not Node.Scalar scalar)
        {
            scope.Add(Flaws.WrongType(node.At, key, "带引号的时刻，如 \"17:00\"", "a quoted time of day such as \"17:00\""));
            return null;
        }

        if (Refused(scalar, scope))
        {
            return null;
        }

        if (TimeOnly.TryParseExact(scalar.Value, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return time;
        }

        scope.Add(Flaws.BadClock(scalar.At, scalar.Value));
        return null;
    }

    /// <summary>YAML 1.1 reads 17:00 as 1020.</summary>
    private static bool Refused(Node.Scalar scalar, Scope scope)
    {
        if (!scalar.Plain || !Sexagesimal().IsMatch(scalar.Value))
        {
            return false;
        }

        scope.Add(Flaws.UnquotedClock(scalar.At, scalar.Value));
        return true;
    }

    private static int Part(Match match, string unit) =>
        match.Groups[unit] is { Success: true } group ? int.Parse(group.Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex("^(?:(?<h>[0-9]{1,4})h)?(?:(?<m>[0-9]{1,5})m)?(?:(?<s>[0-9]{1,5})s)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();

    [GeneratedRegex("^[0-9]{1,2}(:[0-9]{2}){1,2}$", RegexOptions.CultureInvariant)]
    private static partial Regex Sexagesimal();
}
