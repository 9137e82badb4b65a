using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Reception.Client;
using Reception.Contracts;
using Reception.Hub.Identity;
using Reception.Hub.Realtime;

namespace Reception.Chaos.Worlds;

/// <summary>A device of one person: the SDK's dictionary of views and its cursor, fed by a <see cref="Socket"/>; it comes back for ever.</summary>
internal sealed class Phone(World world, SessionIdentity who)
{
    private readonly HashSet<string> _reported = new(StringComparer.Ordinal);
    private readonly ViewStore _views = new((_, _, _) => { });
    private Socket? _socket;
    private bool _joining;
    private bool _fetching;
    private long _told;
    private TimeSpan _toldAt;
    private int _tries;

    public SessionIdentity Who => who;

    public ViewSet Views => _views.Views;

    public Cursor Cursor => _views.Cursor;

    public Outbox Outbox { get; } = new(world, who);

    /// <summary>In range of a network.</summary>
    public bool IsOnline { get; private set; } = true;

    public bool IsConnected => _socket is { IsCut: false, Line: not null } && !_joining;

    /// <summary>When it last had a connection that worked.</summary>
    public TimeSpan LastContact => IsConnected && _socket!.Node.IsUp && !_socket.Node.Time.IsPaused ? world.Line.Now : _contact;

    private TimeSpan _contact;

    /// <summary>Venue time as the device knows it.</summary>
    public long VenueNow => _told + (long)((world.Line.Now - _toldAt).TotalMilliseconds * world.Pace);

    public Socket? Socket => _socket;

    public void Connect() => world.Line.After(world.Chance.Within(TimeSpan.Zero, TimeSpan.FromSeconds(Math.Min(15, 0.5 * (1 << Math.Min(_tries, 5))))), () => _ = TryConnect());

    /// <summary>Out of range, and back.</summary>
    public void GoOffline(TimeSpan noticed)
    {
        IsOnline = false;
        Drop(noticed);
    }

    public void ComeBack()
    {
        if (!IsOnline)
        {
            IsOnline = true;
            _tries = 0;
            Connect();
        }
    }

    /// <summary>The network between it and its node breaks; the phone sees that and comes back.</summary>
    public void Break(TimeSpan noticed)
    {
        Drop(noticed);
        Connect();
    }

    /// <summary>Something reaches the device.</summary>
    public void Hear(TimeSpan after, Action happens) => world.Line.After(after, happens);

    /// <summary>The process at the other end has gone.</summary>
    public void Lost(Node node)
    {
        if (_socket?.Node == node)
        {
            Lost(_socket);
        }
    }

    /// <summary>The connection has ended.</summary>
    public void Lost(Socket socket)
    {
        if (_socket == socket)
        {
            Break(TimeSpan.Zero);
        }
    }

    public void Take(Socket socket, object message)
    {
        switch (message)
        {
            case Changes changes when socket == _socket:
                Take(changes);
                break;
            case Leave leave when socket == _socket:
                world.Trace($"{who.Staff} is told to leave: {leave.Code}");
                Drop(TimeSpan.Zero);
                world.Line.After(TimeSpan.FromMilliseconds(leave.AfterMs), Connect);
                break;
        }
    }

    private void Take(Changes changes)
    {
        (_told, _toldAt) = (changes.Now, world.Line.Now);
        var before = Cursor;
        var taken = _views.Take(changes);
        world.Trace($"{who.Staff} {changes.From}-{changes.To}{(changes.Reset ? " reset" : "")} {taken}");
        world.Judge.Moved(this, before, changes);
        if (taken == Taken.Fetch)
        {
            _ = Fetch();
        }

        Report();
    }

    private async Task TryConnect()
    {
        if (_socket is not null || _joining || !IsOnline)
        {
            return;
        }

        if (world.UpNodes is not { Count: > 0 } up)
        {
            _tries++;
            Connect();
            return;
        }

        _joining = true;
        _tries++;
        var socket = _socket = new Socket(world.Chance.Of(up), this);
        // A node that dies meanwhile never answers.
        world.Line.After(TimeSpan.FromSeconds(10), () => GiveUp(socket));
        await socket.Node.Time.Wait(world.Chance.Within(TimeSpan.FromMilliseconds(1), world.Network));
        try
        {
            await socket.Open(new(Cursor.Seq, Cursor.Mark, who.Desk ? 3 : 10, "sound"));
        }
        catch (Reception.Hub.Storage.StoreException)
        {
            Lost(socket);
        }

        if (_socket == socket)
        {
            (_joining, _tries) = (false, 0);
        }
    }

    private void GiveUp(Socket socket)
    {
        if (_socket == socket && _joining)
        {
            Break(TimeSpan.FromSeconds(1));
        }
    }

    private void Drop(TimeSpan noticed)
    {
        if (_socket is { } socket)
        {
            _contact = world.Line.Now;
            _socket = null;
            _joining = false;
            socket.Cut(noticed);
        }
    }

    private async Task Fetch()
    {
        if (_fetching || _socket is not { } socket)
        {
            return;
        }

        _fetching = true;
        world.Line.After(TimeSpan.FromSeconds(10), () => _fetching = false);
        var http = new DefaultHttpContext { User = who.ToPrincipal("world") };
        await socket.Node.Time.Wait(world.Chance.Within(TimeSpan.FromMilliseconds(1), world.Network));
        var got = await Got(socket.Node, http);
        Hear(world.Chance.Within(TimeSpan.FromMilliseconds(1), world.Network), () =>
        {
            _fetching = false;
            if (got is not null && _socket == socket)
            {
                Take(got);
            }
        });
    }

    private async Task<Changes?> Got(Node node, HttpContext http)
    {
        try
        {
            var result = await node.Sync.Get(http, Cursor.Seq, Cursor.Mark, 0, null, CancellationToken.None);
            return result.Result is FileContentHttpResult file ? JsonSerializer.Deserialize<Changes>(file.FileContents.Span, WireJson.Options) : null;
        }
        catch (Reception.Hub.Storage.StoreException)
        {
            return null;
        }
    }

    /// <summary>Calls that ask this person have arrived.</summary>
    private void Report()
    {
        var views = Views;
        var arrived = views.Alerts.Values.Where(alert => alert.State == "open" && views.Asks(alert, who.Staff.Value) && _reported.Add(alert.Id))
            .Select(alert => alert.Id).Order(StringComparer.Ordinal).ToList();
        if (arrived.Count > 0 && _socket is { Line: { } line } socket)
        {
            socket.Node.Time.Enter(world.Chance.Within(TimeSpan.FromMilliseconds(1), world.Network), () => _ = line.Report(new(Cursor.Seq, arrived, arrived, "tone")));
        }
    }
}
