using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Workflows.Browser.Tests.Support;

namespace Workflows.Browser.Tests;

/// <summary>Takes the pictures of the documentation again, or of every page for somebody to look at: <c>.ci/take-pictures</c>.</summary>
public sealed class PictureTests
{
    private static readonly Screen Window = new(1040, 760);
    private static readonly Screen Phone = new(375, 740, Touch: true);

    [PictureFact("WORKFLOWS_PICTURES")]
    public async Task Pictures_are_taken()
    {
        var folder = PictureFactAttribute.Folder("WORKFLOWS_PICTURES");
        await using var site = await Site.StartAsync("2026-03-02T09:00:00Z");
        var people = await LivedAsync(site);
        var manager = await people.AsAsync("business.manager");
        await manager.GotoAsync(people.Review);
        await TakeAsync(manager, folder, "timeline", "h2#timeline", "[aria-label='Timeline as a picture']");
        var reader = await site.BrowserAsync(Window);
        await reader.GotoAsync("/publications");
        await reader.Locator("main h2 a").First.ClickAsync();
        await reader.GetByText("Read the document").WaitForAsync();
        await TakeAsync(reader, folder, "publication", to: "footer");

        await site.Client.SignInAsync("business.manager");
        foreach (var reference in new[] { "FERN-2026-02", "FERN-2026-03" })
        {
            var now = await site.Client.NowAsync();
            await site.Client.OpenAsync(reference, $"{now:yyyy-MM-dd}");
            await site.Client.PostAsync("/demo/clock", new { by = "P4D" });
        }

        var second = new Partnership(site, Window);
        await second.OpenAsync("FERN-2026-04");
        await second.UntilAsync(page => page.GetByText("Partners sign off the rapid review").First.IsVisibleAsync());
        manager = await second.AsAsync("business.manager");
        await manager.GotoAsync("/today");
        await TakeAsync(manager, folder, "today");
        var approver = await second.AsAsync("health.partner");
        await approver.GotoAsync($"{second.Review}/do/rapid-review-sign-off");
        await TakeAsync(approver, folder, "approval", to: "main form button");
    }

    [PictureFact("WORKFLOWS_GALLERY")]
    public async Task Every_page_is_taken_at_two_widths()
    {
        var folder = PictureFactAttribute.Folder("WORKFLOWS_GALLERY");
        await using var site = await Site.StartAsync("2026-03-02T09:00:00Z");
        var people = await LivedAsync(site);
        var second = new Partnership(site, Window);
        await second.OpenAsync("FERN-2026-02");
        await second.UntilAsync(page => page.GetByText("Partners sign off the rapid review").First.IsVisibleAsync());
        var (old, now) = (people.Review, second.Review);
        foreach (var (user, addresses) in new (string?, string[])[]
        {
            (null, ["/", "/publications", "/publications/feed", "/processes", "/processes/lcspr", "/sign-in", "/accessibility", "/there/is/nothing"]),
            ("business.manager", ["/today", "/reviews", "/reviews/open", "/reviews/import", "/recommendations", "/reviewers", "/administration", "/demonstration", old, $"{old}/journal",
                $"{old}/recommendations", $"{old}/quality", $"{old}/gaps", $"{old}/looks", $"{old}/reviewers", now, $"{now}/withdraw", $"{now}/answers/awareOn", $"{now}/links",
                $"{now}/deadlines/rapid-review/delay", $"{now}/do/rapid-review-sign-off", $"{now}/recommendations/new"]),
            ("police.partner", ["/today", now, $"{now}/do/rapid-review-sign-off"]),
            ("agency.lead.health", ["/today", "/reviews"]),
            ("panel.officer", ["/today", "/panel", "/reviews", old]),
        })
        {
            foreach (var (screen, width) in new[] { (Window, "wide"), (Phone, "narrow") })
            {
                var page = user is null ? await site.BrowserAsync(screen) : await site.PersonAsync(user, screen);
                foreach (var address in addresses)
                {
                    await page.GotoAsync(address);
                    var name = $"{user ?? "anybody"}{address.Replace(old, "/old", StringComparison.Ordinal).Replace(now, "/now", StringComparison.Ordinal).Replace('/', '-')}.{width}.png";
                    await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name), FullPage = true });
                }
            }
        }
    }

    // A review as they go: its notification was late, with a reason, some of the others too; one was given another day.
    private static async Task<Partnership> LivedAsync(Site site)
    {
        var forms = 0;
        var people = new Partnership(site, Window, async page =>
        {
            if (page.Url.Contains("/do/", StringComparison.Ordinal) && !page.Url.Contains("done=", StringComparison.Ordinal))
            {
                await site.Client.PostAsync("/demo/clock", new { by = ++forms < 12 ? "P2D" : "P5D" });
            }
        });
        await people.OpenAsync("FERN-2026-01");
        await site.Client.PostAsync("/demo/clock", new { by = "P9D" });
        var manager = await people.AsAsync("business.manager");
        await manager.GotoAsync($"{people.Review}/deadlines/notification/delay");
        await manager.FillAsync(DateOnly.FromDateTime((await site.Client.NowAsync()).UtcDateTime), "The national system could not be reached for two days.");
        await manager.SendAsync();
        await people.UntilAsync(page => page.Locator("main .govuk-summary-list__value", new PageLocatorOptions { HasTextRegex = new("^Review$", RegexOptions.None, TimeSpan.FromSeconds(1)) }).First.IsVisibleAsync());
        await manager.Locator("main a[href$='/extension']").First.ClickAsync();
        await manager.GetByText("Until which day").First.WaitForAsync();
        var now = await site.Client.NowAsync();
        await manager.FillAsync(DateOnly.FromDateTime(now.UtcDateTime).AddDays(60), "The court asked to wait until its hearing.");
        await manager.SendAsync();
        await people.UntilAsync(page => page.GetByText("public since").IsVisibleAsync());
        return people;
    }

    // From the top of the page, or from one part to another.
    private static async Task TakeAsync(IPage page, string folder, string name, string? from = null, string? to = null)
    {
        await page.EvaluateAsync("() => document.fonts.ready");
        float top = from is null ? 0 : (await page.Locator(from).BoundingBoxAsync())!.Y - 10;
        float bottom = to is null ? Window.Height : (await page.Locator(to).BoundingBoxAsync()) is { } box ? box.Y + box.Height + 10 : Window.Height;
        await page.ScreenshotAsync(new PageScreenshotOptions
        {
            Path = Path.Combine(folder, $"{name}.png"),
            FullPage = true,
            Clip = new Clip { X = 0, Y = top, Width = Window.Width, Height = bottom - top },
        });
    }

    /// <summary>Only where a folder is named: pictures differ from machine to machine, by its fonts.</summary>
    private sealed class PictureFactAttribute : FactAttribute
    {
        public PictureFactAttribute(string variable) => Skip = Environment.GetEnvironmentVariable(variable) is null ? "Pictures are taken by .ci/take-pictures." : null;

        public static string Folder(string variable) => Environment.GetEnvironmentVariable(variable)!;
    }
}
