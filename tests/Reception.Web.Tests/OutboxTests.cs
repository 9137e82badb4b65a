using Reception.Web.Tests.Infrastructure;

namespace Reception.Web.Tests;

/// <summary>What is tapped without contact, and what comes too late.</summary>
public sealed class OutboxTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task What_is_tapped_without_contact_waits_with_its_count_and_is_sent_once()
    {
        await using var hub = await DemoHub.Start();
        await using var door = await hub.Person("zhou-peng", "door-valet");
        await using var manager = await hub.Person("ma-jun", "customer-manager");
        await using var line = new Line(hub.Address);
        await using var valet = await chromium.Open(line.Address, Size.Phone);
        await valet.BeginDuty("zhao-qiang");
        await valet.Press("floor");
        await valet.Press("open-walk-in-titleMr");
        await valet.On("heard");
        await valet.Press("back");
        await valet.On("arrival-home");

        line.Cut();
        await valet.Touch(valet.Page.Locator("[data-id^=step-]"));
        await valet.Page.Locator(".unsent").GetByText("1").WaitForAsync();
        door.Views.Journeys.Values.Should().ContainSingle().Which.Steps.Should().HaveCount(1, "the hub knows nothing of it");

        line.Mend();
        await valet.SeesNot(valet.Page.Locator(".unsent"), within: 30_000);
        var journey = await door.Sees(views => views.Journeys.Values.SingleOrDefault(one => one.Steps.Count > 1));
        journey.Steps.Select(step => step.Trigger).Should().Equal("walk-in", "escort");
        door.Views.Alerts.Values.Count(alert => alert.Asks.Positions.Contains("door-valet")).Should().Be(1, "it was sent once");
    }

    [Fact]
    public async Task A_tap_that_comes_second_is_refused_in_words_with_who_was_first()
    {
        await using var hub = await DemoHub.Start();
        await using var manager = await hub.Person("ma-jun", "customer-manager");
        await using var line = new Line(hub.Address);
        await using var valet = await chromium.Open(line.Address, Size.Phone);
        await valet.BeginDuty("zhao-qiang");
        await using var second = await hub.Person("sun-hao", "parking-valet");
        await valet.Press("floor");
        await valet.Press("open-walk-in-titleMr");
        await valet.On("heard");
        await valet.Page.Locator(".guest").WaitForAsync();

        line.Cut();
        await valet.Press("floor");
        var journey = await second.Sees(views => views.Journeys.Values.SingleOrDefault());
        (await second.Pull(journey.Id, "escort")).Ok.Should().BeTrue();
        line.Mend();

        var refusal = valet.Page.Locator(".refuse");
        await refusal.WaitForAsync(new() { Timeout = 30_000 });
        (await refusal.InnerTextAsync()).Should().Contain("孙浩").And.Contain("谁先");
        await valet.Press("floor");
        await valet.SeesNot(refusal);
    }

    [Fact]
    public async Task A_page_opened_again_without_contact_shows_what_it_knew_with_its_age_and_in_red()
    {
        await using var hub = await DemoHub.Start();
        await using var host = await hub.Person("ma-jun", "customer-manager");
        await host.Open("sales-visit", "expect", new Dictionary<string, string> { ["address"] = "王先生", ["plate"] = "沪A00345", ["eta"] = $"{host.Time.Now + 600_000}" });
        await using var valet = await chromium.Open(hub.Address, Size.Phone);
        await valet.BeginDuty("zhao-qiang");
        await valet.Sees("王先生");
        await valet.Page.EvaluateAsync("navigator.serviceWorker.ready");
        await valet.Kept("views");

        await hub.Stop();
        await valet.Page.ReloadAsync();
        await valet.On("arrival-home");
        await valet.Sees("王先生");
        await valet.Page.Locator("[data-id=lost]").WaitForAsync(new() { Timeout = 30_000 });
        await hub.Run();
        await valet.SeesNot(valet.Page.Locator("[data-id=lost]"), within: 30_000);
    }
}
