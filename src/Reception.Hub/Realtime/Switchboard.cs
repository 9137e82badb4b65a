using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;
using Reception.Contracts;
using Reception.Hub.Identity;

namespace Reception.Hub.Realtime;

/// <summary>Every open connection has its line. The stock manager stays beneath it for SignalR's own needs; nothing is ever sent through groups.</summary>
internal sealed class Switchboard(
    Feeds feeds, Contacts contacts, TimeProvider host, IOptions<RealtimeOptions> options, ILogger<Switchboard> log, ILogger<DefaultHubLifetimeManager<ReceptionHub>> stock)
    : DefaultHubLifetimeManager<ReceptionHub>(stock)
{
    public static Line LineOf(IDictionary<object, object?> items) =>
        items.TryGetValue(typeof(Line), out var line) && line is Line open ? open : throw new InvalidOperationException("A connection without a line.");

    public override async Task OnConnectedAsync(HubConnectionContext connection)
    {
        var who = SessionIdentity.Of(connection.User) ?? throw new HubException(ErrorCodes.NotSignedIn.Id);
        var feed = await feeds.Open(who.Venue, connection.ConnectionAborted);
        var line = new Line(connection, who, feed, contacts, options.Value, host, log);
        connection.Items[typeof(Line)] = line;
        feed.Add(line);
        await base.OnConnectedAsync(connection);
    }

    public override async Task OnDisconnectedAsync(HubConnectionContext connection)
    {
        await base.OnDisconnectedAsync(connection);
        if (connection.Items.TryGetValue(typeof(Line), out var item) && item is Line line)
        {
            contacts.Remove(line.Contact);
            line.Feed.Remove(line);
            feeds.Close(line.Feed);
        }
    }
}
