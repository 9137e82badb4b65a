using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;
using Reception.Contracts;
using Reception.Hub.Identity;
using Reception.Hub.Views;

namespace Reception.Hub.Realtime;

/// <summary>
/// One connection: a cursor and somebody who writes. At head it gets the shared bytes; when it was busy meanwhile, the difference from its cursor.
/// A client that does not read holds up its own writer and nobody else.
/// </summary>
internal sealed partial class Line(HubConnectionContext connection, SessionIdentity who, Feed feed, Contacts contacts, RealtimeOptions options, TimeProvider host, ILogger log)
{
    private const int Idle = 0;
    private const int Running = 1;
    private const int Again = 2;

    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(100);

    private readonly TokenBucket _commands = new(options.CommandsPerSecond, options.CommandBurst, host);
    private readonly TokenBucket _reports = new(options.CommandsPerSecond, options.CommandBurst, host);
    private readonly TokenBucket _joins = new(options.JoinsPerSecond, options.JoinBurst, host);

    // Read and written by the one who runs the pump, and by Join before the first run.
    private long _cursor;
    private int _era = -1;
    private long _told = host.GetTimestamp();

    private int _pump;
    private bool _joined;
    private bool _headDue;
    private TimeSpan _headEvery = TimeSpan.FromSeconds(10);

    public SessionIdentity Who => who;

    public Feed Feed => feed;

    /// <summary>Where it is; null before it has joined.</summary>
    public long? Cursor => Volatile.Read(ref _joined) ? Volatile.Read(ref _cursor) : null;

    public Contact Contact { get; } = new(who, feed.Venue);

    public async Task<Answer> Do(Command command) => _commands.Take()
        ? await feed.Venue.Do(who, command, connection.ConnectionAborted)
        : Refusals.Answer(command, ErrorCodes.TooMany, feed.Time.Now);

    public async Task Report(Report? report)
    {
        await Turn(_reports);
        if (report is not null)
        {
            feed.Receipts.Add(who.Staff, report);
            RealtimeTelemetry.Reported(feed.Venue, who.Device, report);
        }
    }

    public async Task<Joined> Join(Join? join)
    {
        await Turn(_joins);
        join ??= new(0, "", 10, "screen");
        await SeeAtLeast(join.Since);
        var edition = feed.Current;
        var time = feed.Time;
        _headEvery = TimeSpan.FromSeconds(Math.Clamp(join.HeadSeconds, 1, 30));
        if (!Volatile.Read(ref _joined))
        {
            _cursor = Math.Max(0, join.Since);
            var known = feed.Venue.KnowsMark(join.Since, join.Mark ?? "");
            _era = known ? edition.Era : -1;
            Volatile.Write(ref _joined, true);
            _ = known ? Task.CompletedTask : feed.Venue.Doubt(join.Since, join.Mark ?? "");
        }

        Wake();
        contacts.Add(Contact, join.Reach);
        return new(who.Venue, who.Staff.Value, who.Device.Value, who.Stream, edition.Seq, time.Now.Ms(), time.Pace);
    }

    /// <summary>It comes from a node that was further on: nobody is sent back to what was before.</summary>
    private Task SeeAtLeast(long since) =>
        since > feed.Venue.Current.Seq ? feed.Venue.CatchUp(connection.ConnectionAborted) : Task.CompletedTask;

    /// <summary>There is something new, or a head is due. Never waits.</summary>
    public void Wake()
    {
        if (Volatile.Read(ref _joined) && Interlocked.Exchange(ref _pump, Again) == Idle)
        {
            _ = Pump();
        }
    }

    /// <summary>Called once a second.</summary>
    /// <param name="now">Whether a head is due in any case.</param>
    public void Tick(bool now)
    {
        if (now || host.GetElapsedTime(Volatile.Read(ref _told)) >= _headEvery)
        {
            Volatile.Write(ref _headDue, true);
            Wake();
        }
    }

    /// <summary>Says why, then ends the connection; done when the last byte has gone, or when the client does not take it.</summary>
    public async Task End(Leave leave)
    {
        var closed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = connection.Features.GetRequiredFeature<IConnectionLifetimeFeature>().ConnectionClosed.Register(closed.SetResult);
        await Briefly(connection.WriteAsync(new InvocationMessage(nameof(IReceptionClient.Leave), [leave])).AsTask());
        connection.Abort();
        await Briefly(closed.Task);
    }

    /// <summary>Whoever floods is read more slowly: nothing is lost, nothing is in anybody else's way.</summary>
    private async Task Turn(TokenBucket bucket)
    {
        while (!bucket.Take())
        {
            await Task.Delay(Breath, host, connection.ConnectionAborted);
        }
    }

    private async Task Briefly(Task task) =>
        await task.WaitAsync(options.SendTimeout, host).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private async Task Pump()
    {
        try
        {
            do
            {
                Volatile.Write(ref _pump, Running);
                while (!connection.ConnectionAborted.IsCancellationRequested && Next(feed.Current) is { } message)
                {
                    Volatile.Write(ref _told, host.GetTimestamp());
                    await connection.WriteAsync(message);
                }
            }
            while (Interlocked.CompareExchange(ref _pump, Idle, Running) != Running);
        }
        catch (Exception cause) when (cause is not OutOfMemoryException)
        {
            // The client comes back and goes on from its cursor.
            Log.Failed(log, cause, who.Venue, connection.ConnectionId);
            connection.Abort();
        }
    }

    /// <summary>What is to be written now; null = nothing.</summary>
    private SerializedHubMessage? Next(Edition edition)
    {
        var head = Interlocked.Exchange(ref _headDue, false);
        if (_era != edition.Era)
        {
            // Whatever the client holds, the whole is what it needs. Who has nothing yet may fetch it; who holds another history gets it here, however long:
            // until then it would take numbers of this one for its own.
            var whole = edition.Whole(who.Desk);
            var message = _cursor == 0 ? Fitting(whole, edition) : whole.Socket;
            _era = edition.Era;
            _cursor = edition.Seq;
            return message;
        }

        var stream = edition.Stream(who.Desk);
        if (_cursor < stream.Changed)
        {
            var message = Fitting(edition.From(_cursor, who.Desk), edition);
            _cursor = edition.Seq;
            return message;
        }

        _cursor = Math.Max(_cursor, edition.Seq);
        return head ? edition.Head(stream.Changed).Socket : null;
    }

    /// <summary>Too long for a socket: only a head that is ahead of the client, who then fetches.</summary>
    private SerializedHubMessage Fitting(Message? message, Edition edition) =>
        message is not null && message.Socket.GetSerializedMessage(connection.Protocol).Length <= options.MaximumPush
            ? message.Socket
            : edition.Head(edition.Seq).Socket;

    private static partial class Log
    {
        [LoggerMessage(1201, LogLevel.Error, "Venue {Venue}: connection {Connection} could not be written to and was ended")]
        public static partial void Failed(ILogger log, Exception cause, string venue, string connection);
    }
}
