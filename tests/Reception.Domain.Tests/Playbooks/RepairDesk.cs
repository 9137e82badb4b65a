using System.Collections.Immutable;
using Reception.Domain.Playbooks.Reading;
using Reception.Domain.Tests.Builders;

namespace Reception.Domain.Tests.Playbooks;

/// <summary>A property's front desk with somebody at every position, and a repair logged for 16:00.</summary>
internal sealed class RepairDesk
{
    private const string Venue = """
        venue: test-repair-desk
        base: repair-desk
        staff:
          qian: {name: 钱芳, positions: [front-desk]}
          sun: {name: 孙刚, positions: [technician]}
          wu: {name: 吴勇, positions: [technician]}
          feng: {name: 冯丽, positions: [zone-steward]}
          chen: {name: 陈敏, positions: [service-head]}
          wei: {name: 魏东, positions: [chief]}
          jiang: {name: 蒋慧, positions: [records-clerk]}
          shi: {name: 石勇, positions: [security]}
          gu: {name: 顾晓彤, positions: [supervisor]}
          liang: {name: 梁文, positions: [manager]}
        """;

    public static readonly LibraryReading Reading = LibraryReader.Read(new("repair-desk.yaml", Venue), Shipped.Sources);

    public RepairDesk(params (string Field, string Value)[] more)
    {
        Slip = Opens("qian", "log", [("agreed", Day.Clock("16:00").Ms()), .. more]).IsTaken().Journey;
        Day.Tick();
    }

    public Day Day { get; } = Day.At("14:00", Reading.Library ?? throw new InvalidOperationException(string.Join('\n', Reading.Flaws))).Staffed();

    public JourneyId Slip { get; }

    public Person this[string id] => Day[id];

    public Outcome Opens(string who, string trigger, params (string Field, string Value)[] more)
    {
        (string Field, string Value)[] usual = [("address", "王先生"), ("phone", "13800001234"), ("building", "building-3"), ("trade", "water"), ("area", "home")];
        return this[who].Does(new Command.Pull(null, "repair", trigger, null,
            usual.ToImmutableDictionary(field => field.Field, field => field.Value).SetItems(more.Select(field => KeyValuePair.Create(field.Field, field.Value)))));
    }

    public RepairDesk Then(string who, string trigger, params (string Field, string Value)[] fields)
    {
        this[who].Pulls(trigger, Slip, fields).IsTaken();
        return this;
    }

    public RepairDesk Ticks(string who, string item)
    {
        this[who].Ticks(item).IsTaken();
        return this;
    }

    public RepairDesk Assigned() => Ticks("qian", "read-back").Then("qian", "assign", ("technician", "sun"));

    public RepairDesk Finished() => Assigned().Then("sun", "begin").Then("sun", "finish");
}
