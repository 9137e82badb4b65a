using System.Collections.Concurrent;
using Reception.Contracts;
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
    /// <summary>A message tells the time: a phone that comes back to a quiet venue must not believe that it is still the hour of the last entry.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<(bool Desk, long Cursor), Lazy<Dated>> _differences = [];
    private readonly ConcurrentDictionary<bool, Lazy<Dated>> _snapshots = [];
    private readonly ViewTime _begun = time();
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
        if (stream.Live is { } live && cursor >= stream.Before && cursor < Seq && IsFresh(_begun))
        {
            return live;
        }

        return Differences.Reaches(moment.State, cursor)
            ? Kept(_differences, (Desk: forDesk, Cursor: cursor), (key, now) => Differences.Since(moment, views, key.Cursor, key.Desk, now))
            : null;
    }

    public Message Whole(bool forDesk) => Kept(_snapshots, forDesk, (key, now) => Differences.Whole(moment, views, key, now));

    /// <summary>Not kept: it tells the time.</summary>
    public Message Head(long from) => new(Differences.Head(moment, from, time()));

    /// <summary>Made once for all who ask within a second.</summary>
    private Message Kept<TKey>(ConcurrentDictionary<TKey, Lazy<Dated>> made, TKey key, Func<TKey, ViewTime, Changes> make)
        where TKey : notnull
    {
        Lazy<Dated> New(TKey asked) => new(() => Make(asked, time(), make));
        var kept = made.GetOrAdd(key, New);
        if (!IsFresh(kept.Value.At))
        {
            var anew = New(key);
            kept = made.TryUpdate(key, anew, kept) ? anew : made.GetOrAdd(key, New);
        }

        return kept.Value.Message;
    }

    private static Dated Make<TKey>(TKey key, ViewTime now, Func<TKey, ViewTime, Changes> make) => new(now, new(make(key, now)));

    private bool IsFresh(ViewTime then)
    {
        var now = time();
        return (now.Now - then.Now).Duration() <= Fresh * now.Pace;
    }

    private sealed record Dated(ViewTime At, Message Message);
}

/// <summary>Where a stream stands.</summary>
/// <param name="Before">The <c>to</c> of the message before the last that changed a view.</param>
/// <param name="Changed">The <c>to</c> of the last message that changed a view.</param>
/// <param name="Live">That message, if this edition brings it.</param>
internal sealed record StreamState(long Before, long Changed, Message? Live);
