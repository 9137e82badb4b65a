using System.Collections.Immutable;
using Reception.Domain.Playbooks.Reading;
using Reception.Domain.Tests.Builders;

namespace Reception.Domain.Tests.Playbooks;

/// <summary>A sales centre that receives VIPs: both procedures in force, walk-ins kept out while the venue is cleared.</summary>
internal sealed class VipCentre
{
    private const string Venue = """
        venue: test-vip-centre
        base: vip-centre
        staff:
          zhao: {name: 赵强, positions: [parking-valet]}
          zhou: {name: 周鹏, positions: [door-valet]}
          zheng: {name: 郑小雨, positions: [water-bar]}
          lin: {name: 林静, positions: [customer-manager]}
          shen: {name: 沈岚, positions: [butler]}
          luo: {name: 罗敏, positions: [sample-room-steward]}
          cao: {name: 曹阳, positions: [sales-team]}
          fang: {name: 方志远, positions: [leadership]}
          yao: {name: 姚建国, positions: [property-manager]}
          shi: {name: 石勇, positions: [security]}
          gu: {name: 顾晓彤, positions: [supervisor]}
          liang: {name: 梁文, positions: [manager]}
        """;

    public static readonly LibraryReading Reading = LibraryReader.Read(new("vip-centre.yaml", Venue), Shipped.Sources);

    /// <summary>A VIP planned at 14:00 for this time.</summary>
    public VipCentre(string eta)
    {
        Guest = Opens("gu", "vip-visit", "plan", ("address", "王总"), ("eta", Day.Clock(eta).Ms()), ("ground", "group-leader"), ("grade", "first"), ("butler", "shen")).IsTaken().Journey;
        Day.Tick();
    }

    public Day Day { get; } = Day.At("14:00", Reading.Library ?? throw new InvalidOperationException(string.Join('\n', Reading.Flaws))).Staffed();

    public JourneyId Guest { get; }

    public Person this[string id] => Day[id];

    public Outcome Admits(string who, string trigger, string reason) => this[who].Does(new Command.Pull(null, "sales-visit", trigger, reason, ImmutableDictionary<string, string>.Empty));

    public Outcome Opens(string who, string playbook, string trigger, params (string Field, string Value)[] fields) =>
        this[who].Does(new Command.Pull(null, playbook, trigger, null, fields.ToImmutableDictionary()));

    public VipCentre Then(string who, string trigger, params (string Field, string Value)[] fields)
    {
        this[who].Pulls(trigger, Guest, fields).IsTaken();
        return this;
    }

    /// <summary>Things to do whose position has been called, in that order.</summary>
    public IEnumerable<string> Called(DateTimeOffset since) => Day.Log.Where(entry => entry.At >= since).SelectMany(entry => entry.Events)
        .OfType<Items.ItemEvents.ItemFellDue>().Select(due => Day.State.Items[due.Item].Template.Value);
}
