using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Reception.Client;
using Reception.Contracts;

namespace Reception.Hub.Tests.Client;

/// <summary>
/// A host on a loopback port that speaks the contract and does as a test tells it: answers, drops, loses and doubles messages, forgets its
/// history. The SDK's own rig; it judges nothing.
/// </summary>
internal sealed class ScriptedHub : IAsyncDisposable
{
    public const string Token = "a-token-of-the-test";
    public const string Staff = "s1";
    public const string Code = "GOODCODE";

    private readonly List<Changes> history = [];
    private readonly ConcurrentDictionary<string, HubCallerContext> joined = new();
    private WebApplication app = null!;
    private TaskCompletionSource published = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Uri Address { get; private set; } = null!;

    /// <summary>False: there is no socket to be had, as behind a bad proxy.</summary>
    public bool Sockets { get; set; } = true;

    /// <summary>False: every session is unknown.</summary>
    public bool Knows { get; set; } = true;

    /// <summary>What is answered. Null from it: nothing, and the connection is dropped.</summary>
    public Func<Command, Answer?> Respond { get; set; } = command => new(command.CommandId, true, 0, command.MadeAt);

    public Dictionary<string, WordsDocument> Words { get; } = [];

    public Inbox<Command> Commands { get; } = new();

    public Inbox<Report> Reports { get; } = new();

    public Inbox<Join> Joins { get; } = new();

    public Inbox<Cursor> Syncs { get; } = new();

    public Cursor Head => history.Count == 0 ? Cursor.Start : new(history[^1].To, history[^1].Mark);

    public static async Task<ScriptedHub> Start(Action<ScriptedHub>? prepare = null, int port = 0)
    {
        var hub = new ScriptedHub();
        prepare?.Invoke(hub);
        await hub.Listen(port);
        return hub;
    }

    public ReceptionClientOptions Options(WireFormat format = WireFormat.MessagePack, IOutbox? outbox = null, TimeProvider? time = null) => new()
    {
        Hub = Address, Token = Token, Format = format, Outbox = outbox ?? new MemoryOutbox(), Time = time ?? TimeProvider.System,
    };

    /// <summary>Adds to the history and sends to everybody: once, twice or not at all.</summary>
    public async Task Publish(Changes changes, int times = 1)
    {
        lock (history)
        {
            history.Add(changes);
            published.TrySetResult();
            published = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        for (var time = 0; time < times; time++)
        {
            await Send(changes);
        }
    }

    /// <summary>Sends without adding to the history: heads, old messages.</summary>
    public Task Send(Changes changes) => Clients.All.Changes(changes);

    public Task Say(Leave leave) => Clients.All.Leave(leave);

    public void DropAll()
    {
        foreach (var connection in joined.Values)
        {
            connection.Abort();
        }
    }

    /// <summary>The store was restored from elsewhere.</summary>
    public void Rewrite(params Changes[] other)
    {
        lock (history)
        {
            history.Clear();
            history.AddRange(other);
        }
    }

    public async ValueTask DisposeAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        await app.StopAsync(limit.Token);
        await app.DisposeAsync();
    }

    private IHubClients<IReceptionClient> Clients => app.Services.GetRequiredService<IHubContext<Wire, IReceptionClient>>().Clients;

