using Reception.Web.Tests.Infrastructure;

namespace Reception.Web.Tests;

/// <summary>One person at home has one position; everybody else is played.</summary>
public sealed class AloneTests(Chromium chromium) : IClassFixture<Chromium>
{
    /// <summary>Venue seconds per second: fast enough for a visit in some minutes, slow enough for a thumb.</summary>
    private const double Pace = 20;
    private const float Minute = 60_000;

    /// <summary>The longest visit the crew plays: an hour and a half at the venue.</summary>
    private const float AVisit = 5 * Minute;

    [Fact]
    public async Task Alone_at_home_the_valet_hears_the_manager_answer_and_brings_a_guest_in_and_away()
    {
        await using var hub = await DemoHub.Start(crew: true, clock: Pace);
        await using var valet = await chromium.Open(hub.Address, Size.Phone);
        await hub.CrewStands(without: "zhao-qiang");
        await valet.BeginDuty("zhao-qiang", "parking-valet");
        await valet.CopyWhateverRings();
        await valet.Press("floor");
        await valet.On("arrival");
        await valet.Sees("轮到", Minute);
        await valet.Press("open-walk-in");
        await valet.On("ask");
        await valet.Press("family");
        await valet.Press("family-朱");
        await valet.Press("title-titleMs");
        await valet.Press("floor");

        await valet.On("heard");
        await valet.Page.Locator(".heard", new() { HasText = "客户经理" }).First.WaitForAsync();
        var answered = valet.Page.Locator(".heard", new() { Has = valet.Page.Locator(".st.ok") }).First;
        await answered.WaitForAsync(new() { Timeout = 2 * Minute });
        var name = await answered.Locator("b").First.InnerTextAsync();
        await valet.Hears($"{name}收到");
        await Pictures.Keep(valet, "alone-1-heard");
        await valet.Press("floor");
        await valet.Press("back");
        await valet.On("arrival-home");

        // The others seat her, serve her, show her a room; when she wants her car it is the valet's turn again.
        await Take(valet, "车已就位");
        await Pictures.Keep(valet, "alone-2-leaving");
        await Take(valet, "送别");
        await using var manager = await hub.Person("liang-wen");
        var guest = manager.Views.Guests.Values.Single(one => one.Address.Zh == "朱女士");
        var way = manager.Views.Journeys[guest.Journey];
        way.Ended.Should().NotBeNull();
        way.Steps.Select(step => step.Trigger).Should().StartWith(["walk-in", "escort"]).And.EndWith(["car-ready", "depart"]).And.Contain(["seat", "leave"]);
    }

    [Fact]
    public async Task A_water_bar_that_says_nothing_is_seen_climbing_on_the_board()
    {
        await using var hub = await DemoHub.Start(crew: true, clock: Pace);
        await hub.CrewStands(without: "gu-xiaotong");
        await using var supervisor = await chromium.Open(hub.Address, Size.Laptop);
        await supervisor.BeginDuty("gu-xiaotong", "supervisor");
        await supervisor.On("board-live");
        await hub.Silence("water-bar");

        var climbed = supervisor.Page.Locator(".need li.hot", new() { Has = supervisor.Page.Locator(".ladder .live", new() { HasText = "您" }) })
            .Filter(new() { HasText = "请上饮品" }).First;
        await climbed.WaitForAsync(new() { Timeout = 3 * Minute });
        (await climbed.InnerTextAsync()).Should().Contain("未应答");
        await Pictures.Keep(supervisor, "alone-3-climbed");
        var call = await climbed.GetAttributeAsync("data-need");
        await supervisor.Page.Locator($"[data-id='ack-{call}']").ClickAsync();
        await supervisor.SeesNot(supervisor.Page.Locator($"[data-need='{call}']"));
    }

    /// <summary>Presses the button of the guest's row as soon as it is there; what rings meanwhile is copied. A call that comes in under the thumb makes the page deaf: then again.</summary>
    private static async Task Take(Device valet, string step)
    {
        var button = valet.Page.Locator(".row", new() { HasText = "朱女士" }).Locator("[data-id^=step-]", new() { HasText = step });
        do
        {
            await valet.Touch(button, AVisit);
        }
        while (!await valet.Loses(button));
    }
}
