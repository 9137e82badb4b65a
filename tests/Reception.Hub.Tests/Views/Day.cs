using System.Collections.Immutable;
using System.Text;
using Reception.Domain;
using Reception.Domain.Playbooks;
using Reception.Domain.Playbooks.Reading;
using Reception.Domain.Positions;
using Reception.Domain.Venues;
using Reception.Hub.Playbooks;
using Reception.Hub.Venues;

namespace Reception.Hub.Tests.Views;

/// <summary>A sales centre in memory: commands go through decide and fold, and every entry gives a moment. No store, no clock, no socket.</summary>
internal sealed class Day
{
    public const string Valet = "staff-valet";
    public const string Door = "staff-door";
    public const string Bar = "staff-bar";
    public const string Host = "staff-host";
    public const string Second = "staff-second";
    public const string Guide = "staff-guide";
    public const string Steward = "staff-steward";
    public const string Boss = "staff-boss";

    private const string Venue = $$"""
        venue: test-centre
        base: sales-centre
        staff:
          {{Valet}}: {name: {zh: 孙浩, en: Sun Hao}, positions: [parking-valet, door-valet]}
          {{Door}}: {name: {zh: 李敏, en: Li Min}, positions: [door-valet]}
          {{Bar}}: {name: {zh: 赵兰, en: Zhao Lan}, positions: [water-bar]}
          {{Host}}: {name: {zh: 马骏, en: Ma Jun}, positions: [customer-manager]}
          {{Second}}: {name: {zh: 何静, en: He Jing}, positions: [customer-manager]}
          {{Guide}}: {name: {zh: 林月, en: Lin Yue}, positions: [butler]}
          {{Steward}}: {name: {zh: 周青, en: Zhou Qing}, positions: [sample-room-steward]}
          {{Boss}}: {name: {zh: 郑凯, en: Zheng Kai}, positions: [supervisor, manager]}
        """;

    private static readonly Lazy<Library> Read = new(() =>
        LibraryFiles.Read(new Source("test.yaml", Venue)) is { Library: { } library } ? library : throw new InvalidOperationException("The test's venue has a flaw."));

    private int _commands;

    public Day()
    {
        Moment = new(new VenueState("test-centre"), Mark.First("test-centre"), ImmutableDictionary<GuestId, Card>.Empty, Read.Value);
        Work(new Command.SetUp(Library));
    }

    public static Library Library => Read.Value;

    public static IReadOnlyList<string> Everyone { get; } = [Valet, Door, Bar, Host, Second, Guide, Steward, Boss];

    public DateTimeOffset Now { get; private set; } = new(2026, 11, 28, 14, 0, 0, TimeSpan.FromHours(8));

    public VenueMoment Moment { get; private set; }

    public VenueState State => Moment.State;

    /// <summary>Every moment since the beginning.</summary>
    public List<VenueMoment> Moments { get; } = [];

    /// <summary>All staff take every position they may, with a device that sounds.</summary>
    public Day Staffed()
    {
        foreach (var person in Library.Venue.Staff)
        {
            Work(new Command.ReachDevice(new("device-" + person.Id), person.Id, Reach.Sound));
            Do(person.Id.Value, new Command.StartDuty(person.Allowed));
        }

        return this;
    }

    public Decision Do(string staff, Command command)
    {
        FallDue();
        return Enter(new(new Key($"command-{++_commands}"), new(staff), new("device-" + staff), command, Now));
    }

    public Decision Pull(string staff, string trigger, JourneyId? journey = null, params (string Field, string Value)[] fields) => Do(staff, new Command.Pull(
        journey, journey is null ? "sales-visit" : null, trigger, null, fields.ToImmutableDictionary(field => field.Field, field => field.Value, StringComparer.Ordinal)));

    public Decision Work(Command command) => Enter(new(null, null, null, command, Now));

    public void Pass(TimeSpan time)
    {
        Now += time;
        FallDue();
    }

    private void FallDue()
    {
        while (State.NextDue <= Now && !Work(new Command.FallDue()).Events.IsEmpty)
        {
        }
    }

    private Decision Enter(Intent intent)
    {
        var decision = Decider.Decide(State, intent, Now, Library);
        if (intent.Id is null && decision.Events.IsEmpty)
        {
            return decision;
        }

        var entry = Decider.Entry(State, intent, decision, Now);
        var state = Folder.Fold(State, entry);
        var cards = decision.Cards.Aggregate(Moment.Cards, Write);
        var gone = cards.Keys.Where(guest => !state.Guests.ContainsKey(guest) && state.Departed.All(left => left.Guest != guest));
        Moment = new(state, Moment.Mark.After(Encoding.UTF8.GetBytes($"{entry.Seq}")), cards.RemoveRange(gone), Library);
        Moments.Add(Moment);
        return decision;
    }

    private static ImmutableDictionary<GuestId, Card> Write(ImmutableDictionary<GuestId, Card> cards, CardChange change)
    {
        if (change.Erase)
        {
            return cards.Remove(change.Guest);
        }

        var old = cards.GetValueOrDefault(change.Guest) ?? new Card(change.Guest, 0, "", ImmutableDictionary<string, string>.Empty, "");
        var labels = change.Fields.TryGetValue("plate", out var plate) ? old.Labels.SetItem("plate", "浙A·**" + plate[^3..]) : old.Labels;
        return cards.SetItem(change.Guest, old with { Rev = change.Rev, Address = change.Fields.GetValueOrDefault("address", old.Address), Labels = labels, Initials = "W" });
    }
}
