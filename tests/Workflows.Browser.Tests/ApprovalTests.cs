using Microsoft.Playwright;
using Workflows.Browser.Tests.Support;

namespace Workflows.Browser.Tests;

/// <summary>The link in a letter, opened by a machine and by a person.</summary>
public sealed class ApprovalTests : IAsyncLifetime
{
    private const string Heather = "health.partner@fernshire.example";
    private Site _site = default!;
    private Partnership _people = default!;

    public async Task InitializeAsync()
    {
        _site = await Site.StartAsync();
        _people = new Partnership(_site, Screen.Desktop);
        await _people.OpenAsync();
        await _people.UntilAsync(each => each.GetByText("Partners sign off the rapid review").First.IsVisibleAsync());
    }

    public async Task DisposeAsync() => await _site.DisposeAsync();

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
            foreach (var link in links)
            {
                await ScanAsync(page, link);
            }
        }

        Assert.Equal(before, await JournalAsync(manager));
        Assert.Equal(letters, await LinksOfLetters.CountAsync(_site));
    }

    [Fact]
    public async Task On_a_phone_an_approver_without_an_account_answers_by_a_code_and_no_page_breaks_wcag()
    {
        var looked = new Looking();
        var page = await _site.BrowserAsync(Screen.Phone);
        var link = await LinksOfLetters.LastAsync(_site, Heather, "approval-request");
        await page.GotoAsync(link);
        await looked.NowAsync(page);
        await page.SendAsync();
        await looked.NowAsync(page);
        await page.Locator("#code").FillAsync("12");
        await page.LeaveAsync(() => page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Continue" }).ClickAsync());
        await looked.NowAsync(page);
        Assert.Equal(["That code is not right, or is not good any more. Try again, or have a new one sent"], await page.ErrorsAsync());

        await page.Locator("#code").FillAsync(await LinksOfLetters.CodeAsync(_site, Heather));
        await page.LeaveAsync(() => page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Continue" }).ClickAsync());
        await looked.NowAsync(page);
        await page.SendAsync();
        await looked.NowAsync(page);
        Assert.Equal(["Select whether you approve or reject"], await page.ErrorsAsync());

        await page.Locator("#answer").CheckAsync();
        await page.SendAsync();
        await page.GetByText("Your decision is recorded").WaitForAsync();
        await looked.NowAsync(page);
        Assert.Equal([], looked.Found);
    }

    private static async Task ScanAsync(IPage page, string link)
    {
        await page.GotoAsync(link);
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        var further = await page.Locator("a[href^='/']").EvaluateAllAsync<string[]>("all => [...new Set(all.map(each => each.getAttribute('href')))]");
        foreach (var address in further.Where(each => !each.Contains("/documents/", StringComparison.Ordinal)).Take(12))
        {
            await page.GotoAsync(address);
        }
    }

    private async Task<string> JournalAsync(IPage page)
    {
        await page.GotoAsync($"{_people.Review}/journal");
        return await page.Locator("main tbody").InnerTextAsync();
    }
}
