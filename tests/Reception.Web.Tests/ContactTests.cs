using System.Diagnostics;
using Reception.Web.Tests.Infrastructure;

namespace Reception.Web.Tests;

/// <summary>Contact lost in a garage: nobody is told, so the page itself must notice.</summary>
public sealed class ContactTests(Chromium chromium) : IClassFixture<Chromium>
{
    /// <summary>Promise P11, and a second for the browser of a busy machine.</summary>
    private static readonly TimeSpan OnThePage = TimeSpan.FromSeconds(26);
    private static readonly TimeSpan OnTheBoard = TimeSpan.FromSeconds(40);

    // Fails on P11-a-page-believes-its-open-socket.
    [Fact]
    [Rule("P11")]
    public async Task A_page_that_hears_nothing_says_so_in_red_within_25_seconds_and_heals_untouched()
    {
        await using var hub = await DemoHub.Start();
        await using var line = new Line(hub.Address);
        await using var valet = await chromium.Open(line.Address, Size.Phone);
        await valet.BeginDuty("zhao-qiang");

        line.Cut();
        var silent = Stopwatch.StartNew();
        await valet.Page.Locator("[data-id=lost]").WaitForAsync(new() { Timeout = 40_000 });
        silent.Elapsed.Should().BeLessThan(OnThePage);
        (await valet.Words("[data-id=lost]")).Should().Contain("请用电话");
        await valet.Hears("失联，请用电话");
        (await valet.Words("main")).Should().Contain("没有待到访的客户", "the list stays usable");

        line.Mend();
        await valet.SeesNot(valet.Page.Locator("[data-id=lost]"), within: 20_000);
        await valet.Page.Locator(".contact.live").First.WaitForAsync();
    }

    // Fails on P11-a-silent-socket-counts-as-contact.
    [Fact]
    [Rule("P11")]
    public async Task A_lost_device_shows_on_the_managers_board_within_40_seconds()
    {
        await using var hub = await DemoHub.Start();
        await using var line = new Line(hub.Address);
        await using var manager = await chromium.Open(hub.Address, Size.Laptop);
        await manager.BeginDuty("liang-wen");
        await using var valet = await chromium.Open(line.Address, Size.Phone);
        await valet.BeginDuty("zhao-qiang");
        await manager.Page.Locator(".rail").GetByText("赵强").WaitForAsync();

        line.Cut();
        var silent = Stopwatch.StartNew();
        await manager.Page.Locator(".rail").GetByText("失联").WaitForAsync(new() { Timeout = 60_000 });
        silent.Elapsed.Should().BeLessThan(OnTheBoard);
    }

    [Fact]
    [Rule("P11")]
    public async Task A_board_whose_hub_has_stopped_greys_with_its_age_and_heals_untouched()
    {
        await using var hub = await DemoHub.Start();
        await using var manager = await chromium.Open(hub.Address, Size.Laptop);
        await manager.BeginDuty("liang-wen");

        await hub.Stop();
        await manager.Page.Locator(".stalebar").WaitForAsync();
        (await manager.Words(".stalebar")).Should().Contain("画面停在");
        await manager.Page.GetByText("请用电话").First.WaitForAsync(new() { Timeout = 30_000 });

        await hub.Run();
        await manager.SeesNot(manager.Page.Locator(".stalebar"), within: 30_000);
    }
}
