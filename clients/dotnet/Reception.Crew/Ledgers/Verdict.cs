using System.Globalization;

namespace Reception.Crew.Ledgers;

/// <summary>How a day went: what happened, and what must not have happened.</summary>
/// <param name="Findings">Each thing that went wrong, in a sentence for whoever looks for the cause.</param>
public sealed record Verdict(Happened Happened, Wrong Wrong, int Guests, int Commands, int Alerts, double P50, double P99, double FirstRung, IReadOnlyList<string> Findings)
{
    /// <summary>Nothing went wrong, and everything that was to happen did.</summary>
    public bool Good(double pace) => Wrong.None && Happened.All(pace);

    /// <summary>The line before the last.</summary>
    public string Counts => string.Create(
        CultureInfo.InvariantCulture,
        $"acknowledged {Happened.Acknowledged}, escalated {Happened.Escalated}, declined {Happened.Declined}, delayed {Happened.Delayed}, resumed {Happened.Resumed}, reset {Happened.Reset}, resent {Happened.Resent}, stale {Happened.Stale}, undone {Happened.Undone}, no-show {Happened.NoShow}, stayed {Happened.Stayed}");

    /// <summary>The last line.</summary>
    public string Result => string.Create(
        CultureInfo.InvariantCulture,
        $"guests {Guests}, commands {Commands}, alerts {Alerts}, lost {Wrong.Lost}, duplicated {Wrong.Duplicated}, out of order {Wrong.OutOfOrder}, late escalations {Wrong.LateEscalations}, illegal paths {Wrong.IllegalPaths}, accepted p50 {P50:0.0} ms p99 {P99:0.0} ms");
}

/// <summary>What happened, each as often as it did.</summary>
public sealed record Happened(
    int Acknowledged, int Escalated, int Declined, int Delayed, int Resumed, int Reset, int Resent, int Stale, int Undone, int NoShow, int Stayed)
{
    /// <summary>Above this pace thirty seconds to take something back, and a quarter of an hour to come back, pass faster than a message travels.</summary>
    public const double FastClock = 100;

    public bool All(double pace) =>
        Acknowledged > 0 && Escalated > 0 && Declined > 0 && Delayed > 0 && Reset > 0 && Resent > 0 && Stale > 0 && NoShow > 0 && Stayed > 0
        && (pace > FastClock || (Resumed > 0 && Undone > 0));
}

/// <summary>What went wrong.</summary>
/// <param name="Lost">Answered ok and no entry; or in the venue at a device's cursor and not on the device.</param>
/// <param name="Duplicated">Two effects or two answers of one command; rung again after it was over.</param>
/// <param name="OutOfOrder">Entries with a gap, or a person's commands otherwise than they were done.</param>
/// <param name="LateEscalations">A step more than 2 s late (5 s after a start), host time; or an open call that outlives its ladder.</param>
/// <param name="IllegalPaths">A visit whose way is none of its playbook's.</param>
public sealed record Wrong(int Lost, int Duplicated, int OutOfOrder, int LateEscalations, int IllegalPaths)
{
    public bool None => this is { Lost: 0, Duplicated: 0, OutOfOrder: 0, LateEscalations: 0, IllegalPaths: 0 };
}
