using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Reception.Domain;
using Reception.Domain.Playbooks;
using Reception.Domain.Playbooks.Reading;
using Reception.Domain.Positions;
using Reception.Domain.Venues;
using Reception.Hub.Playbooks;
using Reception.Hub.Storage;
using Reception.Hub.Venues;
using Reception.Hub.Venues.Stored;

namespace Reception.Benchmarks.Venues;

/// <summary>
/// The shipped sales centre, grown to so many positions, with guests who have arrived: in memory, by decide and fold alone. Its entries can
/// be put into a store as they are.
/// </summary>
internal sealed class BusyVenue
{
    public const string Valet = "staff-parking-valet";
    public const string Host = "staff-customer-manager";
    public const string HostPosition = "customer-manager";
    public const string Session = "session-of-the-valet";

    private static readonly string[] Shipped =
    [
        "parking-valet", "door-valet", "water-bar", HostPosition, "butler", "sample-room-steward",
        "sales-team", "leadership", "property-manager", "security", "supervisor", "manager",
    ];

    private static readonly DateTimeOffset Begin = new(2026, 11, 28, 14, 0, 0, TimeSpan.FromHours(8));

    private int _commands;

    private BusyVenue(string id, Library library)
    {
        Library = library;
        State = new(id);
        Mark = Mark.First(id);
        Now = Begin;
    }

    public Library Library { get; }

    public VenueState State { get; private set; }

    public Mark Mark { get; private set; }

    public DateTimeOffset Now { get; private set; }

    /// <summary>Everything since the beginning.</summary>
    public List<StoredEntry> Entries { get; } = [];

    public VenueMoment Moment => new(State, Mark, ImmutableDictionary<GuestId, Card>.Empty, Library);

    /// <param name="guests">Arrived, and their manager knows.</param>
    public static BusyVenue With(string id, int positions, int guests)
    {
        var venue = new BusyVenue(id, Read(id, positions));
        venue.Work(new Command.SetUp(venue.Library));
        foreach (var person in venue.Library.Venue.Staff)
        {
            venue.Work(new Command.ReachDevice(new("device-" + person.Id), person.Id, Reach.Sound));
            venue.Do(person.Id.Value, new Command.StartDuty(person.Allowed));
        }

        venue.Work(new Command.OpenSession(Session, new(Valet), new("device-" + Valet), Desk: false));
        for (var i = 0; i < guests; i++)
        {
            var fields = ImmutableDictionary<string, string>.Empty.Add("manager", Host).Add("size", "2");
            venue.Do(Valet, new Command.Pull(null, "sales-visit", "return-visit", null, fields));
            venue.AnswerAll();
        }

        return venue;
    }

    /// <summary>A command of a person, decided, folded and kept.</summary>
    public Decision Do(string staff, Command command)
    {
        var id = new Key(string.Create(CultureInfo.InvariantCulture, $"bench-command-{++_commands}"));
        return Enter(new(id, new(staff), new("device-" + staff), command, Now));
    }

    /// <summary>Grows the log without growing the state.</summary>
    public BusyVenue GrowTo(int entries)
    {
        var duty = new Command.StartDuty([new(Shipped[0])]);
        while (Entries.Count < entries)
        {
            Do(Valet, duty);
        }

        return this;
    }

    /// <summary>Puts the whole log into a store, as if it had been written there.</summary>
    public async Task Write(IVenueStore store, CancellationToken stop)
    {
        await store.Register(State.Venue, Mark.First(State.Venue).ToBytes(), stop);
        foreach (var part in Entries.Chunk(500))
        {
            var before = part[0].Seq == 1 ? Mark.First(State.Venue).ToBytes() : Entries[(int)part[0].Seq - 2].Mark;
            await store.Append([new(State.Venue, part[0].Seq - 1, before, part, [], State.NextDue)], stop);
        }
    }

    private void AnswerAll()
    {
        foreach (var alert in State.Alerts.Values.Where(alert => alert.Open).ToList())
        {
            Do(Host, new Command.Acknowledge(alert.Id, null));
        }
    }

    private void Work(Command command) => Enter(new(null, null, null, command, Now));

    private Decision Enter(Intent intent)
    {
        // Slowly enough that nothing is a burst, quickly enough that no ladder runs out.
        Now += TimeSpan.FromMilliseconds(50);
        var decision = Decider.Decide(State, intent, Now, Library);
        var entry = Decider.Entry(State, intent, decision, Now);
        var body = LogJson.Write(entry);
        State = Folder.Fold(State, entry);
        Mark = Mark.After(body);
        Entries.Add(new(entry.Seq, intent.Id?.Value, intent.Id is null ? null : new byte[32], entry.At, entry.Day, body, Mark.ToBytes()));
        return decision;
    }

    private static Library Read(string id, int positions)
    {
        var extra = Enumerable.Range(1, positions - Shipped.Length).Select(number => string.Create(CultureInfo.InvariantCulture, $"extra-{number}")).ToList();
        var yaml = new StringBuilder($"venue: {id}\nbase: sales-centre\n");
        yaml.Append(extra.Count > 0 ? "positions:\n" : "");
        extra.ForEach(position => yaml.Append(CultureInfo.InvariantCulture, $"  {position}: {{name: {{zh: 岗位, en: {position}}}, screen: calls}}\n"));
        yaml.Append("staff:\n");
        foreach (var position in Shipped.Concat(extra))
        {
            yaml.Append(CultureInfo.InvariantCulture, $"  staff-{position}: {{name: {{zh: 员工, en: {position}}}, positions: [{position}]}}\n");
        }

        var reading = LibraryFiles.Read(new Source(id + ".yaml", yaml.ToString()));
        return reading.Library ?? throw new InvalidOperationException(string.Join(Environment.NewLine, reading.Flaws));
    }
}
