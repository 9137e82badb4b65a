using Reception.Domain.Venues;

namespace Reception.Hub.Views;

internal static class Removals
{
    /// <summary>The entry with which something left the state; 0 when that is longer ago than any cursor that gets a difference.</summary>
    public static long LeftAt(this VenueState state, ViewKind kind, string id)
    {
        for (var last = state.Removed.Count - 1; last >= 0; last--)
        {
            var removal = state.Removed[last];
            if (removal.Kind == kind && removal.Id.Value == id)
            {
                return removal.Seq;
            }
        }

        return 0;
    }
}
