using System.Collections.Immutable;
using Reception.Domain.Alerts;
using Reception.Domain.Playbooks;
using Reception.Domain.Positions;
using Reception.Domain.Tests.Builders;
using Reception.Domain.Venues;

namespace Reception.Domain.Tests.Properties;

/// <summary>Plays acts on a day; what an act means is picked from the state by its numbers alone, so the same acts give the same day.</summary>
internal sealed class RandomDay(Day day, TimeSpan step, string? playbook = null)
{
    private readonly ImmutableArray<StaffId> staff = [.. day.Library.Venue.Staff.Select(person => person.Id)];
    private readonly Playbook book = day.Library.Current(playbook ?? day.Library.Venue.Playbooks[0])!;

    public Day Day => day;

    public bool Rough { get; init; }

    public static RandomDay At(string time, TimeSpan step = default, Library? library = null) => new(Day.At(time, library).Staffed(), step);

    public RandomDay Play(IEnumerable<Act> acts)
    {
        foreach (var act in acts)
        {
            Wait(act);
            Play(act);
        }

        Soundness.Holds(!day.Log.Any(entry => entry.Events.Any(happened => happened is VenueEvents.DueParked)), "nothing that falls due is set aside");
        return this;
    }

    private void Wait(Act act)
    {
        if (!Rough)
        {
            // An entry at this moment: what has left the state by now does not depend on when the last tick was.
            day.ForwardTo(day.Now + act.Wait.Seconds(), step).Hub(new Command.Receive([]));
            return;
        }

        day.Outage(act.Wait.Seconds());
        if (act.Wait > 100 && act.Other % 3 == 0)
        {
            day.ClockMovesBack((act.Wait % 90 + 2).Seconds());
        }
    }

    private void Play(Act act)
    {
        var who = day[Who(act).Value];
        switch (act.What)
        {
            case What.Lose:
                who.IsLost();
                break;
            case What.Reach:
                who.Joins(act.Which % 4 == 0 ? Reach.Screen : Reach.Sound);
                break;
            case What.Hear:
                if (Alert(act) is { } heard)
                {
                    day.Hub(new Command.Receive([new(heard.Id, who.Id, day.Now, act.Other % 2 == 0 ? day.Now : null, "tone")]));
                }

                break;
            case What.Session:
                day.Hub(act.Which % 2 == 0
                    ? new Command.OpenSession($"session-{act.Other % 3}", who.Id, new($"{who.Id}-phone"), act.Which % 3 == 0)
                    : new Command.RevokeSession($"session-{act.Other % 3}"));
                break;
            default:
                if (Of(act, who) is { } command)
                {
                    who.Does(command, act.What == What.Late || act.Other == 15 ? day.Now - (act.Which * 7).Seconds() : null);
                    if (act.Other == 14)
                    {
                        who.Does(command);
                    }
                }

                break;
        }
    }

    /// <summary>Mostly who can: the holder of a position that may pull it, the one whose trigger it was.</summary>
    private StaffId Who(Act act)
    {
        var anybody = staff[act.Who % staff.Length];
        return act.What switch
        {
            What.PullLegal or What.Late when Journey(act) is { } journey && Legal(journey, act) is { } trigger =>
                Nth(day.State.Staff.Values.Where(person => trigger.By.Any(person.Holds)).OrderBy(person => person.Id.Value, StringComparer.Ordinal), act.Who)?.Id ?? anybody,
            What.Undo when Journey(act) is { } journey => day.State.Journeys[journey].Last?.By ?? anybody,
            What.Cancel when Alert(act) is { From: { } from } => from,
            _ => anybody,
        };
    }

    private Command? Of(Act act, Person who) => act.What switch
    {
        What.Open => new Command.Pull(null, book.Id, Opening(act).Id, null, Fields(Opening(act), act)),
        What.Pull => Journey(act) is { } journey ? Pull(journey, book.Triggers[act.Other % book.Triggers.Length], act) : null,
        What.PullLegal or What.Late => Journey(act) is { } journey && Legal(journey, act) is { } trigger ? Pull(journey, trigger, act) : null,
        What.Answer => Ringing(act, who) is { } alert ? new Command.Acknowledge(alert.Id, null) : null,
        What.Acknowledge => Alert(act) is { } alert ? new Command.Acknowledge(alert.Id, act.Other % 5 == 0 ? who.Now.Positions.Select(held => (PositionId?)held).FirstOrDefault() : null) : null,
        What.Delay => Ringing(act, who) is { } alert ? new Command.Delay(alert.Id, act.Other % 4) : null,
        What.Decline => (act.Other % 3 == 0 ? Alert(act) : Ringing(act, who)) is { } alert ? new Command.Decline(alert.Id) : null,
        What.Complete => Alert(act) is { } alert ? new Command.Complete(alert.Id) : null,
        What.Call => Call(act),
        What.Undo => Journey(act) is { } journey ? new Command.Undo(journey) : null,
        What.Cancel => Alert(act) is { } alert ? new Command.Cancel(alert.Id) : null,
        What.Tick => Nth(day.State.Items.Values.OrderBy(item => item.Id.Value, StringComparer.Ordinal), act.Which) is { } item
            ? act.Other % 3 == 0 ? new Command.SkipItem(item.Id) : new Command.TickItem(item.Id)
            : null,
        What.Start => new Command.StartDuty([.. day.State.Staff[who.Id].Allowed.Take(1 + (act.Which % 2))]),
        What.End => new Command.EndDuty(act.Other % 2 == 0 ? Heir(act, who) : null),
        What.Away => new Command.GoAway(act.Which, act.Other % 3 == 0 ? staff[act.Other % staff.Length] : null),
        What.Back => new Command.ComeBack(),
        What.Cover => new Command.StandIn(staff[act.Which % staff.Length], Nth(day.State.Staff[staff[act.Which % staff.Length]].Held.Append(day.Library.Venue.Positions[0].Id), act.Other), act.Other % 4 != 0),
        What.Place => new Command.OpenPlace(Nth(day.State.Places.Keys.OrderBy(place => place.Value, StringComparer.Ordinal), act.Which % 2), act.Other % 2 == 0),
        What.Weather => new Command.SetWeather(act.Which % 2 == 0 ? "rain" : "clear"),
        What.Card => Guest(act) is { } guest ? new Command.ChangeCard(guest, Words(act)) : null,
        What.Erase => act.Other % 4 == 0 && Guest(act) is { } guest ? new Command.Erase(guest) : null,
        _ => null,
    };

