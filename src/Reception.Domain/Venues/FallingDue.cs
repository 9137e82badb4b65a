using Reception.Domain.Alerts;
using Reception.Domain.Items;
using Reception.Domain.Journeys;
using Reception.Domain.Playbooks;
using Reception.Domain.Positions;

namespace Reception.Domain.Venues;

/// <summary>
/// A tick takes what is due in order, each at its own due time, so that the same day comes out at any tick size up to 60 s.
/// After an outage ladders go on at once; reminders and items more than 60 s late come as one digest per position.
/// </summary>
internal static class FallingDue
{
    /// <summary>At most this many in one entry; the rest follow in the next.</summary>
    private const int MostInOneEntry = 500;

    public static Refusal? Take(Work work)
    {
        var digest = new Digest();
        for (var taken = 0; taken < MostInOneEntry && !work.State.Due.IsEmpty && work.State.Due.Min is var due && due.At <= work.Now; taken++)
        {
            var mark = work.Mark();
            work.BeginDue(due);
            if (!TryTake(work, due, digest))
            {
                work.BackTo(mark);
                Park(work, due);
            }
        }

        digest.Tell(work);
        return null;
    }

    private static void Park(Work work, Due due)
    {
        work.BeginDue(due);
        work.Emit(new VenueEvents.DueParked(due.Kind, due.Id, due.Step, due.At));
        if (due.Kind == DueKind.Day)
        {
            // The day turns all the same; who was expected yesterday stays until somebody looks.
            TurningDay.Turn(work);
        }

        Telling.OfFault(work, due.Kind.ToString().ToLowerInvariant());
    }

    /// <summary>A fault in one due thing parks that thing; the tick goes on with the next (F24).</summary>
    private static bool TryTake(Work work, Due due, Digest digest)
    {
#pragma warning disable CA1031 // Whatever fails here must not stop the other due things; it is reported by DueParked and an alert.
        try
        {
            Take(work, due, digest);
            // What is due and does not move would be taken for ever.
            return !work.State.Due.Contains(due);
        }
        catch (Exception)
        {
            return false;
        }
#pragma warning restore CA1031
    }

    private static void Take(Work work, Due due, Digest digest)
    {
        switch (due.Kind)
        {
            case DueKind.Alert:
                AlertDue.Take(work, work.State.Alerts[new(due.Id)], due.At, digest);
                break;
            case DueKind.Item:
                ItemDue.Take(work, work.State.Items[new(due.Id)], due.At, digest);
                break;
            case DueKind.ItemLate:
                ItemDue.TakeLate(work, work.State.Items[new(due.Id)], due.At, digest);
                break;
            case DueKind.NoShow:
                Stepping.NoShow(work, work.State.Journeys[new(due.Id)]);
                break;
            case DueKind.Away:
                work.Emit(new DutyEvents.AwayOverdue(new(due.Id), due.At));
                Raising.Engine(work, EngineCall.AwayOverdue, null, ("who", due.Id));
                break;
            case DueKind.Day:
                TurningDay.Take(work);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(due), due.Kind, "nothing falls due by itself under this name");
        }
    }
}
