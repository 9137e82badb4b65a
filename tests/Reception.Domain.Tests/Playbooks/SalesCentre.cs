using Reception.Domain.Playbooks.Reading;
using Reception.Domain.Tests.Builders;

namespace Reception.Domain.Tests.Playbooks;

/// <summary>The shipped sales centre with somebody at each position, through decide and fold.</summary>
internal sealed class SalesCentre
{
    private const string Venue = """
        venue: test-centre
        base: sales-centre
        staff:
          zhao: {name: 赵强, positions: [parking-valet]}
          zhou: {name: 周鹏, positions: [door-valet]}
          zheng: {name: 郑小雨, positions: [water-bar]}
          lin: {name: 林静, positions: [customer-manager]}
          he: {name: 何佳, positions: [customer-manager]}
          shen: {name: 沈岚, positions: [butler]}
          luo: {name: 罗敏, positions: [sample-room-steward]}
          cao: {name: 曹阳, positions: [sales-team]}
          fang: {name: 方志远, positions: [leadership]}
          yao: {name: 姚建国, positions: [property-manager]}
          shi: {name: 石勇, positions: [security]}
          gu: {name: 顾晓彤, positions: [supervisor]}
          liang: {name: 梁文, positions: [manager]}
        """;

    public static readonly LibraryReading Reading = LibraryReader.Read(new("test-centre.yaml", Venue), Shipped.Sources);

    public Day Day { get; } = Day.At("14:00", Reading.Library).Staffed();

    public JourneyId Guest { get; private set; }

    public Person this[string id] => Day[id];

    public string Stage => Day.Journey(Guest).Stage.Value;

    public SalesCentre Opens(string who, string trigger, params (string Field, string Value)[] fields)
    {
        Guest = Pull(who, null, trigger, fields).IsTaken().Journey;
        return this;
    }

    /// <summary>王先生 at a time of day, with 林静 and 沈岚.</summary>
    public SalesCentre Expects(string time) => Opens("gu", "expect", ("address", "王先生"), ("eta", Day.Clock(time).Ms()), ("manager", "lin"), ("butler", "shen"), ("plate", "沪A·00345"));

    public SalesCentre Then(string who, string trigger, params (string Field, string Value)[] fields)
    {
        Pulls(who, trigger, fields).IsTaken();
        return this;
    }

    public Outcome Pulls(string who, string trigger, params (string Field, string Value)[] fields) => Pull(who, Guest, trigger, fields);

    public SalesCentre Rains(string weather = "rain")
    {
        this["gu"].Does(new Command.SetWeather(weather)).IsTaken();
        return this;
    }

    public IEnumerable<string> Open(string item) =>
        Day.State.Items.Values.Where(one => one.Template.Value == item && one.State == Items.ItemState.Open && one.Journey == Guest).Select(one => one.Id.Value);

    public string Holder(string place) => Day.State.Places[new(place)].Journey?.Value ?? "";

    private Outcome Pull(string who, JourneyId? journey, string trigger, (string Field, string Value)[] fields) =>
        this[who].Does(new Command.Pull(journey, journey is null ? "sales-visit" : null, trigger, null, fields.ToImmutableDictionary()));
}

internal static class FieldPairs
{
    public static System.Collections.Immutable.ImmutableDictionary<string, string> ToImmutableDictionary(this (string Field, string Value)[] fields) =>
        System.Collections.Immutable.ImmutableDictionary.ToImmutableDictionary(fields, field => field.Field, field => field.Value);
}