    private Command.Pull Pull(JourneyId journey, Trigger trigger, Act act) =>
        new(journey, null, trigger.Id, act.Other % 2 == 0 ? book.Reasons.Keys.Order(StringComparer.Ordinal).FirstOrDefault("because") : null, Fields(trigger, act));

    /// <summary>Mostly somebody who may have the positions.</summary>
    private StaffId? Heir(Act act, Person who) =>
        Nth(staff.Where(id => act.Which % 5 == 0 || (id != who.Id && who.Now.Held.All(day.State.Staff[id].Allowed.Contains))).Select(id => (StaffId?)id), act.Which);

    private Trigger Opening(Act act) => Nth(book.Triggers.Where(trigger => trigger.Opens), act.Which)!;

    private Trigger? Legal(JourneyId journey, Act act) =>
        Nth(book.Triggers.Where(trigger => trigger.From.Contains(day.State.Journeys[journey].Stage.Value)), act.Other);

    private Command.Raise Call(Act act)
    {
        var phrase = Nth(day.Library.Venue.Phrases.Keys.Order(StringComparer.Ordinal), act.Which)!;
        var positions = day.Library.Venue.Positions.Select(position => position.Id).Where((_, index) => (act.Other >> (index % 4)) % 2 == 1);
        return new(phrase, act.Other == 7, [.. positions], act.Other % 5 == 2 ? staff[act.Other % staff.Length] : null, act.Other % 3 == 0 ? Journey(act) : null, null);
    }

    /// <summary>Every field that is asked for, or only those that are needed.</summary>
    private ImmutableDictionary<string, string> Fields(Trigger trigger, Act act) =>
        trigger.Ask.Where(ask => ask.Needed || act.Which % 3 != 0).Select(ask => book.Field(ask.Field)!)
            .ToImmutableDictionary(field => field.Id, field => Value(field, act));

    private string Value(Field field, Act act) => field.Type switch
    {
        FieldType.Text => "王先生",
        FieldType.Number => $"{1 + (act.Which % 3)}",
        FieldType.Choices or FieldType.Choice => Nth(field.Choices, act.Other)?.Id ?? "",
        FieldType.Time => (day.Now + ((act.Which - 5) * 10).Minutes()).Ms(),
        FieldType.Place => Nth(day.State.Places.Values.Where(place => place.Kind.Value == field.PlaceKind).OrderBy(place => place.Order), act.Other)?.Id.Value ?? "",
        FieldType.Staff => Nth(day.Library.Venue.Staff.Where(person => person.Allowed.Any(field.Positions.Contains)), act.Which)!.Id.Value,
        _ => "",
    };

    private static ImmutableDictionary<string, string> Words(Act act) =>
        ImmutableDictionary<string, string>.Empty.Add(act.Other % 2 == 0 ? "note" : "address", act.Which % 3 == 0 ? "" : "李女士");

    private JourneyId? Journey(Act act) =>
        Nth(
            day.State.Journeys.Values.OrderByDescending(journey => journey.Open).ThenByDescending(journey => journey.Last?.At ?? journey.Since)
                .ThenBy(journey => journey.Id.Value, StringComparer.Ordinal).Select(journey => (JourneyId?)journey.Id),
            act.Which < 15 ? 0 : act.Which);

    private GuestId? Guest(Act act) => Nth(day.State.Guests.Keys.OrderBy(guest => guest.Value, StringComparer.Ordinal).Select(guest => (GuestId?)guest), act.Which);

    private Alert? Alert(Act act) =>
        Nth(day.State.Alerts.Values.OrderByDescending(alert => alert.Open).ThenBy(alert => alert.Id.Value, StringComparer.Ordinal), act.Which);

    private Alert? Ringing(Act act, Person who) =>
        Nth(day.State.Alerts.Values.Where(who.Rings).OrderBy(alert => alert.Id.Value, StringComparer.Ordinal), act.Which);

    private static T? Nth<T>(IEnumerable<T> all, int index)
    {
        var list = all.ToList();
        return list.Count == 0 ? default : list[index % list.Count];
    }
}
