using Reception.Client;

namespace Reception.Web.Tests.Infrastructure;

/// <summary>A centre with something on every page: guests expected, at the door, seated, at a room and leaving; a call that nobody answers.</summary>
internal sealed class FullHouse : IAsyncDisposable
{
    private readonly List<ReceptionClient> _people = [];

    private FullHouse(DemoHub hub) => Hub = hub;

    /// <summary>What guests are called, as their host heard it: the same in every language.</summary>
    public static IReadOnlyCollection<string> Names { get; } = ["王先生", "赵女士", "陈小姐", "李女士", "黄先生", "一位先生", "沪"];

    public DemoHub Hub { get; }

    public static async Task<FullHouse> Open()
    {
        var house = new FullHouse(await DemoHub.Start());
        await house.Fill();
        return house;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var person in _people)
        {
            await person.DisposeAsync();
        }

        await Hub.DisposeAsync();
    }

    private async Task Fill()
    {
        var valet = await Person("sun-hao", "parking-valet");
        var host = await Person("ma-jun", "customer-manager");
        await Person("shen-lan", "butler");
        var soon = host.Time.Now + (12 * 60_000);
        foreach (var (name, plate, later) in new[] { ("王先生", "沪A00345", 0), ("赵女士", "沪A005K8", 25), ("陈小姐", "沪AD00118", 60) })
        {
            await Open(host, "expect", new()
            {
                ["address"] = name,
                ["plate"] = plate,
                ["eta"] = $"{soon + (later * 60_000)}",
                ["size"] = "2",
                ["visit"] = "first",
                ["manager"] = "ma-jun",
                ["butler"] = "shen-lan",
                ["needs"] = "elderly",
            });
        }

        var seated = await Open(valet, "walk-in", new() { ["address"] = "李女士", ["plate"] = "沪A009F2", ["size"] = "2" });
        await Pull(host, seated, "seat", new() { ["table"] = "table-3" });
        var touring = await Open(valet, "walk-in", new() { ["address"] = "黄先生", ["plate"] = "沪A00507" });
        await Pull(host, touring, "seat", new() { ["table"] = "table-5" });
        await Pull(host, touring, "call-room", new() { ["room"] = "room-b" });
        var leaving = await Open(valet, "walk-in", new() { ["address"] = "一位先生", ["plate"] = "806" });
        await Pull(valet, leaving, "escort", new() { ["space"] = "B2-17" });
        await Pull(host, leaving, "seat", new() { ["table"] = "table-1" });
        await Pull(host, leaving, "leave", []);
    }

    private async Task<ReceptionClient> Person(string staff, string position)
    {
        var person = await Hub.Person(staff, position);
        _people.Add(person);
        return person;
    }

    private static async Task<string> Open(ReceptionClient person, string trigger, Dictionary<string, string> fields)
    {
        var answer = await person.Open("sales-visit", trigger, fields);
        answer.Ok.Should().BeTrue(answer.Words?.Zh);
        return answer.Created!["journey"];
    }

    private static async Task Pull(ReceptionClient person, string journey, string trigger, Dictionary<string, string> fields)
    {
        var answer = await person.Pull(journey, trigger, fields);
        answer.Ok.Should().BeTrue(answer.Words?.Zh);
    }
}
