using Microsoft.Playwright;

namespace Reception.Web.Tests.Infrastructure;

/// <summary>The system's Chromium, one process for the tests of a class. Nothing is downloaded.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private const string Program = "/usr/bin/chromium";

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    private IBrowser Browser => _browser ?? throw new InvalidOperationException("The browser is not started.");

    public async Task InitializeAsync()
    {
        if (!File.Exists(Program))
        {
            throw new InvalidOperationException($"{Program} is missing; the browser tests need it. On Debian, as root: apt-get install chromium fonts-noto-cjk");
        }

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Program,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    internal async Task<Device> Open(Uri address, Size size, string language = "zh-CN", string? theme = null)
    {
        var context = await Browser.NewContextAsync(new()
        {
            BaseURL = address.AbsoluteUri,
            ViewportSize = new() { Width = size.Width, Height = size.Height },
            HasTouch = size.Width < 1200,
            ReducedMotion = ReducedMotion.Reduce,
            ServiceWorkers = ServiceWorkerPolicy.Allow,
        });
        var device = new Device(await context.NewPageAsync());
        await device.Prepare(language, theme);
        return device;
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }
}
