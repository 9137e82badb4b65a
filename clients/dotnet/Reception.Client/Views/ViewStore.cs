using Reception.Contracts;

namespace Reception.Client;

/// <summary>What became of a message.</summary>
internal enum Taken
{
    /// <summary>Applied; the cursor has moved.</summary>
    Applied,

    /// <summary>A head that says what is known, or something older.</summary>
    Nothing,

    /// <summary>Something is missing, or the hub's history is another one: <c>/sync</c> since the cursor.</summary>
    Fetch,
}

/// <summary>The dictionary of views and its cursor. The only place that judges <c>from</c>, <c>to</c> and <c>mark</c>.</summary>
internal sealed class ViewStore(Action<ViewSet, ViewSet, Changes> changed)
{
    private readonly Lock gate = new();
    private Snapshot now = new(ViewSet.Empty, Cursor.Start);

    public ViewSet Views => Volatile.Read(ref now).Views;

    public Cursor Cursor => Volatile.Read(ref now).Cursor;

    /// <summary>Both of the same moment.</summary>
    public (ViewSet Views, Cursor Cursor) Both => Volatile.Read(ref now) is var one ? (one.Views, one.Cursor) : default;

    public Taken Take(Changes changes)
    {
        lock (gate)
        {
            var (views, cursor) = now;
            var judged = changes.Reset ? Taken.Applied : Judge(changes, cursor);
            if (judged == Taken.Applied)
            {
                var next = views.With(changes);
                Volatile.Write(ref now, new(next, new(changes.To, changes.Mark)));
                // Inside the lock: whoever listens sees the sets in order.
                changed(views, next, changes);
            }

            return judged;
        }
    }

    /// <summary>Forgets everything: words about guests do not stay on a device without contact.</summary>
    public void Clear() => Volatile.Write(ref now, new(ViewSet.Empty, Cursor.Start));

    private static Taken Judge(Changes changes, Cursor cursor)
    {
        if (changes.From > cursor.Seq)
        {
            return Taken.Fetch;
        }

        if (changes.To > cursor.Seq)
        {
            return Taken.Applied;
        }

        // At or behind the cursor. A repeated message is nothing; another mark, or a head that is behind, may be another history:
        // /sync with the cursor's mark tells, and answers with a snapshot if it is.
        if (changes.To == cursor.Seq)
        {
            return changes.Mark == cursor.Mark ? Taken.Nothing : Taken.Fetch;
        }

        return changes.IsHead() ? Taken.Fetch : Taken.Nothing;
    }

    private sealed record Snapshot(ViewSet Views, Cursor Cursor);
}

internal static class ChangesExtensions
{
    /// <summary>A head carries no view.</summary>
    public static bool IsHead(this Changes changes) => changes is
    {
        Reset: false, Venue: null, Guests: null, Journeys: null, Alerts: null, Receipts: null, Items: null,
        Positions: null, Staff: null, Places: null, Sessions: null, Gone: null,
    };
}
