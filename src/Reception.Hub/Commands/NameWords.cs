using System.Globalization;
using Reception.Domain;
using Reception.Domain.Playbooks;
using Reception.Hub.Addressing;
using Reception.Hub.Venues;
using Text = Reception.Contracts.Text;

namespace Reception.Hub.Commands;

/// <summary>Names for ids, in both languages, as the venue's book and the playbooks have them; an id that nobody knows stands for itself.</summary>
internal sealed class NameWords(VenueMoment moment)
{
    private VenueBook Book => moment.Library.Venue;

    public static Text Join(string list, Func<string, Text> name)
    {
        var names = list.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(name).ToList();
        return new(string.Join('、', names.Select(one => one.Zh)), string.Join(", ", names.Select(one => one.En)));
    }

    public Text Staff(string id) => Or(Book.Staff.FirstOrDefault(staff => staff.Id.Value == id)?.Name, id);

    public Text Position(string id) => Or(Book.Positions.FirstOrDefault(position => position.Id.Value == id)?.Name, id);

    public Text Place(string id) => Or(Book.Places.FirstOrDefault(place => place.Id.Value == id)?.Name, id);

    /// <summary>Form of address; null when nobody has given one or it is not known here any more.</summary>
    public Text? Guest(GuestId? guest) =>
        guest is { } id && moment.Cards.TryGetValue(id, out var card) && card.Address.Length > 0 ? Or(FormOfAddress.Shown(card.Address), card.Address) : null;

    public Text Field(Playbook? playbook, string id) => Or(Find(playbook, book => book.Field(id)?.Name), id);

    public Text Trigger(Playbook? playbook, string id) => Or(Find(playbook, book => book.Trigger(id)?.Name), id);

    public Text Done(Playbook? playbook, string id) => Or(Find(playbook, book => book.Trigger(id)?.Done), id);

    /// <summary>An item of the state, or a template's id.</summary>
    public Text Item(string id)
    {
        var item = moment.State.Items.GetValueOrDefault(new ItemId(id));
        var template = item?.Template.Value ?? id;
        var journey = item?.Journey is { } key ? moment.State.Journeys.GetValueOrDefault(key) : null;
        var playbook = journey is null ? null : moment.Library.Get(journey.Hash.Value);
        return Or(Find(playbook, book => book.Items.GetValueOrDefault(template)?.Name), template);
    }

    public Text Anything(string id) => Or(
        Book.Staff.FirstOrDefault(staff => staff.Id.Value == id)?.Name
        ?? Book.Positions.FirstOrDefault(position => position.Id.Value == id)?.Name
        ?? Book.Places.FirstOrDefault(place => place.Id.Value == id)?.Name, id);

    /// <summary>Hours and minutes where the venue is.</summary>
    public Text Clock(string? milliseconds)
    {
        if (!long.TryParse(milliseconds, NumberStyles.Integer, CultureInfo.InvariantCulture, out var ms))
        {
            return new("", "");
        }

        var there = TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeMilliseconds(ms), TimeZoneInfo.FindSystemTimeZoneById(Book.Zone));
        var clock = there.ToString("HH:mm", CultureInfo.InvariantCulture);
        return new(clock, clock);
    }

    private static Text Or(Domain.Text? found, string id) => found is null ? new(id, id) : new(found.Zh, found.En);

    // Without a journey at hand any playbook in force may know the word.
    private Domain.Text? Find(Playbook? playbook, Func<Playbook, Domain.Text?> word) =>
        playbook is not null ? word(playbook) : moment.Library.InForce.Keys.Order().Select(moment.Library.Current).OfType<Playbook>().Select(word).FirstOrDefault(found => found is not null);
}
