using System.Collections.Immutable;
using System.Globalization;
using Reception.Domain.Journeys;
using Reception.Domain.Playbooks;
using Reception.Domain.Positions;

namespace Reception.Domain.Venues;

/// <summary>One decision being made: what was emitted so far, and the state as it would be. Dropped whole when the answer is no.</summary>
internal sealed class Work(VenueState state, Intent intent, DateTimeOffset now, Library library)
{
    private readonly ImmutableArray<Event>.Builder events = ImmutableArray.CreateBuilder<Event>();
    private readonly ImmutableArray<CardChange>.Builder cards = ImmutableArray.CreateBuilder<CardChange>();
    private readonly Dictionary<string, int> ordinals = [];

    /// <summary>As it was before the command.</summary>
    public VenueState Start => state;

    public VenueState State { get; private set; } = state with { Seq = state.Seq + 1 };

    public Intent Intent => intent;

    public Library Library => library;

    public VenueBook Venue => library.Venue;

    /// <summary>When this is decided.</summary>
    public DateTimeOffset Now { get; } = now;

    /// <summary>When what is emitted happened: now, or while a tick is taken the due time.</summary>
    public DateTimeOffset Time { get; private set; } = now;

    /// <summary>Ids of what is created begin with it: the command, or the due thing.</summary>
    public string Prefix { get; set; } = intent.Id?.Value ?? string.Create(CultureInfo.InvariantCulture, $"s{state.Seq + 1}");

    /// <summary>When the person acted: never in the future.</summary>
    public DateTimeOffset MadeAt => intent.MadeAt > Now ? Now : intent.MadeAt;

    /// <summary>The person behind the command; the hub's own work has none.</summary>
    public StaffMember? Actor => intent.Who is { } who ? State.Staff.GetValueOrDefault(who) : null;

    /// <summary>Tapped in time, and here soon enough: a tap on a slow line counts, one that comes minutes later finds a world that has gone on.</summary>
    public bool InTime(DateTimeOffset until) => MadeAt <= until && Now <= until + Folder.Grace;

    public void Emit(Event happened)
    {
        Time = Folder.TimeOf(state, happened) ?? Time;
        State = Folder.Apply(State, happened, Time);
        events.Add(happened);
    }

    public void Write(CardChange card) => cards.Add(card);

    /// <summary>The next id of its sort under this command: <c>command.a1</c>; the first journey and guest have no number.</summary>
    public string NewId(string sort)
    {
        var ordinal = ordinals[sort] = ordinals.GetValueOrDefault(sort) + 1;
        return sort is "j" or "g" && ordinal == 1 ? $"{Prefix}.{sort}" : string.Create(CultureInfo.InvariantCulture, $"{Prefix}.{sort}{ordinal}");
    }

    public void BeginDue(Due due)
    {
        // With its time: a person who goes away again is overdue more than once.
        Prefix = string.Create(CultureInfo.InvariantCulture, $"{due.Kind.ToString().ToLowerInvariant()}.{due.Id}.{due.Step}.{due.At.ToUnixTimeMilliseconds()}");
        ordinals.Clear();
        Emit(new VenueEvents.FellDue(due.Kind, due.Id, due.Step, due.At));
    }

    public Playbook? BookOf(Journey journey) => library.Get(journey.Hash);

    /// <summary>As far as it got before something failed: what a tick falls back to.</summary>
    public (int Events, int Cards, VenueState State) Mark() => (events.Count, cards.Count, State);

    public void BackTo((int Events, int Cards, VenueState State) mark)
    {
        events.Count = mark.Events;
        cards.Count = mark.Cards;
        State = mark.State;
    }

    public Decision Done() => new(events.ToImmutable(), null, cards.ToImmutable());
}
