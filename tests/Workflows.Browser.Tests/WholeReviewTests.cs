using Microsoft.Playwright;
using Workflows.Browser.Tests.Support;

namespace Workflows.Browser.Tests;

/// <summary>
/// A local review from its opening to its closure, by pages alone, as different people. The approval on its way is given in three ways,
/// and a mail scanner goes before.
/// </summary>
public sealed class WholeReviewOnADesktop
{
    [Fact]
    public async Task A_review_goes_to_its_end_no_page_on_the_way_breaks_wcag_and_a_mail_scanner_decides_nothing()
    {
        var looked = new Looking();
        await using var site = await Site.StartAsync();
        var people = new Partnership(site, Screen.Desktop, looked.AtAsync);
        await people.OpenAsync();
        await people.UntilAsync(page => page.GetByText("Partners sign off the rapid review").First.IsVisibleAsync());

        await Approving.ScanAsync(await site.BrowserAsync(), await LinksOfLetters.AllAsync(site));
        var manager = await people.AsAsync("business.manager");
        await manager.GotoAsync(people.Review);
        Assert.Equal(3, await manager.GetByText("Not yet", new PageGetByTextOptions { Exact = true }).CountAsync());
        await Approving.ByCodeAsync(site, "health.partner@fernshire.example", looked);
        await Approving.ByKeyboardAsync(await people.AsAsync("police.partner"), people.Review);

        await Goes.OnToItsEndAsync(site, people, Screen.Desktop, looked.AtAsync);
        Assert.Equal([], looked.Found);
        Assert.True(looked.Pages > 20, $"Only {looked.Pages} pages were looked at.");
    }
}

/// <summary>The same on a phone.</summary>
public sealed class WholeReviewOnAPhone
{
    [Fact]
    public Task A_review_goes_to_its_end_and_no_page_is_wider_than_the_screen() =>
        Goes.ToItsEndAsync(Screen.Phone, async page => Assert.True(
            await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= Screen.Phone.Width, $"{page.Url} is wider than a phone."));
}

/// <summary>The same in a browser that runs no scripts.</summary>
public sealed class WholeReviewWithoutScripts
{
    [Fact]
    public Task A_review_goes_to_its_end() => Goes.ToItsEndAsync(Screen.WithoutScripts);
}

file static class Goes
{
    public static async Task ToItsEndAsync(Screen screen, Func<IPage, Task>? look = null)
    {
        await using var site = await Site.StartAsync();
        var people = new Partnership(site, screen, look);
        await people.OpenAsync();
        await OnToItsEndAsync(site, people, screen, look);
    }

    public static async Task OnToItsEndAsync(Site site, Partnership people, Screen screen, Func<IPage, Task>? look = null)
    {
        await people.UntilAsync(page => page.GetByText("public since").IsVisibleAsync());

        // What was published is there for somebody who never signed in, until its time is over.
        var reader = await site.BrowserAsync(screen);
        await reader.GotoAsync("/publications");
        await reader.Locator("main h2 a").First.ClickAsync();
        await reader.GetByText("Read the document").WaitForAsync();
        Assert.Contains("Fernshire", await reader.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        if (look is not null)
        {
            await look(reader);
        }

        await people.ToTheEndAsync();
        Assert.Equal(410, (await reader.ReloadAsync())!.Status);
    }
}
