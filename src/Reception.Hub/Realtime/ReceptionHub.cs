using Microsoft.AspNetCore.SignalR;
using Reception.Contracts;

namespace Reception.Hub.Realtime;

/// <summary>The socket's door. Everything behind it is the connection's <see cref="Line"/>.</summary>
internal sealed class ReceptionHub : Hub<IReceptionClient>, IReceptionHub
{
    public const string Path = "/hub";

    private Line Line => Switchboard.LineOf(Context.Items);

    public Task<Joined> Join(Join join) => Line.Join(join);

    public Task<Answer> Do(Command command) => Line.Do(command);

    public Task Report(Report report) => Line.Report(report);
}
