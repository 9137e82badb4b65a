using Reception.Domain.Alerts;
using Reception.Domain.Playbooks;
using Reception.Domain.Venues;

namespace Reception.Domain.Positions;

/// <summary>在岗 / 临时离岗 / 下班 / 替岗. Every change judges the open alerts again.</summary>
internal static class Duty
{
    private const int LongestAway = 240;

    public static Refusal? Start(Work work, Command.StartDuty start)
    {
        if (work.Actor is not { } person)
        {
            return Refusal.Because(RefusalCodes.UnknownStaff, ("what", work.Intent.Who?.Value ?? ""));
        }

        if (start.Positions.IsDefaultOrEmpty)
        {
            return Refusal.Because(RefusalCodes.BadArgument, ("field", "positions"));
        }

        foreach (var position in start.Positions)
        {
            if (!work.State.Positions.ContainsKey(position))
            {
                return Refusal.Because(RefusalCodes.UnknownPosition, ("position", position.Value));
            }

            if (!person.Allowed.Contains(position))
            {
                return Refusal.Because(RefusalCodes.PositionNotAllowed, ("position", position.Value));
            }
        }

        EndCoverOf(work, person);
        work.Emit(new DutyEvents.DutyStarted(person.Id, [.. start.Positions.Distinct()]));
        NoLongerAway(work, person);
        Judging.Again(work);
        return null;
    }

    public static Refusal? End(Work work, Command.EndDuty end)
    {
        if (OnDuty(work) is not { } person)
        {
            return Refusal.Because(RefusalCodes.NotOnDuty);
        }

        if (end.Heir is { } heir && HandingOver.To(work, person, heir) is { } refusal)
        {
            return refusal;
        }

        EndCoverOf(work, person);
        work.Emit(new DutyEvents.DutyEnded(person.Id));
        NoLongerAway(work, person);
        Judging.Again(work);
        return null;
    }

    public static Refusal? Leave(Work work, Command.GoAway away)
    {
        if (OnDuty(work) is not { } person)
        {
            return Refusal.Because(RefusalCodes.NotOnDuty);
        }

        if (away.Minutes is < 1 or > LongestAway)
        {
            return Refusal.Because(RefusalCodes.BadArgument, ("field", "minutes"));
        }

        if (away.Cover is { } cover)
        {
            if (!work.State.Staff.TryGetValue(cover, out var other))
            {
                return Refusal.Because(RefusalCodes.UnknownStaff, ("what", cover.Value));
            }

            if (other.State != DutyState.On || cover == person.Id)
            {
                return Refusal.Because(RefusalCodes.CoverNotPossible, ("who", cover.Value));
            }
        }

        NoLongerAway(work, person);
        work.Emit(new DutyEvents.AwayBegan(person.Id, work.Time + TimeSpan.FromMinutes(away.Minutes), away.Cover));
        if (away.Cover is { } standIn)
        {
            EndCoverOf(work, person);
            foreach (var position in person.Held)
            {
                work.Emit(new DutyEvents.CoverBegan(standIn, person.Id, position));
            }
        }

        Raising.Engine(work, EngineCall.AwayBegan, null, ("who", person.Id.Value), ("minutes", away.Minutes.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        Judging.Again(work);
        return null;
    }

    public static Refusal? Return(Work work)
    {
        if (OnDuty(work) is not { } person)
        {
            return Refusal.Because(RefusalCodes.NotOnDuty);
        }

        if (person.State == DutyState.On)
        {
            // Already back: nothing happens, and that is no error (a doubled tap).
            return null;
        }

        EndCoverOf(work, person);
        work.Emit(new DutyEvents.AwayEnded(person.Id));
        NoLongerAway(work, person);
        Judging.Again(work);
        return null;
    }

    public static Refusal? Cover(Work work, Command.StandIn cover)
    {
        if (OnDuty(work) is not { State: DutyState.On } person)
        {
            return Refusal.Because(RefusalCodes.NotOnDuty);
        }

        var covering = person.Covers.Contains(new Covering(cover.Instead, cover.Position));
        if (!cover.Begin)
        {
            if (covering)
            {
                work.Emit(new DutyEvents.CoverEnded(person.Id, cover.Instead, cover.Position));
                Judging.Again(work);
            }

            return null;
        }

        if (!work.State.Staff.TryGetValue(cover.Instead, out var other))
        {
            return Refusal.Because(RefusalCodes.UnknownStaff, ("what", cover.Instead.Value));
        }

        if (!work.State.Positions.ContainsKey(cover.Position))
        {
            return Refusal.Because(RefusalCodes.UnknownPosition, ("position", cover.Position.Value));
        }

        if (!other.Held.Contains(cover.Position) || other.Id == person.Id)
        {
            return Refusal.Because(RefusalCodes.CoverNotPossible, ("who", cover.Instead.Value));
        }

        if (!covering)
        {
            work.Emit(new DutyEvents.CoverBegan(person.Id, cover.Instead, cover.Position));
            Judging.Again(work);
        }

        return null;
    }

    /// <summary>The person behind the command, if on duty (also while away).</summary>
    public static StaffMember? OnDuty(Work work) => work.Actor is { State: not DutyState.Off } person ? person : null;

    /// <summary>Back, gone home or away anew: nobody needs to look for this person any more.</summary>
    private static void NoLongerAway(Work work, StaffMember person)
    {
        if (person.State != DutyState.Away)
        {
            return;
        }

        var calls = new[] { EngineCall.AwayBegan, EngineCall.AwayOverdue }.Select(name => work.Venue.Calls.GetValueOrDefault(name)?.Id).ToList();
        foreach (var alert in Raising.Open(work, alert => alert.Journey is null && calls.Contains(alert.Template.Value) && alert.Facts.GetValueOrDefault("who").Value == person.Id.Value))
        {
            Raising.Overtake(work, alert, "come-back", person.Id);
        }
    }

    /// <summary>Who stood in for this person stands down.</summary>
    private static void EndCoverOf(Work work, StaffMember person)
    {
        foreach (var other in work.State.Staff.Values.OrderBy(other => other.Id.Value, StringComparer.Ordinal))
        {
            foreach (var cover in other.Covers.Where(cover => cover.Instead == person.Id))
            {
                work.Emit(new DutyEvents.CoverEnded(other.Id, cover.Instead, cover.Position));
            }
        }
    }
}
