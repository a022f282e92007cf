using Microsoft.Playwright;
using Workflows.Browser.Tests.Support;

namespace Workflows.Browser.Tests;

/// <summary>Takes the pictures of the documentation again: <c>.ci/take-pictures</c>.</summary>
public sealed class PictureTests
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("WORKFLOWS_PICTURES");
    private static readonly Screen Window = new(1040, 760);

    [PictureFact]
    public async Task Pictures_are_taken()
    {
        await using var site = await Site.StartAsync("2026-03-02T09:00:00Z");

        // Days go by between the steps, as they do: some limits are kept and some are not.
        var views = 0;
        var people = new Partnership(site, Window, async _ =>
        {
            if (++views % 2 == 0)
            {
                await site.Client.PostAsync("/demo/clock", new { by = "P1D" });
            }
        });
        await people.OpenAsync("FERN-2026-01");
        await people.UntilAsync(page => page.GetByText("public since").IsVisibleAsync());
        var manager = await people.AsAsync("business.manager");
        await TakeAsync(manager, "timeline", "h2#timeline", "[aria-label='Timeline as a picture']");
        var reader = await site.BrowserAsync(Window);
        await reader.GotoAsync("/publications");
        await reader.Locator("main h2 a").First.ClickAsync();
        await reader.GetByText("Read the document").WaitForAsync();
        await TakeAsync(reader, "publication", to: "footer");

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
        await TakeAsync(manager, "today");
        var approver = await second.AsAsync("health.partner");
        await approver.GotoAsync($"{second.Review}/do/rapid-review-sign-off");
        await TakeAsync(approver, "approval");
    }

    // From the top of the page, or from one part to another.
    private static async Task TakeAsync(IPage page, string name, string? from = null, string? to = null)
    {
        await page.EvaluateAsync("() => document.fonts.ready");
        float top = from is null ? 0 : (await page.Locator(from).BoundingBoxAsync())!.Y - 10;
        float bottom = to is null ? Window.Height : (await page.Locator(to).BoundingBoxAsync()) is { } box ? box.Y + box.Height + 10 : Window.Height;
        await page.ScreenshotAsync(new PageScreenshotOptions
        {
            Path = Path.Combine(Folder!, $"{name}.png"),
            FullPage = true,
            Clip = new Clip { X = 0, Y = top, Width = Window.Width, Height = bottom - top },
        });
    }

    /// <summary>Only where a folder is named: pictures differ from machine to machine, by its fonts.</summary>
    private sealed class PictureFactAttribute : FactAttribute
    {
        public PictureFactAttribute() => Skip = Folder is null ? "Pictures are taken by .ci/take-pictures." : null;
    }
}
