using System.Collections.Immutable;
using Reception.Domain.Playbooks;
using Reception.Domain.Venues;

namespace Reception.Domain.Alerts;

/// <summary>A call is taken back, and who knows of it is told.</summary>
internal static class TakingBack
{
    /// <summary>One's own call, within 30 s; who had it is told.</summary>
    public static Refusal? Cancel(Work work, Command.Cancel cancel)
    {
        if (!work.State.Alerts.TryGetValue(cancel.Alert, out var alert))
        {
            return Refusal.Because(RefusalCodes.UnknownAlert);
        }

        if (!alert.Open)
        {
            return Answering.By(RefusalCodes.AlertOver, alert);
        }

        if (alert.From != work.Intent.Who)
        {
            return Refusal.Because(RefusalCodes.NotYours);
        }

        if (alert.UndoUntil is not { } until || !work.InTime(until))
        {
            return Refusal.Because(RefusalCodes.NothingToUndo);
        }

        work.Emit(new AlertEvents.AlertCancelled(alert.Id, work.Intent.Who));
        Correct(work, alert);
        return null;
    }

    /// <summary>Whoever has heard a call, or answered it, hears that it was taken back.</summary>
    public static void Correct(Work work, Alert alert)
    {
        var heard = work.State.Receipts.GetValueOrDefault(alert.Id)?.People.Values.Where(receiving => receiving.Heard is not null).Select(receiving => receiving.Staff) ?? [];
        ImmutableArray<StaffId> people =
        [
            .. heard.Union(alert.Answers.Select(answer => answer.Staff)).Where(staff => staff != work.Intent.Who)
                .OrderBy(id => id.Value, StringComparer.Ordinal),
        ];
        if (!people.IsEmpty && work.Venue.Calls.TryGetValue(EngineCall.Correction, out var template))
        {
            Raising.Raise(work, new Call(work.Venue.Hash, template)
            {
                Journey = alert.Journey, From = work.Intent.Who, Place = alert.Place, Facts = alert.Facts, To = [], People = people,
            });
        }
    }
}
