using Reception.Contracts;

namespace Reception.Cli.Doctor;

/// <summary>One line of the doctor: well, bearable, or not well, with what to do.</summary>
internal sealed record Finding(Health Health, Text Words, params object[] Gaps);

internal enum Health
{
    Well,
    Bearable,
    Ill,
}
