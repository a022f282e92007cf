using Microsoft.Playwright;
using Workflows.Local.Tests.Support;

namespace Workflows.Browser.Tests.Support;

/// <summary>The program as a person starts it, with its demonstration people, and browsers of its visitors.</summary>
internal sealed class Site : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<IBrowserContext> _contexts = [];
    private LocalProgram? _program;

    public DemoClient Client { get; private set; } = default!;

    public Uri Address => Client.Http.BaseAddress!;

    public static async Task<Site> StartAsync(string clock = "2026-05-05T09:00:00Z")
    {
        var site = new Site();
        (site._program, site.Client) = await LocalProgram.ServeAsync(site._folder.Of("data"), clock);
        return site;
    }

    /// <summary>A browser of its own, with no cookies.</summary>
    public async Task<IPage> BrowserAsync(Screen? screen = null)
    {
        var (width, height, scripts, touch) = screen ?? Screen.Desktop;
        var context = await (await Chrome.Browser).NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Address.AbsoluteUri,
            ViewportSize = new ViewportSize { Width = width, Height = height },
            JavaScriptEnabled = scripts,
            HasTouch = touch,
            Locale = "en-GB",
            TimezoneId = "Europe/London",
        });
        context.SetDefaultTimeout(Chrome.Patience);
        _contexts.Add(context);
        return await context.NewPageAsync();
    }

    /// <summary>A browser in which somebody has signed in by the page that asks who they are.</summary>
    public async Task<IPage> PersonAsync(string user, Screen? screen = null)
    {
        var page = await BrowserAsync(screen);
        await page.GotoAsync("/sign-in");
        await page.Locator($"input[name=user][value='{user}']").CheckAsync();
        await page.Locator("main form button").ClickAsync();
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var context in _contexts)
        {
            await context.CloseAsync();
        }

        Client.Dispose();
        if (_program is not null)
        {
            await _program.DisposeAsync();
        }

        _folder.Dispose();
    }
}

/// <summary>What somebody looks at pages with.</summary>
/// <param name="Width">Width in CSS pixels.</param>
/// <param name="Height">Height in CSS pixels.</param>
/// <param name="Scripts">Whether JavaScript runs.</param>
/// <param name="Touch">Whether it is touched with a finger.</param>
internal sealed record Screen(int Width, int Height, bool Scripts = true, bool Touch = false)
{
    public static Screen Desktop { get; } = new(1280, 900);

    public static Screen Phone { get; } = new(360, 740, Touch: true);

    public static Screen WithoutScripts { get; } = new(1280, 900, Scripts: false);
}
