using System.Collections.Immutable;
using Reception.Domain.Alerts;
using Reception.Domain.Items;
using Reception.Domain.Journeys;
using Reception.Domain.Playbooks;
using Reception.Domain.Venues;

namespace Reception.Domain.Tests.Builders;

/// <summary>
/// A day at a venue as its one writer runs it: what fell due is taken before each command, every entry is folded, and after each the state must be sound.
/// </summary>
internal sealed class Day
{
    public static readonly TimeSpan Zone = TimeSpan.FromHours(8);

    private readonly List<Entry> log = [];
    private readonly List<CardChange> cards = [];
    private readonly Soundness soundness = new();
    private int commands;

    private Day(DateTimeOffset now, Library library)
    {
        Now = now;
        Library = library;
        State = new("small");
        Hub(new Command.SetUp(library));
    }

    /// <summary>Off where thousands of entries only fill the state.</summary>
    public bool Checked { get; set; } = true;

    public VenueState State { get; private set; }

    public DateTimeOffset Now { get; private set; }

    public Library Library { get; private set; }

    public IReadOnlyList<Entry> Log => log;

    public IReadOnlyList<CardChange> Cards => cards;

    /// <summary>Wall-clock time of that day.</summary>
    public static DateTimeOffset Clock(string time) => new(new DateOnly(2026, 6, 6).ToDateTime(TimeOnly.Parse(time, null)), Zone);

    public static Day At(string time, Library? library = null) => new(Clock(time), library ?? SmallVenue.Library);

    /// <summary>They take the first position they may have, and have a device that rings; nobody named: everybody.</summary>
    public Day Staffed(params string[] people)
    {
        foreach (var id in people.Length > 0 ? people : [.. Library.Venue.Staff.Select(person => person.Id.Value)])
        {
            this[id].Joins();
            this[id].Starts(State.Staff[new(id)].Allowed[0].Value);
        }

        return this;
    }

    public Person this[string id] => new(this, new(id));

    /// <summary>As the hub does: a tick at the moment when something falls due.</summary>
    public Day FastForward(TimeSpan by) => ForwardTo(Now + by, TimeSpan.Zero);

    public Day ForwardTo(string time) => FastForward(Clock(time) - Now);

    /// <summary>Ticks only at every full step, as a slow node would; or at the due time itself.</summary>
    public Day ForwardTo(DateTimeOffset end, TimeSpan step)
    {
        while (State.NextDue is { } due && due <= end)
        {
            var late = step == TimeSpan.Zero ? due : Rounded(due, step);
            if (late > end)
            {
                break;
            }

            Now = late > Now ? late : Now;
            Tick();
        }

        Now = end;
        return this;
    }

    /// <summary>The hub is down for so long: nothing is taken until it is back.</summary>
    public Day Outage(TimeSpan by)
    {
        Now += by;
        Tick();
        return this;
    }

    /// <summary>Time passes and nobody has looked yet.</summary>
    public Day Drift(TimeSpan by)
    {
        Now += by;
        return this;
    }

    public Entry Hub(Command command)
    {
        Tick();
        return Enter(new Intent(null, null, null, command, Now));
    }

    public Outcome Send(StaffId who, Command command, DateTimeOffset? madeAt = null)
    {
        Tick();
        return new(Enter(new Intent($"c{++commands}", who, new($"{who}-phone"), command, madeAt ?? Now)), State);
    }

    public Day Tick()
    {
        while (State.NextDue <= Now)
        {
            Enter(new Intent(null, null, null, new Command.FallDue(), Now));
        }

        return this;
    }

    public Alert AlertOf(string template) =>
        State.Alerts.Values.Where(alert => alert.Template.Value == template).OrderByDescending(alert => alert.Open).ThenByDescending(alert => alert.Raised).ThenByDescending(alert => alert.Seq).FirstOrDefault()
        ?? throw new InvalidOperationException($"no alert '{template}'; there are: {string.Join(", ", State.Alerts.Values.Select(alert => alert.Template))}");

    public bool Has(string template) => State.Alerts.Values.Any(alert => alert.Open && alert.Template.Value == template);

    public Journey Journey(JourneyId id) => State.Journeys[id];

    public Item ItemOf(string template) => State.Items.Values.OrderByDescending(item => item.Created).ThenByDescending(item => item.Seq).First(item => item.Template.Value == template);

    /// <summary>Nothing wants an answer.</summary>
    public void IsQuiet() => State.Alerts.Values.Where(alert => alert.Ringing).Select(alert => alert.Template.Value).Should().BeEmpty();

    /// <summary>The moment at which an entry made the clock go back.</summary>
    public void ClockMovesBack(TimeSpan by)
    {
        Enter(new Intent(null, null, null, new Command.MoveClockBack(by), Now));
        Now = State.At;
    }

    /// <summary>What no log can lead to: a bug, or a snapshot that somebody changed. Nothing that follows is checked.</summary>
    public Day Damage(Func<VenueState, VenueState> damage)
    {
        Checked = false;
        State = damage(State);
        return this;
    }

    public void SetUp(Library library)
    {
        Library = library;
        Hub(new Command.SetUp(library));
    }

    private Entry Enter(Intent intent)
    {
        var decision = Decider.Decide(State, intent, Now, Library);
        var entry = Decider.Entry(State, intent, decision, Now);
        var before = State;
        State = Folder.Fold(State, entry);
        log.Add(entry);
        cards.AddRange(decision.Cards);
        if (Checked)
        {
            soundness.Check(before, State, entry, Library);
        }

        return entry;
    }

    private static DateTimeOffset Rounded(DateTimeOffset due, TimeSpan step)
    {
        var rest = due.Ticks % step.Ticks;
        return rest == 0 ? due : due.AddTicks(step.Ticks - rest);
    }
}

/// <summary>What one command came to.</summary>
internal sealed record Outcome(Entry Entry, VenueState After)
{
    public JourneyId Journey => Entry.Events.OfType<JourneyEvents.JourneyOpened>().Single().Journey;

    public AlertId Alert => Entry.Events.OfType<AlertEvents.AlertRaised>().First().Alert;

    public Outcome IsTaken()
    {
        Entry.Refusal.Should().BeNull();
        return this;
    }

    public Refusal IsRefused(string code)
    {
        Entry.Events.Should().BeEmpty("a refusal is an entry without events");
        Entry.Refusal.Should().NotBeNull();
        Entry.Refusal!.Code.Value.Should().Be(code);
        return Entry.Refusal;
    }
}

internal static class Times
{
    public static TimeSpan Seconds(this int number) => TimeSpan.FromSeconds(number);

    public static TimeSpan Minutes(this int number) => TimeSpan.FromMinutes(number);

    public static TimeSpan Hours(this int number) => TimeSpan.FromHours(number);

    public static string Ms(this DateTimeOffset at) => at.ToUnixTimeMilliseconds().ToString(System.Globalization.CultureInfo.InvariantCulture);

    public static ImmutableDictionary<string, string> ToFields(this IEnumerable<KeyValuePair<string, string>> fields) => fields.ToImmutableDictionary();

    public static PositionId AsPosition(this string id) => new(id);

    public static ImmutableArray<PositionId> Positions(this IEnumerable<string> ids) => [.. ids.Select(id => new PositionId(id))];
}
