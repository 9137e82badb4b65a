namespace Reception.Client;

/// <summary>What this client has been through since it began.</summary>
/// <param name="Opened">Links opened: sockets and spells of polling.</param>
/// <param name="Resumed">Came back and was given only the differences.</param>
/// <param name="Reset">Came back and was given a snapshot, or its history was another one.</param>
/// <param name="Resent">Commands sent again because no answer came.</param>
/// <param name="Gaps">Gaps closed by <c>/sync</c> while the link stayed.</param>
public sealed record ClientCounters(int Opened, int Resumed, int Reset, int Resent, int Gaps);

internal sealed class Counters
{
    public int Opened;
    public int Resumed;
    public int Reset;
    public int Resent;
    public int Gaps;

    public ClientCounters Read() => new(Opened, Resumed, Reset, Resent, Gaps);
}
