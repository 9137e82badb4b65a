using System.Text.RegularExpressions;
using Reception.Contracts;
using Reception.Domain;
using Reception.Domain.Venues;
using Reception.Hub.Identity;

namespace Reception.Hub.Commands;

/// <summary>From the wire to an intent. Judges form and rights only; what the venue allows is the state machine's to say.</summary>
internal static partial class CommandReader
{
    private static readonly long Earliest = DateTimeOffset.UnixEpoch.ToUnixTimeMilliseconds();
    private static readonly long Latest = new DateTimeOffset(9000, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();

    /// <exception cref="CommandRefusal">It cannot be read, or this session may not send it.</exception>
    public static Intent Read(SessionIdentity who, Contracts.Command? command, VenueState state)
    {
        // What comes off a wire may be null whatever the types say.
        if (command is not { CommandId: { } id, Kind: { } name, Args: not null } || !CommandId().IsMatch(id))
        {
            throw new CommandRefusal(ErrorCodes.Malformed, command?.CommandId is null ? "commandId" : "command");
        }

        TextChecks.Size(command);
        if (IsOver(who, state))
        {
            throw new CommandRefusal(ErrorCodes.NotSignedIn);
        }

        var kind = CommandKinds.All.GetValueOrDefault(name) ?? throw new CommandRefusal(ErrorCodes.UnknownKind, Quoted(name));
        if (!Rights.Commands.TryGetValue(name, out var right) || !right.Grants(who))
        {
            throw new CommandRefusal(ErrorCodes.NotAllowed);
        }

        Names(command, kind);
        var work = kind.Read(new(command, who.Staff));
        if (work is Domain.Command.RevokeSession revoke && revoke.Session != who.Session && !who.Desk)
        {
            throw new CommandRefusal(ErrorCodes.NotAllowed);
        }

        return new(id, who.Staff, who.Device, work, DateTimeOffset.FromUnixTimeMilliseconds(Math.Clamp(command.MadeAt, Earliest, Latest)));
    }

    private static void Names(Contracts.Command command, CommandKind kind)
    {
        foreach (var (name, value) in command.Args)
        {
            TextChecks.Name(name);
            if (value is null || !kind.Arguments.Contains(name))
            {
                throw new CommandRefusal(value is null ? ErrorCodes.BadArgument : ErrorCodes.UnknownArgument, name);
            }
        }

        if (command.Fields is { Count: > 0 } fields && (!kind.HasFields || fields.Values.Any(value => value is null)))
        {
            throw new CommandRefusal(kind.HasFields ? ErrorCodes.BadArgument : ErrorCodes.UnknownArgument, "fields");
        }
    }

    // The socket of a session that is over closes in a moment; until then it has no effect any more (P12).
    private static bool IsOver(SessionIdentity who, VenueState state) =>
        !(state.Sessions.TryGetValue(who.Session, out var session) && session.Closed is null);

    private static string Quoted(string name) => name.Length <= TextChecks.LongestName && Key.Fits(name) ? name : "?";

    [GeneratedRegex("^[A-Za-z0-9_-]{8,40}\\z")]
    private static partial Regex CommandId();
}
