namespace Reception.Domain.Venues;

/// <summary>State and an entry give the next state. Never fails, reads events only.</summary>
public static class Folder
{
    public static VenueState Fold(VenueState state, Entry entry)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(entry);
        return state with { Seq = entry.Seq, At = entry.At, Day = entry.Day };
    }
}
