using Reception.Web.Tests.Infrastructure;

namespace Reception.Web.Tests;

/// <summary>From the kerb to the manager's ear and back, by two phones.</summary>
public sealed class ValetLineTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task A_walk_in_rings_over_the_managers_whole_screen_and_the_valet_sees_and_hears_who_copied()
    {
        await using var hub = await DemoHub.Start();
        await using var manager = await chromium.Open(hub.Address, Size.Phone);
        await manager.BeginDuty("ma-jun", "customer-manager");
        await using var valet = await chromium.Open(hub.Address, Size.Phone);
        await valet.SignIn("zhao-qiang");
        await valet.On("start");
        await valet.Press("test-sound");
        await valet.Hears("赵强试机");
        await valet.Press("heard-yes");
        await valet.Press("floor");
        await valet.On("arrival-home");

        await valet.Press("floor");
        await valet.On("arrival");
        await valet.Sees("轮到 马骏");
        await valet.Press("open-walk-in-titleMr");

        var call = await manager.Rings();
        (await call.BoundingBoxAsync())!.Should().Match<Microsoft.Playwright.LocatorBoundingBoxResult>(box => box.Width == 390 && box.Height == 844);
        (await call.InnerTextAsync()).Should().Contain("自然来访").And.Contain("一位先生").And.Contain("赵强");
        await manager.Press("floor");
        await manager.SeesNot(call);

        await valet.On("heard");
        await valet.Hears("马骏收到");
        (await valet.Words(".heard")).Should().Contain("马骏").And.Contain("收到");
    }

    [Fact]
    public async Task A_walk_in_carries_name_plate_and_party_before_it_is_sent()
    {
        await using var hub = await DemoHub.Start();
        await using var manager = await hub.Person("ma-jun", "customer-manager");
        await using var valet = await chromium.Open(hub.Address, Size.SmallPhone);
        await valet.BeginDuty("zhao-qiang");
        await valet.Press("floor");
        await valet.On("arrival");
        await valet.Type("806");
        await valet.Press("open-walk-in");
        await valet.On("ask");
        await valet.Sees("您好，欢迎光临");
        await valet.Press("family");
        await valet.Press("family-王");
        await valet.Press("title-titleMr");
        await valet.Press("size-more");
        await valet.Press("size-more");
        await valet.Sees("王先生到了");
        await valet.Press("floor");

        await valet.On("heard");
        await valet.Page.Locator(".guest").GetByText("王先生").WaitForAsync();
        await valet.Page.Locator(".guest .tail").GetByText("806").WaitForAsync();
        var journey = await manager.Sees(views => views.Journeys.Values.SingleOrDefault());
        manager.Views.Guests[journey.Guest].Address.Zh.Should().Be("王先生");
        journey.Facts.Should().Contain("size", "2");

        await valet.Press("back");
        await valet.Touch(valet.Page.Locator(".row", new() { HasText = "王先生" }).Locator("button").First);
        await valet.On("journey");
        await valet.Press("card");
        await valet.On("card");
        await valet.Press("family-黄");
        await valet.Press("floor");
        await valet.On("journey");
        await valet.Page.Locator(".guest").GetByText("黄先生").WaitForAsync();
    }
}
