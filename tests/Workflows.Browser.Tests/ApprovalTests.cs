using Microsoft.Playwright;
using Workflows.Browser.Tests.Support;

namespace Workflows.Browser.Tests;

/// <summary>What happens around an approval: the link in a letter, opened by a machine and by a person; a document handed in again.</summary>
public sealed class ApprovalTests(AtSignOff place) : IClassFixture<AtSignOff>
{
    private const string Heather = "health.partner@fernshire.example";
    private readonly Site _site = place.Site;
    private readonly Partnership _people = place.People;

    [Fact]
    public async Task A_mail_scanner_that_opens_every_link_and_runs_its_scripts_decides_nothing()
    {
        var manager = await _people.AsAsync("business.manager");
        var before = await JournalAsync(manager);
        var links = await LinksOfLetters.AllAsync(_site);
        var letters = await LinksOfLetters.CountAsync(_site);
        Assert.Contains(links, link => link.Contains("/letters/", StringComparison.Ordinal));

        // A scanner's own browser, and a mail program that opens links with the cookies of the person.
        foreach (var page in new[] { await _site.BrowserAsync(), await _people.AsAsync("health.partner") })
        {
            await Approving.ScanAsync(page, links);
        }

        Assert.Equal(before, await JournalAsync(manager));
        Assert.Equal(letters, await LinksOfLetters.CountAsync(_site));
    }

    [Fact]
    public async Task On_a_phone_an_approver_without_an_account_answers_by_a_code_and_no_page_breaks_wcag()
    {
        var looked = new Looking();
        await Approving.ByCodeAsync(_site, Heather, looked);
        Assert.Equal([], looked.Found);
    }

    [Fact]
    public async Task A_rejected_document_is_handed_in_again_and_how_far_it_has_come_is_shown()
    {
        var partner = await _people.AsAsync("police.partner");
        await partner.GotoAsync($"{_people.Review}/do/rapid-review-sign-off");
        await partner.Locator("#answer-reject").CheckAsync();
        await partner.Locator("#reason").FillAsync("A table is missing");
        await partner.SendAsync();
        await partner.GotoAsync($"{_people.Review}/do/rapid-review-sign-off");
        await partner.GetByText("Rejected by Poplar Demo").WaitForAsync();

        var manager = await _people.AsAsync("business.manager");
        await manager.GotoAsync(_people.Review);
        await manager.Locator("main .govuk-task-list__link[href$='/do/rapid-review-report']").ClickAsync();
        await manager.Locator("#file").SetInputFilesAsync(new FilePayload { Name = "empty.txt", MimeType = "text/plain", Buffer = [] });
        await manager.SendAsync();
        Assert.Equal(["The selected file is empty"], await manager.ErrorsAsync());
        Assert.True(await manager.EvaluateAsync<bool>("() => document.activeElement.matches('.govuk-error-summary')"));

        var wasShown = false;
        await manager.RouteAsync("**/do/*", async route =>
        {
            wasShown |= route.Request.Method == "POST" && await manager.Locator(".app-progress progress").IsVisibleAsync();
            await route.ContinueAsync();
        });
        await manager.Locator("#file").SetInputFilesAsync(new FilePayload { Name = "report.txt", MimeType = "text/plain", Buffer = new byte[200_000] });
        await manager.SendAsync();
        await manager.GetByText("Recorded:").WaitForAsync();
        Assert.True(wasShown, "No progress was shown while the file was sent.");
    }

    private async Task<string> JournalAsync(IPage page)
    {
        await page.GotoAsync($"{_people.Review}/journal");
        return await page.Locator("main tbody").InnerTextAsync();
    }
}
