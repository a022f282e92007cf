using AngleSharp.Html.Dom;
using Workflows.Pages.Tests.Support;

namespace Workflows.Pages.Tests;

public sealed class WholeReviewTests
{
    private const int MostTurns = 300;

    private static readonly string[] Roles =
    [
        "business-manager", "authority-partner", "health-partner", "police-partner", "agency-lead", "lead-reviewer",
        "quality-assurer", "panel-officer",
    ];

    [Fact]
    public async Task A_local_review_goes_to_its_end_through_pages_alone_as_different_people()
    {
        await using var service = await PageService.StartAsync();
        var people = new Dictionary<string, PageBrowser>();
        foreach (var role in Roles)
        {
            people[role] = await service.AsAsync(role);
        }

        var manager = people["business-manager"];
        var address = await service.OpenReviewAsync(manager);
        Assert.Contains("The review is open", manager.Text);

        var (turns, isOpen) = (0, true);
        while (isOpen && turns++ < MostTurns)
        {
            await service.Service.WakeAsync();
            if (!await OneStepAsync(service, people, address))
            {
                await manager.GoAsync("/demonstration");
                await manager.SubmitAsync(manager.Form());
            }

            await manager.GoAsync(address);
            isOpen = manager.Page.QuerySelector("main .govuk-summary-list__value")!.TextContent.Trim() != "Closed";
        }

        Assert.False(isOpen, $"The review still stands at: {manager.Text[..Math.Min(600, manager.Text.Length)]}");
        Assert.Contains("public since", manager.Text);
        await manager.GoAsync($"{address}/journal");
        Assert.Contains("The review was closed.", manager.Text);
    }

    // Whoever has something to do does the first of it.
    private static async Task<bool> OneStepAsync(PageService service, Dictionary<string, PageBrowser> people, string address)
    {
        foreach (var browser in people.Values)
        {
            await browser.GoAsync(address);
            foreach (var link in browser.Page.QuerySelectorAll("main .govuk-task-list__link").OfType<IHtmlAnchorElement>().ToList())
            {
                await browser.GoAsync(link.GetAttribute("href")!);
                var form = browser.Form();
                form.FillIn(service.Today);
                await browser.SubmitAsync(form);
                if (browser.Errors.Count == 0)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
