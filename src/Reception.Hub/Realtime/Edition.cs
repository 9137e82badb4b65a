using System.Collections.Concurrent;
using Reception.Hub.Venues;
using Reception.Hub.Views;

namespace Reception.Hub.Realtime;

/// <summary>
/// One moment of a venue as its clients get it. All that is sent of it is made on demand and once: the live message of each stream, the snapshot,
/// the differences that somebody behind has asked for.
/// </summary>
/// <param name="era">Another number: the history is another one, and a cursor of the old one says nothing.</param>
/// <param name="floor">Where the floor stream stood before and stands now; <paramref name="desk"/>: the desk's.</param>
internal sealed class Edition(int era, VenueMoment moment, ViewCache views, Func<ViewTime> time, StreamState floor, StreamState desk)
{
    private readonly ConcurrentDictionary<(bool Desk, long Cursor), Lazy<Message>> _differences = [];
    private readonly ConcurrentDictionary<bool, Lazy<Message>> _snapshots = [];
    private readonly TaskCompletionSource _superseded = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public int Era => era;

    public VenueMoment Moment => moment;

    public long Seq => moment.Seq;

    /// <summary>Done as soon as there is a newer one.</summary>
    public Task Superseded => _superseded.Task;

    public StreamState Stream(bool forDesk) => forDesk ? desk : floor;

    public void Supersede() => _superseded.TrySetResult();

    /// <summary>What a client at <paramref name="cursor"/> gets to be here; null when only the whole will do.</summary>
    public Message? From(long cursor, bool forDesk)
    {
        var stream = Stream(forDesk);
        if (stream.Live is { } live && cursor >= stream.Before && cursor < Seq)
        {
            return live;
        }

        return Differences.Reaches(moment.State, cursor)
            ? _differences.GetOrAdd((forDesk, cursor), key => new(() => new(Differences.Since(moment, views, key.Cursor, key.Desk, time())))).Value
            : null;
    }

    public Message Whole(bool forDesk) =>
        _snapshots.GetOrAdd(forDesk, key => new(() => new(Differences.Whole(moment, views, key, time())))).Value;

    /// <summary>Not kept: it tells the time.</summary>
    public Message Head(long from) => new(Differences.Head(moment, from, time()));
}

/// <summary>Where a stream stands.</summary>
/// <param name="Before">The <c>to</c> of the message before the last that changed a view.</param>
/// <param name="Changed">The <c>to</c> of the last message that changed a view.</param>
/// <param name="Live">That message, if this edition brings it.</param>
internal sealed record StreamState(long Before, long Changed, Message? Live);
