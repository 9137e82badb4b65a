using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using Reception.Contracts;
using Reception.Hub.Identity;

namespace Reception.Hub.Realtime;

/// <summary><c>GET /sync</c>: what the socket would have said, for a client that has none, or was told to fetch. One at a time per session.</summary>
internal sealed class SyncEndpoint(Feeds feeds, Contacts contacts, TimeProvider host, IOptions<RealtimeOptions> options, IHostApplicationLifetime lifetime)
{
    public const string Path = "/sync";
    public const string ReportPath = "/report";
    private static readonly TimeSpan OnItsWay = TimeSpan.FromSeconds(1);
    private const string Json = "application/json; charset=utf-8";

    /// <summary>A hub that goes down lets nobody wait for its last ten seconds.</summary>
    private readonly Task _stopping = Stopping(lifetime);

    private readonly ConcurrentDictionary<string, CancellationTokenSource> _open = new(StringComparer.Ordinal);

    /// <param name="since">Cursor; 0: the whole.</param>
    /// <param name="wait">Seconds to wait when there is nothing new.</param>
    public async Task<Results<FileContentHttpResult, JsonHttpResult<Problem>>> Get(
        HttpContext http, long? since, string? mark, int? wait, string? reach, CancellationToken aborted)
    {
        var who = SessionIdentity.Of(http.User)!;
        using var mine = CancellationTokenSource.CreateLinkedTokenSource(aborted);
        _open.AddOrUpdate(who.Session, mine, (_, former) => Replace(former, mine));
        var feed = await feeds.Open(who.Venue, aborted);
        try
        {
            contacts.Asked(who, feed.Venue, reach);
            if (since > feed.Venue.Current.Seq)
            {
                // It comes from a node that was further on: nobody is sent back to what was before.
                await feed.Venue.CatchUp(aborted);
            }

            var longest = TimeSpan.FromSeconds(Math.Clamp(wait ?? 0, 0, (int)options.Value.LongestPoll.TotalSeconds));
            var message = await Next(feed, who, since ?? 0, mark ?? "", longest, mine.Token);
            return message is null
                ? TypedResults.Json(Refusals.Problem(ErrorCodes.NotSignedIn), WireJson.Options, statusCode: ErrorCodes.NotSignedIn.Status)
                : Body(http, message);
        }
        finally
        {
            _open.TryRemove(new(who.Session, mine));
            feeds.Close(feed);
        }
    }

    public async Task<NoContent> Report(HttpContext http, Report report, CancellationToken aborted)
    {
        var who = SessionIdentity.Of(http.User)!;
        var feed = await feeds.Open(who.Venue, aborted);
        contacts.Asked(who, feed.Venue, null);
        feed.Receipts.Add(who.Staff, report);
        RealtimeTelemetry.Reported(feed.Venue, who.Device, report);
        feeds.Close(feed);
        return TypedResults.NoContent();
    }

    /// <returns>Null: the session is over.</returns>
    private async Task<Message?> Next(Feed feed, SessionIdentity who, long since, string mark, TimeSpan longest, CancellationToken stop)
    {
        var until = Task.WhenAny(Task.Delay(longest, host, stop), _stopping);
        while (true)
        {
            var edition = feed.Current;
            if (edition.Seq < feed.Venue.Current.Seq)
            {
                // Committed already, on its way here: whoever had an answer sees at least that, however short the wait.
                await Task.WhenAny(edition.Superseded, Task.Delay(OnItsWay, host, stop));
                edition = feed.Current;
            }

            var stream = edition.Stream(who.Desk);
            if (Feed.IsOver(who, edition.Moment))
            {
                return null;
            }

            if (!feed.Venue.KnowsMark(since, mark))
            {
                _ = feed.Venue.Doubt(since, mark);
                return edition.Whole(who.Desk);
            }

            if (since < stream.Changed)
            {
                return edition.From(since, who.Desk) ?? edition.Whole(who.Desk);
            }

            if (until.IsCompleted || feed.Failed)
            {
                return edition.Head(stream.Changed);
            }

            await Task.WhenAny(edition.Superseded, until);
        }
    }

    // Nothing in it was sent by whoever may be listening, so its length tells nobody anything.
    private static FileContentHttpResult Body(HttpContext http, Message message)
    {
        var mayBeSqueezed = http.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase);
        if (mayBeSqueezed && message.Squeezed is { } squeezed)
        {
            http.Response.Headers.ContentEncoding = "gzip";
            return TypedResults.Bytes(squeezed, Json);
        }

        return TypedResults.Bytes(message.Json, Json);
    }

    private static Task Stopping(IHostApplicationLifetime lifetime)
    {
        var stopping = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lifetime.ApplicationStopping.Register(stopping.SetResult);
        return stopping.Task;
    }

    private static CancellationTokenSource Replace(CancellationTokenSource former, CancellationTokenSource mine)
    {
        try
        {
            former.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It has just ended by itself.
        }

        return mine;
    }
}
