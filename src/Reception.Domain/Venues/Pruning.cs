namespace Reception.Domain.Venues;

/// <summary>Bounded state: what closed more than 15 minutes before the last entry leaves, and what is over 500 of a kind.</summary>
internal static class Pruning
{
    public static VenueState Prune(VenueState state)
    {
        var past = state.Inverses.Values.Where(inverse => inverse.Until + Folder.Grace < state.At).Select(inverse => inverse.Journey).ToList();
        state = past.Count == 0 ? state : state with { Inverses = state.Inverses.RemoveRange(past) };
        return ClosedBefore(state, state.At - Folder.Kept);
    }

    /// <summary>The day turned: what is closed leaves, and nothing of yesterday is taken back.</summary>
    public static VenueState Drop(VenueState state) => ClosedBefore(state with { Inverses = state.Inverses.Clear() }, DateTimeOffset.MaxValue);

    private static VenueState ClosedBefore(VenueState state, DateTimeOffset limit)
    {
        foreach (var (kind, closed) in state.Closed)
        {
            var leaving = Math.Max(closed.Count - Folder.KeptOfAKind, 0);
            while (leaving < closed.Count && closed[leaving].At < limit)
            {
                leaving++;
            }

            if (leaving == 0)
            {
                continue;
            }

            foreach (var closing in closed.GetRange(0, leaving))
            {
                state = Remove(state, closing);
            }

            state = state with { Closed = state.Closed.SetItem(kind, closed.RemoveRange(0, leaving)) };
        }

        return Bound(state);
    }

    /// <summary>Leaves only if it is still closed as it was: an undo may have opened it again.</summary>
    private static VenueState Remove(VenueState state, Closing closing)
    {
        var id = closing.Id.Value;
        var next = closing.Kind switch
        {
            ViewKind.Guest when state.Guests.GetValueOrDefault(new(id))?.Closed == closing.At => state with { Guests = state.Guests.Remove(new(id)) },
            ViewKind.Journey when state.Journeys.GetValueOrDefault(new(id))?.Closed == closing.At => state with { Journeys = state.Journeys.Remove(new(id)) },
            ViewKind.Alert when state.Alerts.GetValueOrDefault(new(id))?.Closed == closing.At => state with { Alerts = state.Alerts.Remove(new(id)) },
            ViewKind.Receipt when state.Receipts.GetValueOrDefault(new(id))?.Closed == closing.At => state with { Receipts = state.Receipts.Remove(new(id)) },
            ViewKind.Item when state.Items.GetValueOrDefault(new(id))?.Closed == closing.At => state with { Items = state.Items.Remove(new(id)) },
            ViewKind.Session when state.Sessions.GetValueOrDefault(id)?.Closed == closing.At => state with { Sessions = state.Sessions.Remove(id) },
            // Opened again, or gone already.
            _ => state,
        };
        return ReferenceEquals(next, state) ? state : next with { Removed = next.Removed.Add(new(next.Seq, closing.Kind, closing.Id)) };
    }

    private static VenueState Bound(VenueState state)
    {
        var over = state.Removed.Count - Folder.KeptRemovals;
        return over <= 0
            ? state
            : state with { Horizon = state.Removed[over - 1].Seq, Removed = state.Removed.RemoveRange(0, over) };
    }
}
