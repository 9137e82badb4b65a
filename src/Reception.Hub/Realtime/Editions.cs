using Reception.Contracts;
using Reception.Hub.Venues;
using Reception.Hub.Views;

namespace Reception.Hub.Realtime;

/// <summary>From one moment to the next: which stream has something new, and the message that says it.</summary>
internal sealed class Editions(Func<ViewTime> time)
{
    private readonly ViewCache _views = new();

    /// <summary>Where a node begins that has just come to hold a venue: nobody is at head yet.</summary>
    public Edition First(VenueMoment moment) => Begin(0, moment, moment.State.Changed);

    /// <param name="replaced">The moment belongs to another history than the last one.</param>
    public Edition Next(Edition last, VenueMoment moment, bool replaced)
    {
        if (replaced || moment.Seq < last.Seq)
        {
            return Begin(last.Era + 1, moment, moment.Seq);
        }

        foreach (var removal in moment.State.Removed.Where(removal => removal.Seq > last.Seq))
        {
            _views.Forget(removal);
        }

        if (!Differences.Reaches(moment.State, last.Seq))
        {
            // So much has left at once that no difference is whole; whoever is behind fetches.
            return Begin(last.Era, moment, moment.Seq);
        }

        if (moment.State.Changed <= last.Seq)
        {
            return new(last.Era, moment, _views, time, last.Stream(false) with { Live = null }, last.Stream(true) with { Live = null });
        }

        var desk = Differences.Since(moment, _views, last.Seq, desk: true, time(), last.Moment.State);
        var floor = desk with { Sessions = null, Gone = WithoutSessions(desk.Gone) };
        var same = desk.Sessions is null && desk.Gone?.Count == floor.Gone?.Count;
        var deskStream = Advance(last.Stream(true), desk, null);
        return new(last.Era, moment, _views, time, Advance(last.Stream(false), floor, same ? deskStream : null), deskStream);
    }

    private Edition Begin(int era, VenueMoment moment, long changed)
    {
        var stream = new StreamState(changed, changed, null);
        return new(era, moment, _views, time, stream, stream);
    }

    private static StreamState Advance(StreamState last, Changes changes, StreamState? twin)
    {
        if (Differences.IsEmpty(changes))
        {
            return last with { Live = null };
        }

        // Both streams say the same in nearly every message: then it is encoded once for both.
        var message = twin is not null && twin.Before == last.Changed ? twin.Live : new Message(changes with { From = last.Changed });
        return new(last.Changed, changes.To, message);
    }

    private static IReadOnlyList<Gone>? WithoutSessions(IReadOnlyList<Gone>? gone)
    {
        List<Gone> rest = [.. gone?.Where(one => one.Kind != Session) ?? []];
        return rest.Count == 0 ? null : rest.Count == gone!.Count ? gone : rest;
    }

    private static readonly string Session = Domain.Venues.ViewKind.Session.Word();
}
