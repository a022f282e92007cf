using Microsoft.Playwright;

namespace Workflows.Browser.Tests.Support;

/// <summary>Ways in which people answer a letter that asks for their approval.</summary>
internal static class Approving
{
    /// <summary>A mail scanner, or a mail program that opens links by itself: each page with its scripts, and some of those that it leads to.</summary>
    public static async Task ScanAsync(IPage page, IEnumerable<string> links)
    {
        foreach (var link in links)
        {
            await page.GotoAsync(link);
            await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            var further = await page.Locator("a[href^='/']").EvaluateAllAsync<string[]>("all => [...new Set(all.map(each => each.getAttribute('href')))]");
            foreach (var address in further.Where(each => !each.Contains("/documents/", StringComparison.Ordinal)).Take(6))
            {
                await page.GotoAsync(address);
            }
        }
    }

    /// <summary>Somebody without an account approves on a phone: by the link, and a code that is wrong at first.</summary>
    public static async Task ByCodeAsync(Site site, string to, Looking looked)
    {
        var page = await site.BrowserAsync(Screen.Phone);
        await page.GotoAsync(await LinksOfLetters.LastAsync(site, to, "approval-request"));
        await looked.NowAsync(page);
        await page.SendAsync();
        await looked.NowAsync(page);
        await EnterAsync(page, "12");
        await looked.NowAsync(page);
        Assert.Equal(["That code is not right, or is not good any more. Try again, or have a new one sent"], await page.ErrorsAsync());

        await EnterAsync(page, await LinksOfLetters.CodeAsync(site, to));
        await looked.NowAsync(page);
        await page.SendAsync();
        await looked.NowAsync(page);
        Assert.Equal(["Select whether you approve or reject"], await page.ErrorsAsync());

        await page.Locator("#answer").CheckAsync();
        await page.SendAsync();
        await page.GetByText("Your decision is recorded").WaitForAsync();
        await looked.NowAsync(page);
    }

    /// <summary>Somebody signed in approves with a keyboard alone.</summary>
    public static async Task ByKeyboardAsync(IPage page, string review)
    {
        await page.GotoAsync($"{review}/do/rapid-review-sign-off");
        await page.ChooseAsync("answer", "approve");
        await page.PressAsync();
        await page.GetByText("Recorded: Partners sign off the rapid review").WaitForAsync();
    }

    private static async Task EnterAsync(IPage page, string code)
    {
        await page.Locator("#code").FillAsync(code);
        await page.LeaveAsync(() => page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Continue" }).ClickAsync());
    }
}
