using Reception.Domain.Alerts;
using Reception.Domain.Venues;

namespace Reception.Domain.Positions;

/// <summary>Signed-in devices: they come, are lost, come back, are signed out.</summary>
internal static class Devices
{
    /// <summary>A phone, a tablet and a desk, each lost and enrolled anew a few times; whatever is beyond has been forgotten somewhere.</summary>
    private const int MostSessions = 20;

    public static Refusal? Open(Work work, Command.OpenSession open)
    {
        if (!work.State.Staff.ContainsKey(open.Staff))
        {
            return Refusal.Because(RefusalCodes.UnknownStaff, ("what", open.Staff.Value));
        }

        work.Emit(new VenueEvents.SessionOpened(open.Session, open.Staff, open.Device, open.Desk));
        var mine = work.State.Sessions.Values.Where(session => session.Closed is null && session.Staff == open.Staff)
            .OrderByDescending(session => session.Seq).ThenBy(session => session.Id.Value, StringComparer.Ordinal);
        foreach (var forgotten in mine.Skip(MostSessions).ToList())
        {
            End(work, forgotten);
        }

        return null;
    }

    public static Refusal? Revoke(Work work, Command.RevokeSession revoke)
    {
        if (!work.State.Sessions.TryGetValue(revoke.Session, out var session) || session.Closed is not null)
        {
            return Refusal.Because(RefusalCodes.UnknownSession);
        }

        End(work, session);
        return null;
    }

    private static void End(Work work, OpenSession session)
    {
        work.Emit(new VenueEvents.SessionRevoked(session.Id));
        if (!work.State.Sessions.Values.Any(other => other.Closed is null && other.Device == session.Device && other.Staff == session.Staff))
        {
            work.Emit(new DutyEvents.DeviceGone(session.Device, session.Staff));
            Judging.Again(work);
        }
    }

    /// <summary>Only a change is an entry: forty idle devices write nothing. A device that is passed on alerts whoever has it now, and nobody else.</summary>
    public static Refusal? Reach(Work work, Command.ReachDevice reach)
    {
        if (work.State.Staff.TryGetValue(reach.Staff, out var person) && person.Devices.GetValueOrDefault(reach.Device) != reach.Reach)
        {
            foreach (var other in work.State.Staff.Values.Where(other => other.Id != reach.Staff && other.Devices.ContainsKey(reach.Device))
                .OrderBy(other => other.Id.Value, StringComparer.Ordinal))
            {
                work.Emit(new DutyEvents.DeviceGone(reach.Device, other.Id));
            }

            work.Emit(new DutyEvents.DeviceReached(reach.Device, reach.Staff, reach.Reach));
            Judging.Again(work);
        }

        return null;
    }

    public static Refusal? Lose(Work work, Command.LoseDevice lose)
    {
        if (work.State.Staff.TryGetValue(lose.Staff, out var person) && person.Devices.GetValueOrDefault(lose.Device) != Positions.Reach.None)
        {
            work.Emit(new DutyEvents.DeviceLost(lose.Device, lose.Staff));
            Judging.Again(work);
        }

        return null;
    }
}
