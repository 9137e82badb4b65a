using System.Globalization;
using Reception.Contracts;
using Reception.Domain.Playbooks;

namespace Reception.Chaos.Worlds;

/// <summary>What people tap, drawn from what they see on their own screens, which may be old; now and then from what they could not.</summary>
internal sealed class Acts(World world)
{
    private readonly Chance _chance = world.Chance;
    private int _drawn;

    public void Act()
    {
        var phone = _chance.Of(world.Phones);
        var me = phone.Views.Staff.GetValueOrDefault(phone.Who.Staff.Value);
        if (me is null)
        {
            return;
        }

        var command = me.State == "off" || me.Positions.Count == 0 ? Start(phone, me) : _chance.Below(100) switch
        {
            < 35 => Answer(phone) ?? Pull(phone, me),
            < 70 => Pull(phone, me),
            < 75 => Undo(phone),
            < 82 => Call(phone),
            < 86 => Tick(phone),
            < 89 => New(phone, Kinds.DutyAway, ("minutes", Number(_chance.Between(1, 5)))),
            < 93 => New(phone, Kinds.DutyBack),
            < 95 => New(phone, Kinds.DutyEnd),
            < 97 => Start(phone, me),
            _ => phone.Who.Desk ? New(phone, Kinds.Weather, ("weather", _chance.OneIn(2) ? "rain" : "clear")) : Card(phone),
        };
        if (command is not null)
        {
            phone.Outbox.Send(phone, command);
        }
    }

    public void TakePositions(Phone phone)
    {
        if (phone.Views.Staff.GetValueOrDefault(phone.Who.Staff.Value) is { } me)
        {
            phone.Outbox.Send(phone, Start(phone, me));
        }
    }

    private Command Start(Phone phone, StaffView me) => New(phone, Kinds.DutyStart, ("positions", string.Join(',', me.Allowed)));

    private Command? Answer(Phone phone)
    {
        var asked = phone.Views.Alerts.Values.Where(alert => alert.Closed is null && phone.Views.Asks(alert, phone.Who.Staff.Value))
            .OrderBy(alert => alert.Id, StringComparer.Ordinal).ToList();
        if (asked.Count == 0)
        {
            return null;
        }

        var alert = _chance.Of(asked);
        return _chance.Below(10) switch
        {
            < 5 => New(phone, Kinds.AlertAcknowledge, ("alert", alert.Id)),
            < 7 => New(phone, Kinds.AlertDone, ("alert", alert.Id)),
            < 8 => New(phone, Kinds.AlertDelay, ("alert", alert.Id), ("minutes", Number(_chance.Between(1, 3)))),
            _ => New(phone, Kinds.AlertDecline, ("alert", alert.Id)),
        };
    }

    private Command? Pull(Phone phone, StaffView me)
    {
        var mine = Centre.Book.Triggers.Where(trigger => _chance.OneIn(30) || trigger.By.Any(position => me.Positions.Contains(position.Value))).ToList();
        var open = phone.Views.Journeys.Values.Where(journey => journey.Ended is null).OrderBy(journey => journey.Id, StringComparer.Ordinal).ToList();
        List<(Trigger Trigger, string? Journey)> possible = [.. mine.Where(trigger => trigger.Opens && open.Count < 6).Select(trigger => (trigger, (string?)null))];
        foreach (var journey in open)
        {
            possible.AddRange(mine.Where(trigger => !trigger.Opens && (_chance.OneIn(25) || trigger.From.Contains(journey.Stage))).Select(trigger => (trigger, (string?)journey.Id)));
        }

        if (possible.Count == 0)
        {
            return null;
        }

        var (drawn, of) = _chance.Of(possible);
        var fields = drawn.Ask.Where(ask => ask.Needed || _chance.OneIn(2)).ToDictionary(ask => ask.Field, ask => Value(phone, Centre.Book.Field(ask.Field)!));
        return New(phone, Kinds.Pull, of is null ? ("playbook", Centre.Book.Id) : ("journey", of), ("trigger", drawn.Id)) with { Fields = fields };
    }

    private Command? Undo(Phone phone)
    {
        var last = phone.Views.Journeys.Values.OrderBy(journey => journey.Id, StringComparer.Ordinal).Where(journey => journey.Undo?.Staff == phone.Who.Staff.Value || _chance.OneIn(10)).ToList();
        return last.Count == 0 ? null : New(phone, Kinds.Undo, ("journey", _chance.Of(last).Id));
    }

    private Command Call(Phone phone)
    {
        var mine = phone.Views.Alerts.Values.Where(alert => alert.Staff == phone.Who.Staff.Value && alert.Closed is null).OrderBy(alert => alert.Id, StringComparer.Ordinal).ToList();
        return mine.Count > 0 && _chance.OneIn(2)
            ? New(phone, Kinds.AlertCancel, ("alert", _chance.Of(mine).Id))
            : New(phone, Kinds.AlertRaise, ("phrase", _chance.Of<string>(["spaces-full", "radio-check", "competitor", "mystery-shopper", "lost-child"])));
    }

    private Command? Tick(Phone phone)
    {
        var open = phone.Views.Items.Values.Where(item => item.State == "open").OrderBy(item => item.Id, StringComparer.Ordinal).ToList();
        return open.Count == 0 ? null : New(phone, _chance.OneIn(4) ? Kinds.ItemSkip : Kinds.ItemTick, ("item", _chance.Of(open).Id));
    }

    private Command? Card(Phone phone)
    {
        var guests = phone.Views.Guests.Values.Where(guest => !guest.Erased).OrderBy(guest => guest.Id, StringComparer.Ordinal).ToList();
        return guests.Count == 0
            ? null
            : New(phone, Kinds.GuestCard, ("guest", _chance.Of(guests).Id)) with { Fields = new Dictionary<string, string> { ["address"] = $"李{Number(_chance.Below(90))}" } };
    }

    private string Value(Phone phone, Field field) => field.Type switch
    {
        FieldType.Text => "王先生",
        FieldType.Number => Number(_chance.Between(1, 4)),
        FieldType.Choice or FieldType.Choices => _chance.Of(field.Choices).Id,
        FieldType.Time => Number(phone.VenueNow + (_chance.Between(-10, 40) * 60_000L)),
        FieldType.Place => _chance.Of(Centre.Library.Venue.Places.Where(place => place.Kind == field.PlaceKind).Take(3).ToList()).Id.Value,
        FieldType.Staff => _chance.Of(Centre.Library.Venue.Staff.Where(person => person.Allowed.Any(field.Positions.Contains)).ToList()).Id.Value,
        _ => "",
    };

    private Command New(Phone phone, string kind, params (string Name, string Value)[] args) => new(
        string.Create(CultureInfo.InvariantCulture, $"{phone.Who.Staff}-{++_drawn:D5}"), kind, phone.VenueNow, args.ToDictionary(arg => arg.Name, arg => arg.Value));

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