    private async Task Listen(int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, port));
        builder.Services.AddSingleton(this);
        builder.Services.AddSignalR().AddMessagePackProtocol();
        app = builder.Build();
        app.MapGet("/healthz/ready", () => Results.Ok("ready"));
        app.MapPost("/enrol", (Enrol enrol) => enrol.Code == Code
            ? Results.Ok(new Session(Token, "session-1", "v1", Staff, enrol.Device, "floor"))
            : Results.Json(new Problem("about:blank", "refused", 403, ErrorCodes.BadCode.Id, new(ErrorCodes.BadCode.Zh, ErrorCodes.BadCode.En)), statusCode: 403));
        app.MapGet("/words/{hash}", (string hash) => Words.TryGetValue(hash, out var words) ? Results.Ok(words) : Results.NotFound());
        app.Use((context, next) => Knows || Open(context) ? next() : Deny(context));
        app.Use((context, next) => Open(context) || context.Request.Headers.Authorization == "Bearer " + Token ? next() : Deny(context));
        app.Use((context, next) => !Sockets && context.Request.Path == "/hub" ? NotFound(context) : next());
        app.MapHub<Wire>("/hub");
        app.MapGet("/me", () => new Joined("v1", Staff, "d1", "floor", Head.Seq, 0, 1));
        app.MapGet("/sync", Sync);
        app.MapPost("/report", (Report report) => Reports.Add(report));
        app.MapPost("/commands", (Command command) =>
        {
            Commands.Add(command);
            return Respond(command) is { } answer ? Results.Ok(answer) : Results.StatusCode(500);
        });
        await app.StartAsync();
        Address = new(app.Urls.First());
    }

    private async Task<Changes> Sync(long since, string? mark, int wait)
    {
        Syncs.Add(new(since, mark ?? ""));
        Task more;
        lock (history)
        {
            more = published.Task;
            if (Head != new Cursor(since, mark ?? "") || wait == 0)
            {
                return Since(new(since, mark ?? ""));
            }
        }

        await Task.WhenAny(more, Task.Delay(TimeSpan.FromSeconds(wait)));
        lock (history)
        {
            return Since(new(since, mark ?? ""));
        }
    }

    private Changes Since(Cursor cursor)
    {
        var known = history.FindIndex(one => one.To == cursor.Seq && one.Mark == cursor.Mark);
        var later = history.Skip(known + 1).ToList();
        return new(
            known < 0 ? 0 : cursor.Seq, Head.Seq, Head.Mark, Now: 1_000, Pace: 1, Reset: known < 0,
            later.Select(one => one.Venue).LastOrDefault(venue => venue is not null), All(one => one.Guests), All(one => one.Journeys), All(one => one.Alerts),
            All(one => one.Receipts), All(one => one.Items), All(one => one.Positions), All(one => one.Staff), All(one => one.Places), Gone: All(one => one.Gone));

        IReadOnlyList<T>? All<T>(Func<Changes, IReadOnlyList<T>?> kind) =>
            later.SelectMany(one => kind(one) ?? []).ToList() is { Count: > 0 } some ? some : null;
    }

    private static bool Open(HttpContext context) => context.Request.Path.Value is "/healthz/ready" or "/enrol";

    private static Task Deny(HttpContext context)
    {
        context.Response.StatusCode = 401;
        return Task.CompletedTask;
    }

    private static Task NotFound(HttpContext context)
    {
        context.Response.StatusCode = 404;
        return Task.CompletedTask;
    }

    private sealed class Wire(ScriptedHub script) : Hub<IReceptionClient>, IReceptionHub
    {
        public async Task<Joined> Join(Join join)
        {
            script.joined[Context.ConnectionId] = Context;
            Changes first;
            lock (script.history)
            {
                first = script.Since(new(join.Since, join.Mark));
            }

            await Clients.Caller.Changes(first);
            script.Joins.Add(join);
            return new("v1", Staff, "d1", "floor", script.Head.Seq, 1_000, 1);
        }

        public Task<Answer> Do(Command command)
        {
            script.Commands.Add(command);
            if (script.Respond(command) is { } answer)
            {
                return Task.FromResult(answer);
            }

            Context.Abort();
            return new TaskCompletionSource<Answer>().Task.WaitAsync(Context.ConnectionAborted);
        }

        public Task Report(Report report)
        {
            script.Reports.Add(report);
            return Task.CompletedTask;
        }

        public override Task OnDisconnectedAsync(Exception? exception)
        {
            script.joined.TryRemove(Context.ConnectionId, out _);
            return Task.CompletedTask;
        }
    }
}
