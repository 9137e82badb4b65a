using System.Security.Cryptography;
using Reception.Contracts;
using Reception.Hub.Storage;

namespace Reception.Hub.Venues;

/// <summary>The same command again: one effect, one answer (P5).</summary>
internal sealed partial class VenueWriter
{
    /// <summary>What has to be decided; and what was sent twice within the batch, to be answered as its first.</summary>
    private (List<Waiting> Open, List<Waiting> Again) Sort(List<Waiting> batch)
    {
        var open = new List<Waiting>(batch.Count);
        var again = new List<Waiting>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var command in batch)
        {
            if (command.Outcome.IsCompleted || (command.Abandoned && command.Id is not null))
            {
                continue;
            }

            if (command.Id is { } id)
            {
                if (_answers.Find(id) is { } first)
                {
                    command.Tell(FirstOf(first, command));
                    continue;
                }

                if (!seen.Add(id))
                {
                    again.Add(command);
                    continue;
                }
            }

            open.Add(command);
        }

        return (open, again);
    }

    private async Task Recall(Repeated repeated)
    {
        foreach (var id in repeated.CommandIds)
        {
            if (await _parts.Store.Answered(Current.State.Venue, id, _stop.Token) is { } stored)
            {
                _answers.Add(FirstAnswer.Of(Stored.LogJson.ReadEntry(Current.State.Venue, stored), stored));
            }
        }
    }

    private void TellManager(Domain.Intent rejected)
    {
        if (rejected.Command is not Domain.Command.TellOfFault)
        {
            Offer(new(new(null, null, null, new Domain.Command.TellOfFault(Plan.FaultOf(rejected)), _parts.Clock.Now), digest: null));
        }
    }

    private void Repeat(List<Waiting> again)
    {
        foreach (var command in again)
        {
            // Its first had a fault and no entry: so has it.
            command.Tell(_answers.Find(command.Id!) is { } first ? FirstOf(first, command) : new Outcome.Failed(ErrorCodes.Fault));
        }
    }

    private Outcome FirstOf(FirstAnswer first, Waiting command) =>
        CryptographicOperations.FixedTimeEquals(first.Digest, command.Digest)
            ? new Outcome.Entered(first, Current)
            : new Outcome.Failed(ErrorCodes.OtherContent);

    private static partial class Log
    {
        [LoggerMessage(1105, LogLevel.Warning, "Venue {Venue}: the store did not take {Count} commands ({Failure})")]
        public static partial void NotStored(ILogger log, Exception cause, string venue, StoreFailure failure, int count);

        [LoggerMessage(1106, LogLevel.Error, "Venue {Venue} is parked")]
        public static partial void Parked(ILogger log, Exception cause, string venue);

        [LoggerMessage(1107, LogLevel.Error, "Venue {Venue}: command {CommandId} ({Kind}) was rejected by the store")]
        public static partial void Rejected(ILogger log, Exception cause, string venue, string? commandId, string kind);

        [LoggerMessage(1108, LogLevel.Warning, "Venue {Venue}: the store's history is not the one this node remembers up to {Seq}; read anew")]
        public static partial void OtherHistory(ILogger log, string venue, long seq);
    }
}
