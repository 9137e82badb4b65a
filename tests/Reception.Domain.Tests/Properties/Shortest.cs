using CsCheck;

namespace Reception.Domain.Tests.Properties;

/// <summary>Random days, and of one that fails the shortest that still does: acts are left out as long as it goes wrong without them.</summary>
internal static class Shortest
{
    /// <summary>With <c>CsCheck_Iter</c> or <c>CsCheck_Time</c> (seconds) set, that decides how long.</summary>
    private static readonly bool Longer =
        Environment.GetEnvironmentVariable("CsCheck_Iter") is not null || Environment.GetEnvironmentVariable("CsCheck_Time") is not null;

    public static void Sample(this Gen<Act[]> days, Action<Act[]> holds, int iter) => days.Sample(
        acts =>
        {
            if (Fault(holds, acts) is not null)
            {
                var shortest = Of(acts, fewer => Fault(holds, fewer) is not null);
                throw new FailedDayException(shortest, Fault(holds, shortest)!);
            }
        },
        iter: Longer ? -1 : iter,
        print: acts => $"{acts.Length} acts");

    private static Act[] Of(Act[] acts, Func<Act[], bool> fails)
    {
        for (var size = acts.Length / 2; size >= 1; size = size == 1 ? 0 : size / 2)
        {
            for (var at = 0; at + size <= acts.Length;)
            {
                Act[] fewer = [.. acts[..at], .. acts[(at + size)..]];
                if (fails(fewer))
                {
                    acts = fewer;
                }
                else
                {
                    at += size;
                }
            }
        }

        return acts;
    }

    private static Exception? Fault(Action<Act[]> holds, Act[] acts)
    {
        try
        {
            holds(acts);
            return null;
        }
        catch (Exception fault)
        {
            return fault;
        }
    }
}

internal sealed class FailedDayException(Act[] acts, Exception fault)
    : Exception($"{fault.Message}\n[\n    {string.Join(",\n    ", acts)},\n]", fault);
