using System.Text.RegularExpressions;
using Reception.Chaos;
using Reception.Web.Tests.Infrastructure;

namespace Reception.Web.Tests;

/// <summary>The main pages in the sizes, languages and themes of the design: pictures, no violation of accessibility, no word left untranslated.</summary>
public sealed partial class ScreensTests(Chromium chromium) : IClassFixture<Chromium>
{
    private static readonly string Axe = Path.Combine(Repository.Root, "clients", "web", "node_modules", "axe-core", "axe.min.js");

    private static readonly string[] Themes = ["day", "sun", "dark"];

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task The_pages_of_the_valet_are_readable_for_everybody(string language)
    {
        await using var day = await FullHouse.Open();
        await using var valet = await chromium.Open(day.Hub.Address, Size.Phone, language);
        var look = new Look(valet, language, Size.SmallPhone, Size.Phone);
        await valet.On("join");
        await look.At("join");
        await valet.Press("has-code");
        await look.At("join-code");
        await valet.SignIn("zhao-qiang");
        await valet.On("start");
        await look.At("start");
        await valet.Press("floor");
        await valet.Rings();
        await look.At("call");
        await valet.CopyAll();
        await valet.On("arrival-home");
        await look.At("valet-home");
        await valet.Touch(valet.Page.Locator(".row .open").First);
        await valet.On("journey");
        await look.At("guest-leaving");
        await valet.Press("heard");
        await valet.On("heard");
        await look.At("heard");
        await valet.Back();
        await valet.Press("phrases");
        await valet.On("phrases");
        await valet.Press("phrase-wheelchair");
        await look.At("phrases");
        await valet.Back();
        await valet.Press("card");
        await valet.On("card");
        await look.At("card");
        await valet.Back();
        await valet.On("journey");
        await valet.Back();
        await valet.On("arrival-home");
        await valet.Press("floor");
        await valet.On("arrival");
        await valet.Type("5");
        await look.At("arrival");
        await valet.Press("open-walk-in");
        await valet.On("ask");
        await valet.Press("family");
        await valet.Press("plate-tail");
        await look.At("walk-in");
        await valet.Press("sos");
        await valet.On("sos");
        await look.At("sos");
        await valet.Press("me");
        await valet.On("duty");
        await look.At("duty");
        await valet.Press("go-history");
        await valet.On("history");
        await look.At("history");
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task The_pages_of_the_other_positions_are_readable_for_everybody(string language)
    {
        await using var day = await FullHouse.Open();
        foreach (var (staff, position, page) in new[]
        {
            ("zhou-peng", "door-valet", "door"), ("zheng-xiaoyu", "water-bar", "drinks"), ("he-jia", "customer-manager", "host"), ("luo-min", "sample-room-steward", "rooms"),
        })
        {
            await using var device = await chromium.Open(day.Hub.Address, Size.Phone, language);
            await device.BeginDuty(staff, position);
            await device.CopyAll();
            await new Look(device, language, Size.Phone, Size.Tablet).At(page);
        }
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task The_board_is_readable_for_everybody(string language)
    {
        await using var day = await FullHouse.Open();
        await using var board = await chromium.Open(day.Hub.Address, Size.Laptop, language);
        await board.BeginDuty("liang-wen", "manager");
        await board.On("board-live");
        var look = new Look(board, language, Size.Laptop, Size.SmallLaptop, Size.Wall);
        await look.At("board-live");
        await board.Page.Locator("[data-id=tab-calls]").ClickAsync();
        await board.On("board-calls");
        await look.At("board-calls");
        await board.Page.Locator("[data-id=tab-wall]").ClickAsync();
        await board.On("board-wall");
        await look.At("board-wall");
    }

    [GeneratedRegex(@"[\u3400-\u9fff]+")]
    private static partial Regex Chinese();

    /// <summary>One device, looked at page by page in its sizes and in every theme.</summary>
    private sealed class Look(Device device, string language, params Size[] sizes)
    {
        // Letters on keys and plates, and the button that leads back to Chinese, are meant.
        private const string Shown = """
            () => { const copy = document.body.cloneNode(true); copy.querySelectorAll('script, style, .keys, [data-id=language]').forEach((one) => one.remove()); return copy.innerText; }
            """;

        private const string Flaws = """
            async () => (await axe.run(document, { resultTypes: ['violations'] })).violations.flatMap((one) => one.nodes.slice(0, 3).map((node) => `${one.id}: ${node.target} ${node.failureSummary}`))
            """;

        private readonly List<string> _found = [];

        public async Task At(string page)
        {
            foreach (var size in sizes)
            {
                await device.Page.SetViewportSizeAsync(size.Width, size.Height);
                foreach (var theme in Themes)
                {
                    await device.Page.EvaluateAsync("theme => { document.documentElement.dataset.theme = theme; }", theme);
                    var name = $"{page}-{size}-{language}-{theme}";
                    await Pictures.Keep(device, name);
                    if (theme == Themes[0] || size == sizes[0])
                    {
                        await Judge(name);
                    }
                }

                await device.Page.EvaluateAsync("theme => { document.documentElement.dataset.theme = theme; }", Themes[0]);
            }

            await device.Page.SetViewportSizeAsync(sizes[^1].Width, sizes[^1].Height);
            _found.Should().BeEmpty();
        }

        private async Task Judge(string name)
        {
            if (!await device.Page.EvaluateAsync<bool>("() => 'axe' in window"))
            {
                await device.Page.AddScriptTagAsync(new() { Path = Axe });
            }

            _found.AddRange((await device.Page.EvaluateAsync<string[]>(Flaws)).Select(flaw => $"{name}: {flaw}"));
            if (await device.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth") > 0)
            {
                _found.Add($"{name}: it scrolls sideways");
            }

            if (language == "en")
            {
                var left = Chinese().Matches(await device.Page.EvaluateAsync<string>(Shown)).Select(match => match.Value).Distinct();
                _found.AddRange(left.Where(word => !FullHouse.Names.Contains(word)).Select(word => $"{name}: {word} is not in English"));
            }
        }
    }
}
