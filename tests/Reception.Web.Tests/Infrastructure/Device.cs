using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Reception.Web.Tests.Infrastructure;

/// <summary>One person's browser: presses as a finger does, and reads what the person sees and hears.</summary>
internal sealed class Device(IPage page) : IAsyncDisposable
{
    /// <summary>A thumb; what is shorter is rain.</summary>
    private const float PressMs = 110;
    private const float Patience = 15_000;

    // A new page is deaf at first, a call for longer: a press waits until the page has stood for a while.
    private const int StoodMs = 700;

    private const string Here = "document.querySelector('[data-page]')?.dataset.page ?? ''";

    private const string WatchPages = """
        (() => {
          const key = () => [...document.querySelectorAll('[data-page], [data-call], [role=alertdialog]')].map((one) => one.dataset.page + one.dataset.call).join();
          let last = '';
          window.__changed = performance.now();
          const look = () => {
            if (key() !== last) { last = key(); window.__changed = performance.now(); }
            requestAnimationFrame(look);
          };
          look();
          window.__spoken = [];
          new MutationObserver(() => {
            const words = document.querySelector('[data-spoken]')?.dataset.spoken;
            if (words && words !== window.__spoken.at(-1)) window.__spoken.push(words);
          }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-spoken'] });
        })();
        """;

    private readonly ConcurrentQueue<string> _broken = new();
    private ILocator? _pressed;

    public IPage Page => page;

    public async Task Prepare(string language, string? theme)
    {
        page.SetDefaultTimeout(Patience);
        page.PageError += (_, error) => _broken.Enqueue(error);
        await page.AddInitScriptAsync(WatchPages);
        await page.AddInitScriptAsync($"localStorage.setItem('language', '{language}');{(theme is null ? "" : $"localStorage.setItem('theme', '{theme}');")}");
        await page.GotoAsync("/");
    }

    /// <summary>Signs in from the demo's list.</summary>
    public async Task SignIn(string staff)
    {
        await Press($"demo-{staff}");
        await page.Locator("[data-page]:not([data-page=join]):not([data-page=loading])").First.WaitForAsync();
    }

    /// <summary>Signs in and begins duty at the first position one may hold, or at this one; somebody who is on duty already goes on.</summary>
    public async Task BeginDuty(string staff, string? position = null)
    {
        await SignIn(staff);
        if (await page.Locator("[data-page=start]").CountAsync() == 0)
        {
            return;
        }

        if (position is not null)
        {
            foreach (var chosen in await page.Locator("[data-id^=position-][aria-pressed=true]").AllAsync())
            {
                await Touch(chosen);
            }

            await Press($"position-{position}");
        }

        await Press("floor");
        await page.Locator("[data-page]:not([data-page=start]):not([data-page=loading])").First.WaitForAsync();
    }

    /// <summary>What stands on the floor is pressed by <c>floor</c>, everything else by its own id. What lies under a call cannot be reached.</summary>
    public Task Press(string id) => Touch(page.Locator($"[data-id='{id}']:visible:not([inert] *)"));

    public async Task Touch(ILocator what, float within = Patience)
    {
        await Stood();
        await what.ClickAsync(new() { Delay = PressMs, Timeout = within });
        _pressed = what.First;
    }

    public async Task Type(string keys)
    {
        foreach (var key in keys)
        {
            await Press($"key-{key}");
        }
    }

    /// <summary>Waits for a page; what follows in its name, the guest, is not looked at.</summary>
    public async Task On(string name)
    {
        var there = page.Locator($"[data-page='{name}'], [data-page^='{name} ']").First;
        // A press that a busy machine stretched to a fist, or laid into a dead time, is none; a page changes with its press or not at all.
        for (var again = 0; again < 2 && !await Within(async () => await there.IsVisibleAsync()) && _pressed is { } pressed && await pressed.IsVisibleAsync(); again++)
        {
            await Touch(pressed);
        }

        await there.WaitForAsync();
    }

    /// <summary>The browser's own way back; done when the page is another.</summary>
    public async Task Back()
    {
        var here = await page.EvaluateAsync<string>(Here);
        await page.GoBackAsync();
        await page.WaitForFunctionAsync($"here => ({Here}) !== here", here);
    }

    /// <summary>A call lies over the whole screen.</summary>
    public async Task<ILocator> Rings()
    {
        var call = page.Locator("[data-call]");
        await call.WaitForAsync();
        return call;
    }

    /// <summary>Copies what rings now, until nothing does, and is at home again.</summary>
    public async Task CopyAll()
    {
        for (var call = page.Locator("[data-call]"); await call.CountAsync() > 0;)
        {
            var id = await call.First.GetAttributeAsync("data-call");
            await Press("floor");
            await SeesNot(page.Locator($"[data-call='{id}']"));
        }

        if (await page.Locator("[data-id=back]:visible").CountAsync() > 0)
        {
            await Back();
        }
    }

    /// <summary>From now on whatever rings while something is to be pressed is copied first, and the page that was there comes back.</summary>
    public Task CopyWhateverRings() => page.AddLocatorHandlerAsync(
        page.Locator("[data-call]").First,
        async () =>
        {
            await Stood();
            await page.EvaluateAsync("document.querySelector('[data-call] [data-id=floor]')?.click()");
            if (await page.Locator("[data-page^='journey ']").CountAsync() > 0)
            {
                await Back();
            }

            await Stood();
        },
        new() { NoWaitAfter = true });

    public Task Sees(string words, float within = Patience) => page.GetByText(words).First.WaitForAsync(new() { Timeout = within });

    public Task SeesNot(ILocator what, float within = Patience) => what.First.WaitForAsync(new() { State = WaitForSelectorState.Detached, Timeout = within });

    /// <summary>Whether it goes away within a moment.</summary>
    public Task<bool> Loses(ILocator what) => Within(async () => await what.CountAsync() == 0);

    /// <summary>The ear was told these words: the transcript for whoever cannot hear has had them.</summary>
    public Task Hears(string words, float within = Patience) =>
        page.WaitForFunctionAsync("words => window.__spoken.some(one => one.includes(words))", words, new() { Timeout = within });

    /// <summary>Waits until the device's vault has this; what it says nobody can read from outside.</summary>
    public async Task Kept(string name)
    {
        await page.EvaluateAsync(
            """
            async (name) => {
              const db = await new Promise((resolve) => { const open = indexedDB.open('reception'); open.onsuccess = () => resolve(open.result); });
              const has = () => new Promise((resolve) => {
                const get = db.transaction('vault').objectStore('vault').getKey(name);
                get.onsuccess = () => resolve(get.result !== undefined);
              });
              const look = async () => { if (await has()) { window.__kept = name; db.close(); } else setTimeout(look, 200); };
              void look();
            }
            """,
            name);
        await page.WaitForFunctionAsync("name => window.__kept === name", name);
    }

    private async Task<bool> Within(Func<Task<bool>> done)
    {
        for (var looks = 0; looks < 20; looks++)
        {
            if (await done())
            {
                return true;
            }

            await page.WaitForTimeoutAsync(250);
        }

        return false;
    }

    private Task Stood() => page.WaitForFunctionAsync($"performance.now() - window.__changed > {StoodMs}");

    public async Task<string> Words(string selector = "body") => await page.Locator(selector).First.InnerTextAsync();

    public async ValueTask DisposeAsync()
    {
        await page.Context.DisposeAsync();
        _broken.Should().BeEmpty("no page may throw");
    }
}
