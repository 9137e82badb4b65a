using Reception.Domain.Playbooks;
using Reception.Domain.Playbooks.Reading;
using Reception.Hub;
using Reception.Hub.Playbooks;

namespace Reception.Chaos.Worlds;

/// <summary>The shipped sales centre with a small staff, open round the clock.</summary>
internal static class Centre
{
    public const string Venue = "world";

    private const string Yaml = """
        venue: world
        base: sales-centre
        name: {zh: 世界, en: World}
        staff:
          valet: {name: {zh: 陈晨, en: Chen}, positions: [parking-valet]}
          valet-two: {name: {zh: 赵磊, en: Zhao}, positions: [parking-valet, door-valet]}
          door: {name: {zh: 孙琪, en: Sun}, positions: [door-valet]}
          bar: {name: {zh: 何燕, en: He}, positions: [water-bar]}
          host: {name: {zh: 李静, en: Li}, positions: [customer-manager]}
          host-two: {name: {zh: 周涛, en: Zhou}, positions: [customer-manager]}
          butler: {name: {zh: 唐雨, en: Tang}, positions: [butler]}
          steward: {name: {zh: 宋岚, en: Song}, positions: [sample-room-steward]}
          sales: {name: {zh: 马骏, en: Ma}, positions: [sales-team]}
          guard: {name: {zh: 邓凯, en: Deng}, positions: [security]}
          chief: {name: {zh: 钱丽, en: Qian}, positions: [supervisor]}
          boss: {name: {zh: 吴敏, en: Wu}, positions: [manager, supervisor]}
        """;

    public static Library Library { get; } = VenueFiles.Of(LibraryFiles.Read(new Source("world.yaml", Yaml)), null).Library;

    public static Playbook Book { get; } = Library.Current("sales-visit")!;
}
