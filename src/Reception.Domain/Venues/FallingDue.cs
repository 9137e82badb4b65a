using System.Collections.Immutable;
using System.Globalization;
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
    /// <summary>More than this late, an item is not called any more but counted.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(60);

    /// <summary>At most this many in one entry; the rest follow in the next.</summary>
    private const int MostInOneEntry = 500;

    public static Refusal? Take(Work work)
    {
        var digest = new SortedDictionary<string, int>(StringComparer.Ordinal);
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

        if (digest.Count > 0)
        {
            Tell(work, digest);
        }

        return null;
    }

    private static void Park(Work work, Due due)
    {
        work.BeginDue(due);
        work.Emit(new VenueEvents.DueParked(due.Kind, due.Id, due.Step, due.At));
        if (due.Kind == DueKind.Day)
        {
            // The day turns all the same; who was expected yesterday stays until somebody looks.
            TurnDay(work);
        }

        Raising.Engine(work, EngineCall.Fault, null, ("what", due.Kind.ToString().ToLowerInvariant()));
    }

    /// <summary>Told now, not when it fell due: else the call would be over before anybody has heard it.</summary>
    private static void Tell(Work work, SortedDictionary<string, int> digest)
    {
        work.BeginDue(new Due(work.Now, DueKind.Digest, "", 0));
        foreach (var (position, count) in digest)
        {
            Raising.Engine(work, EngineCall.Digest, [new Target.Position(new(position))], ("count", count.ToString(CultureInfo.InvariantCulture)));
        }
    }

    /// <summary>A fault in one due thing parks that thing; the tick goes on with the next (F24).</summary>
    private static bool TryTake(Work work, Due due, SortedDictionary<string, int> digest)
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

    private static void Take(Work work, Due due, SortedDictionary<string, int> digest)
    {
        switch (due.Kind)
        {
            case DueKind.Alert:
                Alert(work, work.State.Alerts[new(due.Id)], due.At, digest);
                break;
            case DueKind.Item:
                Item(work, work.State.Items[new(due.Id)], due.At, digest);
                break;
            case DueKind.ItemLate:
                ItemLate(work, work.State.Items[new(due.Id)], due.At, digest);
                break;
            case DueKind.NoShow:
                NoShow(work, work.State.Journeys[new(due.Id)]);
                break;
            case DueKind.Away:
                work.Emit(new DutyEvents.AwayOverdue(new(due.Id), due.At));
                Raising.Engine(work, EngineCall.AwayOverdue, null, ("who", due.Id));
                break;
            case DueKind.Day:
                Day(work);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(due), due.Kind, "nothing falls due by itself under this name");
        }
    }

    private static void Alert(Work work, Alert alert, DateTimeOffset due, SortedDictionary<string, int> digest)
    {
        switch (alert)
        {
            case { Answer: AnswerRule.None }:
                work.Emit(new AlertEvents.AlertExpired(alert.Id, due));
                break;
            case { State: AlertState.Delayed }:
                AskAgain(work, alert, due);
                break;
            case { State: AlertState.Acknowledged, Reminded: false }:
                Remind(work, alert, due, digest);
                break;
            default:
                Judging.GoOn(work, alert, StepCodes.Silent, due);
                Judging.Settle(work, alert.Id, StepCodes.Unmanned);
                break;
        }
    }

    /// <summary>Whoever took it hears once that it is not done; the call itself is not asked again yet.</summary>
    private static void Remind(Work work, Alert alert, DateTimeOffset due, SortedDictionary<string, int> digest)
    {
        work.Emit(new AlertEvents.AlertReminded(alert.Id, due, work.Time + work.Venue.Settings.Remind));
        if (alert.By is not { } person || !work.Venue.Calls.TryGetValue(EngineCall.Reminder, out var template))
        {
            return;
        }

        if (work.Now - due > Late)
        {
            if (alert.Answers.LastOrDefault(answer => answer.Staff == person)?.Position is { } position)
            {
                digest[position.Value] = digest.GetValueOrDefault(position.Value) + 1;
            }

            return;
        }

        Raising.Raise(work, new Call(work.Venue.Hash, template)
        {
            Journey = alert.Journey, Place = alert.Place, Facts = alert.Facts, To = [], People = [person],
        });
    }

    /// <summary>稍候 is over: the rungs that wait count from here.</summary>
    private static void AskAgain(Work work, Alert alert, DateTimeOffset due)
    {
        var shift = work.Time - alert.Raised;
        ImmutableArray<LadderRung> rungs = [.. alert.Rungs.Select((rung, index) => index > alert.Step ? rung with { At = rung.At + shift } : rung)];
        work.Emit(new AlertEvents.AlertAskedAgain(alert.Id, due, rungs, Judging.Next(work, rungs, alert.Step, alert.Turn?.Whose is not null)));
        Judging.Settle(work, alert.Id, StepCodes.Unmanned);
    }

    private static void Item(Work work, Item item, DateTimeOffset due, SortedDictionary<string, int> digest)
    {
        work.Emit(new ItemEvents.ItemFellDue(item.Id, due));
        if (Template(work, item) is { Call: { } call })
        {
            Call(work, item, call, due, digest);
        }
    }

    private static void ItemLate(Work work, Item item, DateTimeOffset due, SortedDictionary<string, int> digest)
    {
        work.Emit(new ItemEvents.ItemBecameLate(item.Id, due));
        if (Template(work, item) is { Late: { } late })
        {
            Call(work, item, late, due, digest);
        }
    }

    private static void Call(Work work, Item item, string call, DateTimeOffset due, SortedDictionary<string, int> digest)
    {
        if (work.Now - due > Late)
        {
            foreach (var position in item.Positions)
            {
                digest[position.Value] = digest.GetValueOrDefault(position.Value) + 1;
            }

            return;
        }

        var book = item.Journey is { } id && work.State.Journeys.TryGetValue(id, out var journey) ? work.BookOf(journey) : null;
        var facts = ImmutableDictionary<Key, Key>.Empty.Add("item", item.Template);
        facts = item.Tag is { } tag ? facts.Add("tag", tag.ToString(CultureInfo.InvariantCulture)) : facts;
        if (book is not null && book.Alerts.TryGetValue(call, out var own))
        {
            Raising.Raise(work, new Call(book.Hash, own) { Journey = item.Journey, Item = item.Id, Facts = facts });
        }
        else if (work.Venue.Calls.TryGetValue(call, out var engine))
        {
            Raising.Raise(work, new Call(work.Venue.Hash, engine) { Journey = item.Journey, Item = item.Id, Facts = facts });
        }
    }

    private static ItemTemplate? Template(Work work, Item item) =>
        item.Journey is { } id && work.State.Journeys.TryGetValue(id, out var journey) && work.BookOf(journey) is { } book
            ? book.Items.GetValueOrDefault(item.Template.Value)
            : null;

    private static void NoShow(Work work, Journey journey)
    {
        if (work.BookOf(journey) is not { NoShow: { } rule } book)
        {
            work.Emit(new JourneyEvents.EtaSet(journey.Id, journey.Eta ?? work.Time, null));
            return;
        }

        var trigger = new Trigger(
            Ends.NoShow, Text.Of(""), Text.Of(""), Opens: false, [journey.Stage], rule.Stage, [], [], [], ImmutableDictionary<string, string>.Empty,
            rule.Alerts, [], [], [], [], [], Undo: false, Use: null, Hold: false);
        Pulling.Step(work, book, journey.Id, trigger, null, null, null);
    }

    /// <summary>Who was expected yesterday and has not come is not expected any more; what was left on a list for a guest who has gone is over.</summary>
    private static void Day(Work work)
    {
        var setUp = work.State.SetUp!;
        var day = VenueDay.Of(work.Time, setUp);
        foreach (var journey in work.State.Journeys.Values.Where(open => open is { Open: true, Expected: true }).OrderBy(open => open.Id.Value, StringComparer.Ordinal))
        {
            if (journey.Eta is null || VenueDay.Of(journey.Eta.Value, setUp) < day)
            {
                Pulling.End(work, journey.Id, Ends.Expired, null);
                work.Emit(new JourneyEvents.JourneyExpired(journey.Id));
            }
        }

        foreach (var item in work.State.Items.Values.Where(item => item.State == ItemState.Open && item.Journey is { } id && work.State.Journeys.GetValueOrDefault(id) is not { Open: true })
            .OrderBy(item => item.Id.Value, StringComparer.Ordinal))
        {
            Ticking.Over(work, item, new ItemEvents.ItemExpired(item.Id), null);
        }

        TurnDay(work);
    }

    private static void TurnDay(Work work)
    {
        var day = VenueDay.Of(work.Time, work.State.SetUp!);
        // A venue that moved to another zone meanwhile stays where it is until that day is over too.
        day = day < work.State.Day ? work.State.Day : day;
        work.Emit(new VenueEvents.DayTurned(day, VenueDay.Ends(day, work.State.SetUp!)));
    }
}
