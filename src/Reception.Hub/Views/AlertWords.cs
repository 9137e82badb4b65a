using System.Globalization;
using Reception.Domain;
using Reception.Domain.Alerts;
using Reception.Domain.Journeys;
using Reception.Domain.Playbooks;
using Reception.Domain.Venues;
using Reception.Hub.Addressing;
using Reception.Hub.Venues;
using Text = Reception.Contracts.Text;

namespace Reception.Hub.Views;

/// <summary>
/// The sentences of one call. What a template mentions is looked for in the call's own facts, then on the guest's card (labels only), then in the facts of its journey.
/// On the way it notes which of them it read, so that the view's sequence follows what it shows.
/// </summary>
internal sealed class AlertWords(Alert alert, AlertTemplate? template, VenueMoment moment)
{
    private readonly Names _names = Names.Of(moment.Library);
    private readonly Journey? _journey = alert.Journey is { } id ? moment.State.Journeys.GetValueOrDefault(id) : null;

    /// <summary>The newest entry that changed something these words mention, beside the call itself: also that it left the state.</summary>
    public long Seq { get; private set; } = alert.Journey is { } about && !moment.State.Journeys.ContainsKey(about) ? moment.State.LeftAt(ViewKind.Journey, about.Value) : 0;

    /// <summary>Also who is missing, when it climbed for somebody.</summary>
    public Text Screen() => NeutralWords.MissingOnScreen(Fill(template?.Screen ?? NeutralWords.Call, ear: false), Missing());

    /// <summary>Never a telephone number, of a plate its last three, and a surname as it is spoken; how old it is, when it had to wait for contact.</summary>
    public Text Ear() => NeutralWords.Aged(
        NeutralWords.MissingInTheEar(Fill(template?.Ear ?? NeutralWords.Call, ear: true), Missing()), (int)(alert.Raised - alert.Made).TotalMinutes);

    /// <summary>For the sender of a delayed call: what to say to the guest.</summary>
    public Text? Say() => template?.Say is { } say ? Fill(say, ear: false) : null;

    private Text Fill(Domain.Text words, bool ear) => new(
        Wording.Fill(words.Zh, name => Value(name, ear)?.Zh, name => NeutralWords.For(name).Zh),
        Sentence(Wording.Fill(words.En, name => Value(name, ear)?.En, name => NeutralWords.For(name).En)));

    // A neutral word may stand first: a guest has arrived.
    private static string Sentence(string words) => words.Length > 0 && char.IsLower(words[0]) ? char.ToUpperInvariant(words[0]) + words[1..] : words;

    /// <summary>What each position is told besides; null when there is nothing.</summary>
    public IReadOnlyDictionary<string, Text>? Lines() => template?.Lines is { IsEmpty: false } lines
        ? lines.OrderBy(line => line.Key.Value, StringComparer.Ordinal).ToDictionary(line => line.Key.Value, line => Fill(line.Value, ear: true), StringComparer.Ordinal)
        : null;

    private List<Domain.Text> Missing() =>
    [
        .. alert.Missing.Positions.Select(position => _names.Position(position)?.Name).Concat(alert.Missing.Staff.Select(person => _names.Person(person)?.Name))
            .OfType<Domain.Text>(),
    ];

    private Domain.Text? Value(string name, bool ear) => name switch
    {
        "address" => Address(ear),
        "plate" => Plate(ear),
        "place" => Place(),
        "who" => Person(),
        "minutes" => Minutes(),
        "item" => Item(),
        _ => Field(name),
    };

    private Domain.Text? Address(bool ear)
    {
        if (Guest() is not { } guest)
        {
            return null;
        }

        var card = moment.Cards.GetValueOrDefault(guest.Id);
        var address = guest.Erased ? "" : card?.Address ?? "";
        return address.Length == 0 ? null : ear ? FormOfAddress.Spoken(address) : FormOfAddress.Shown(address);
    }

    private Domain.Text? Plate(bool ear)
    {
        var id = Playbook()?.Fields.FirstOrDefault(field => field.Use == "plate")?.Id ?? "plate";
        return Label(id) is not { } plate ? null : Domain.Text.Of(ear ? Plates.Tail(plate) : plate);
    }

    private Domain.Text? Place()
    {
        var place = alert.Place ?? (template?.PlaceField is { } field && Fact(field) is { } id ? new PlaceId(id) : null);
        return place is { } known ? _names.Place(known)?.Name : null;
    }

    private Domain.Text? Person() =>
        (alert.Facts.TryGetValue("who", out var who) ? new StaffId(who) : alert.From) is { } staff ? _names.Person(staff)?.Name : null;

    private Domain.Text? Item() => alert.Facts.TryGetValue("item", out var item) ? _names.Item(item)?.Name : null;

    private Domain.Text? Minutes()
    {
        if (alert.Facts.TryGetValue("minutes", out var minutes))
        {
            return Domain.Text.Of(minutes);
        }

        var delayed = alert.Answers.LastOrDefault(given => given.Kind == AnswerKind.Delay)?.Minutes;
        return delayed is { } some ? Domain.Text.Of(some.ToString(CultureInfo.InvariantCulture)) : null;
    }

    /// <summary>Any other name is a field, or a fact of the call. A telephone number is said nowhere.</summary>
    private Domain.Text? Field(string name)
    {
        var field = Playbook()?.Field(name);
        if (field is { Type: FieldType.Text })
        {
            return field.Class == CardClass.Label && field.Use != "phone" && Label(name) is { } label ? Domain.Text.Of(label) : null;
        }

        return Fact(name) is { } value ? FactWords.Of(value, field, _names) : null;
    }

    private string? Label(string field) =>
        Guest() is { Erased: false } guest && moment.Cards.GetValueOrDefault(guest.Id)?.Labels.GetValueOrDefault(field) is { Length: > 0 } label ? label : null;

    private string? Fact(string name)
    {
        if (alert.Facts.TryGetValue(name, out var own))
        {
            return own;
        }

        Seq = Math.Max(Seq, _journey?.Seq ?? 0);
        if (_journey?.Eta is { } eta && Playbook()?.Field(name) is { Type: FieldType.Time, Use: "eta" })
        {
            return eta.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        }

        return _journey?.Facts.TryGetValue(name, out var fact) == true && fact.Value.Length > 0 ? fact.Value : null;
    }

    private Guest? Guest()
    {
        var guest = _journey is not null ? moment.State.Guests.GetValueOrDefault(_journey.Guest) : null;
        Seq = Math.Max(Seq, guest?.Seq ?? 0);
        return guest;
    }

    private Playbook? Playbook() => moment.Library.Get(_journey?.Hash ?? alert.Book);
}
