using System.Globalization;
using Reception.Domain.Alerts;
using Reception.Domain.Playbooks;

namespace Reception.Domain.Venues;

/// <summary>Reminders and things to do that fell due while the hub was down: counted, and told in one call per position when it is back.</summary>
internal sealed class Digest
{
    /// <summary>More than this late it is not called any more but counted.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(60);

    private readonly SortedDictionary<string, int> counts = new(StringComparer.Ordinal);

    /// <summary>Whether it is too late to call for each by itself; then it is counted for these positions.</summary>
    public bool Takes(Work work, DateTimeOffset due, params IEnumerable<PositionId> positions)
    {
        if (work.Now - due <= Late)
        {
            return false;
        }

        foreach (var position in positions)
        {
            counts[position.Value] = counts.GetValueOrDefault(position.Value) + 1;
        }

        return true;
    }

    /// <summary>Told now, not when it fell due: else the call would be over before anybody has heard it.</summary>
    public void Tell(Work work)
    {
        if (counts.Count == 0)
        {
            return;
        }

        work.BeginDue(new Due(work.Now, DueKind.Digest, "", 0));
        foreach (var (position, count) in counts)
        {
            Raising.Engine(work, EngineCall.Digest, [new Target.Position(new(position))], ("count", count.ToString(CultureInfo.InvariantCulture)));
        }
    }
}
