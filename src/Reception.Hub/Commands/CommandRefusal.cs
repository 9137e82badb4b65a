using System.Diagnostics.CodeAnalysis;
using Reception.Contracts;

namespace Reception.Hub.Commands;

/// <summary>Why a command is not even decided: a code and what it speaks of.</summary>
[SuppressMessage("Design", "CA1064", Justification = "Never leaves the reader of a command.")]
internal sealed class CommandRefusal(ErrorCode code, string? what = null) : Exception(code.En)
{
    public ErrorCode Code { get; } = code;

    /// <summary>Name of an argument or field; never its value, which may be about a guest.</summary>
    public string? What { get; } = what;
}
