namespace Reception.Domain.Venues;

/// <summary>What may fall due.</summary>
public enum DueKind
{
    Alert,
    Item,
    ItemLate,
    NoShow,
    Away,
    Day,

    /// <summary>What fell due during an outage, told in one call per position.</summary>
    Digest,
}

/// <summary>Something falls due. Ordered by time, then by kind, id and step, so that every node takes them alike.</summary>
public readonly record struct Due(DateTimeOffset At, DueKind Kind, string Id, int Step) : IComparable<Due>
{
    public int CompareTo(Due other)
    {
        var byTime = At.CompareTo(other.At);
        if (byTime != 0)
        {
            return byTime;
        }

        var byKind = Kind.CompareTo(other.Kind);
        if (byKind != 0)
        {
            return byKind;
        }

        var byId = string.CompareOrdinal(Id, other.Id);
        return byId != 0 ? byId : Step.CompareTo(other.Step);
    }
}
