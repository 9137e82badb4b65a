using Reception.Contracts;
using Reception.Domain;
using Reception.Domain.Alerts;
using Reception.Hub.Storage;
using Reception.Hub.Venues;
using Reception.Hub.Venues.Stored;

namespace Reception.Hub.History;

/// <summary>Stored entries as rows of the log page.</summary>
internal static class LogRows
{
    public static LogRow Of(StoredEntry stored, VenueMoment moment, LogWords words)
    {
        var entry = LogJson.ReadEntry(moment.State.Venue, stored);
        var steps = entry.Events.OfType<AlertEvents.AlertStepped>().ToList();
        return new(
            entry.Seq,
            stored.CommandId,
            entry.Who?.Value,
            entry.Device?.Value,
            entry.At.ToUnixTimeMilliseconds(),
            $"{entry.Day:yyyy-MM-dd}",
            Outcome(entry),
            entry.Refusal?.Code.Value,
            [.. entry.Events.Select(EventTypes.NameOf)],
            words.Of(entry),
            steps.Count == 0 ? null : string.Join(',', steps.Select(step => $"{step.Alert}/{step.Step}")),
            // Several steps of one tick: the earliest, so that the row says how late the latest of them is.
            steps.Count == 0 ? null : steps.Min(step => step.Due).ToUnixTimeMilliseconds(),
            steps.Count == 0 ? null : steps.Max(step => step.At).ToUnixTimeMilliseconds(),
            Mark.Of(stored.Mark).Value);
    }

    private static string Outcome(Entry entry) => entry switch
    {
        { Refusal: not null } => "refused",
        { CommandId: null } => "system",
        _ => "ok",
    };
}
