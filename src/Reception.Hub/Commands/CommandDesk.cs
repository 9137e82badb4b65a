using System.Collections.Immutable;
using Reception.Contracts;
using Reception.Domain;
using Reception.Hub.Cards;
using Reception.Hub.Identity;
using Reception.Hub.Venues;

namespace Reception.Hub.Commands;

/// <summary>Both ends of a command: from the wire to an intent, and from its outcome to the answer in words.</summary>
internal sealed class CommandDesk(CardVault vault, VenueClock clock)
{
    /// <summary>An intent with the digest of what was asked; or the answer, when it is not to be decided at all.</summary>
    public sealed record Reading(Intent? Intent, byte[]? Digest, Answer? Refused);

    public Reading Read(SessionIdentity who, Contracts.Command? command, VenueMoment moment)
    {
        try
        {
            var intent = CommandReader.Read(who, command, moment.State);
            // Another person's command is other content, too: nobody gets an answer that was not meant for them.
            return new(intent, vault.Digest($"{command!.Kind}\n{who.Staff}", command.Args, command.Fields), null);
        }
        catch (CommandRefusal refusal)
        {
            var args = refusal.What is { } what ? ImmutableDictionary<string, string>.Empty.Add("what", what) : null;
            return new(null, null, Refuse(command?.CommandId ?? "", refusal.Code, args, moment));
        }
    }

    public Answer Answer(Contracts.Command command, Outcome outcome, VenueMoment now) => outcome switch
    {
        Outcome.Entered entered => Answer(command, entered.Answer, entered.Moment),
        Outcome.Failed failed => Refuse(command.CommandId, failed.Code, null, now),
        _ => throw new InvalidOperationException("A person's command always has an entry or a code."),
    };

    private static Answer Answer(Contracts.Command command, FirstAnswer first, VenueMoment moment)
    {
        var at = first.At.ToUnixTimeMilliseconds();
        if (first.Refusal is not { } refusal)
        {
            return new(command.CommandId, true, first.Seq, at, Created: first.Created.IsEmpty ? null : first.Created);
        }

        var args = refusal.Args.ToImmutableDictionary(arg => arg.Key.Value, arg => arg.Value.Value);
        var words = AnswerWords.Of(refusal.Code.Value, args, moment);
        return new(command.CommandId, false, first.Seq, at, refusal.Code.Value, args, words);
    }

    private Answer Refuse(string commandId, ErrorCode code, ImmutableDictionary<string, string>? args, VenueMoment moment) =>
        new(commandId, false, 0, clock.Now.ToUnixTimeMilliseconds(), code.Id, args, AnswerWords.Of(code.Id, args ?? ImmutableDictionary<string, string>.Empty, moment));
}
