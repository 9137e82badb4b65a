using Reception.Contracts;
using Reception.Hub.Identity;
using Reception.Hub.Storage;
using Reception.Hub.Venues;

namespace Reception.Chaos.Worlds;

/// <summary>What one person has tapped: each command goes out one to three times, to any node, again and again until there is an answer.</summary>
internal sealed class Outbox(World world, SessionIdentity who)
{
    private static readonly TimeSpan AgainAfter = TimeSpan.FromSeconds(6);

    private readonly List<Sent> _waiting = [];

    public int Waiting => _waiting.Count;

    public void Send(Phone phone, Command command)
    {
        var sent = new Sent(phone, command);
        _waiting.Add(sent);
        world.Trace($"{who.Staff} sends {command.CommandId} {command.Kind} {string.Join(',', command.Args.OrderBy(arg => arg.Key, StringComparer.Ordinal).Select(arg => arg.Value))}");
        Try(sent);
    }

    private void Try(Sent sent)
    {
        if (sent.Done)
        {
            return;
        }

        if (sent.Phone.IsOnline && world.UpNodes is { Count: > 0 } up)
        {
            var copies = world.Chance.OneIn(3) ? world.Chance.Between(2, 3) : 1;
            for (var copy = 0; copy < copies; copy++)
            {
                var socket = sent.Phone.IsConnected && !world.Chance.OneIn(4) ? sent.Phone.Socket : null;
                _ = Go(sent, socket, socket?.Node ?? world.Chance.Of(up));
            }
        }

        world.Line.After(AgainAfter + world.Chance.Within(TimeSpan.Zero, AgainAfter), () => Try(sent));
    }

    private async Task Go(Sent sent, Socket? socket, Node node)
    {
        await node.Time.Wait(world.Chance.Within(TimeSpan.FromMilliseconds(1), world.Network));
        if (await Ask(sent.Command, socket, node) is { } answer && !node.Time.IsDead)
        {
            world.Judge.Answered(sent.Command, who, answer);
            var lost = socket?.IsCut == true || world.Chance.Happens(world.AnswersLost);
            sent.Phone.Hear(world.Chance.Within(TimeSpan.FromMilliseconds(1), world.Network), () => Hear(sent, answer, lost));
        }
    }

    /// <summary>Null: none that reaches anybody.</summary>
    private async Task<Answer?> Ask(Command command, Socket? socket, Node node)
    {
        try
        {
            return socket is { Line: { } line } ? await line.Do(command) : await (await node.Venues.Get(Centre.Venue)).Do(who, command, CancellationToken.None);
        }
        catch (Exception cause) when (cause is StoreException or VenueParkedException or OperationCanceledException)
        {
            world.Trace($"{node}: no answer to {command.CommandId}: {cause.GetType().Name}");
            return null;
        }
    }

    private void Hear(Sent sent, Answer answer, bool lost)
    {
        if (lost || sent.Done || !sent.Phone.IsOnline)
        {
            return;
        }

        world.Trace($"{who.Staff} hears {answer.CommandId} {answer.Seq} {answer.Code ?? "ok"}");
        if (answer.Seq > 0 || !IsForNow(answer.Code))
        {
            sent.Done = true;
            _waiting.Remove(sent);
        }
    }

    private static bool IsForNow(string? code) => code == ErrorCodes.Busy.Id || code == ErrorCodes.StoreFull.Id || code == ErrorCodes.TooMany.Id || code == ErrorCodes.VenueParked.Id;

    private sealed record Sent(Phone Phone, Command Command)
    {
        public bool Done { get; set; }
    }
}
