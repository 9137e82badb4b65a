using Reception.Crew.Habits;

namespace Reception.Crew.Actors;

/// <summary>What a person is about to do: wanted things ripen, things no longer wanted are dropped, a thing under way is not begun again.</summary>
internal sealed class Agenda
{
    private readonly Dictionary<string, long> due = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> rests = new(StringComparer.Ordinal);
    private readonly HashSet<string> underWay = new(StringComparer.Ordinal);

    /// <summary>What is ripe at <paramref name="now"/>, and when the next thing is (venue time, ms).</summary>
    public (IReadOnlyList<Desire> Ripe, long? Next) Take(IEnumerable<Desire> wanted, long now)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var ripe = new List<Desire>();
        long? next = null;
        foreach (var desire in wanted)
        {
            if (underWay.Contains(desire.Key) || !seen.Add(desire.Key) || !Rested(desire.Key, now, ref next))
            {
                continue;
            }

            if (!due.TryGetValue(desire.Key, out var at))
            {
                due[desire.Key] = at = now + (long)desire.After().TotalMilliseconds;
            }

            if (at <= now)
            {
                underWay.Add(desire.Key);
                ripe.Add(desire);
            }
            else
            {
                next = next is { } earlier && earlier < at ? earlier : at;
            }
        }

        foreach (var dropped in due.Keys.Where(key => !seen.Contains(key) || underWay.Contains(key)).ToList())
        {
            due.Remove(dropped);
        }

        return (ripe, next);
    }

    /// <summary>It is over. After a refusal the person lets it rest until <paramref name="again"/>.</summary>
    public void Over(string key, long? again)
    {
        underWay.Remove(key);
        if (again is { } later)
        {
            rests[key] = later;
        }
    }

    private bool Rested(string key, long now, ref long? next)
    {
        if (!rests.TryGetValue(key, out var until))
        {
            return true;
        }

        if (until <= now)
        {
            rests.Remove(key);
            return true;
        }

        next = next is { } earlier && earlier < until ? earlier : until;
        return false;
    }
}
