using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Reception.Domain;

namespace Reception.Hub.Diagnostics;

/// <summary>
/// One trace per command, from the tap to the last device's receipt. Its id is made from the venue and the command's id, and a call's id begins with that of
/// its command: so what happens to the call on another node, or after a restart, is in the same trace, and nothing has to be carried along or remembered.
/// </summary>
internal static class CommandTrace
{
    public const string Source = "Reception.Hub";

    private static readonly ActivitySource Activities = new(Source);

    /// <summary>False as long as nobody collects: then nothing here costs anything.</summary>
    public static bool IsOn => Activities.HasListeners();

    public static Activity? Begin(string step, string venue, string command, ActivityKind kind = ActivityKind.Internal)
    {
        if (!IsOn)
        {
            return null;
        }

        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{venue}/{command}")).AsSpan();
        var whole = new ActivityContext(ActivityTraceId.CreateFromBytes(hash[..16]), ActivitySpanId.CreateFromBytes(hash[16..24]), ActivityTraceFlags.Recorded);
        return Activities.StartActivity(step, kind, whole)?.SetTag("reception.venue", venue);
    }

    public static Activity? Begin(string step, string venue, AlertId alert) =>
        Begin(step, venue, CommandOf(alert))?.SetTag("reception.alert.id", alert.Value);

    /// <summary>The command, or the due thing, that raised it.</summary>
    public static string CommandOf(AlertId alert) => alert.Value.LastIndexOf('.') is > 0 and var end ? alert.Value[..end] : alert.Value;
}

/// <summary>Steps of several traces that are one piece of work.</summary>
internal sealed class TraceSteps(IEnumerable<Activity?> steps) : IDisposable
{
    private readonly Activity?[] _steps = [.. steps];

    public void Dispose()
    {
        foreach (var step in _steps.Reverse())
        {
            step?.Dispose();
        }
    }
}
