using Microsoft.Playwright;
using Workflows.Browser.Tests.Support;

namespace Workflows.Browser.Tests;

/// <summary>Pages and states that a review does not lead through by itself.</summary>
public sealed class EveryPageTests : IAsyncLifetime
{
    private const int Narrow = 320;
    private readonly Looking _looked = new();
    private Site _site = default!;
    private IPage _page = default!;

    public async Task InitializeAsync() => _site = await Site.StartAsync();

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task No_page_for_everybody_breaks_wcag()
    {
        _page = await _site.BrowserAsync();
        await LookAsync("/", "/accessibility", "/publications", "/publications?words=nothing", "/processes", "/processes/lcspr", "/sign-in", "/there/is/nothing",
            "/letters/AAAAAAAAAAAAAAAAAAAAAAAAAAA", "/letters/AAAAAAAAAAAAAAAAAAAAAAAAAAA/code");
        await _page.GotoAsync("/sign-in");
        await WithErrorsAsync();

        Assert.Equal([], _looked.Found);
    }

    [Fact]
    public async Task No_page_of_somebody_signed_in_breaks_wcag()
    {
        var people = new Partnership(_site, Screen.Desktop);
        await people.OpenAsync();
        _page = await people.AsAsync("business.manager");
        await _site.Client.PostAsync("/demo/clock", new { by = "P40D" });
        var review = people.Review;
        await LookAsync(
            "/today", "/reviews", "/reviews?words=PAGES&order=reference&overdue=true", "/administration", "/demonstration", review, $"{review}/journal",
            $"{review}/letters/1/link", "/letters/AAAAAAAAAAAAAAAAAAAAAAAAAAA/open");
        foreach (var form in new[] { "deadlines/notification/delay", "answers/awareOn", "withdraw", "do/notification" })
        {
            await _page.GotoAsync($"{review}/{form}");
            await LookAsync();
            await WithErrorsAsync();
        }

        _page = await people.AsAsync("panel.officer");
        await LookAsync("/panel", "/today", "/reviews", review);
        Assert.Equal([], _looked.Found);
    }

    private async Task LookAsync(params string[] addresses)
    {
        foreach (var address in addresses)
        {
            await _page.GotoAsync(address);
            await LookAsync();
        }
    }

    // At the width that remains of a large screen at 400%.
    private async Task LookAsync()
    {
        await _looked.NowAsync(_page);
        await _page.SetViewportSizeAsync(Narrow, 640);
        Assert.True(await _page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= Narrow, $"{_page.Url} is wider than {Narrow} pixels.");
        await _page.SetViewportSizeAsync(Screen.Desktop.Width, Screen.Desktop.Height);
    }

    // An empty form: the title says that there is an error, the summary leads to each field, and the field says it too.
    private async Task WithErrorsAsync()
    {
        await _page.Locator("main form textarea, main form input[type=text]").EvaluateAllAsync<object?>("all => all.forEach(each => { each.value = '' })");
        await _page.SendAsync();
        await LookAsync();
        Assert.StartsWith("Error: ", await _page.TitleAsync(), StringComparison.Ordinal);
        var links = await _page.Locator(".govuk-error-summary__list a").EvaluateAllAsync<string[]>("all => all.map(each => each.getAttribute('href'))");
        Assert.NotEmpty(links);
        foreach (var link in links)
        {
            Assert.Equal(1, await _page.Locator(link).CountAsync());
            Assert.Equal(1, await _page.Locator($"{link}-error").CountAsync());
        }
    }
}
