using Reception.Domain.Venues;
using Reception.Hub.Storage;
using Reception.Hub.Venues.Stored;

namespace Reception.Hub.Venues;

/// <summary>Writes snapshots of immutable states in the background. One that cannot be written costs time at the next start, nothing else.</summary>
internal sealed partial class Snapshots(IVenueStore store, ILogger<Snapshots> log)
{
    public const int Every = 1000;

    /// <summary>Of the last one of a venue that is under way.</summary>
    public async Task Write(VenueMoment moment)
    {
        // Off the writer's thread: a large state takes milliseconds.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        try
        {
            var row = new SnapshotRow(moment.State.Venue, VenueState.Shape, moment.Seq, moment.Mark.ToBytes(), LogJson.Write(moment.State));
            await store.SaveSnapshot(row);
            Log.Written(log, row.Venue, row.Seq, row.Content.Length);
        }
        catch (StoreException cause)
        {
            Log.NotWritten(log, cause, moment.State.Venue, moment.Seq);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1103, LogLevel.Debug, "Snapshot of venue {Venue} at {Seq}: {Bytes} bytes")]
        public static partial void Written(ILogger log, string venue, long seq, int bytes);

        [LoggerMessage(1104, LogLevel.Warning, "Snapshot of venue {Venue} at {Seq} was not written; the next start reads more entries")]
        public static partial void NotWritten(ILogger log, Exception cause, string venue, long seq);
    }
}
