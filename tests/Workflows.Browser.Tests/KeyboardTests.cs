using Microsoft.Playwright;
using Workflows.Browser.Tests.Support;

namespace Workflows.Browser.Tests;

/// <summary>What somebody does who has no mouse.</summary>
public sealed class KeyboardTests : IAsyncLifetime
{
    private Site _site = default!;

    public async Task InitializeAsync() => _site = await Site.StartAsync();

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task The_first_Tab_leads_past_the_menu_to_the_content()
    {
        var page = await _site.BrowserAsync();
        await page.GotoAsync("/");

        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("Skip to main content", await page.EvaluateAsync<string>("() => document.activeElement.textContent"));
        Assert.True(await page.Locator(".govuk-skip-link").IsVisibleAsync());
        await page.Keyboard.PressAsync("Enter");

        Assert.Equal("main-content", await page.EvaluateAsync<string>("() => document.activeElement.id"));
    }

    [Fact]
    public async Task A_review_is_opened_and_its_first_step_done()
    {
        var page = await _site.BrowserAsync();
        await page.GotoAsync("/sign-in?returnTo=%2Freviews%2Fopen");
        await page.ChooseAsync("user", "business.manager");
        await page.PressAsync();
        await page.ChooseAsync("process", "lcspr");
        await page.PressAsync();
        await page.ChooseAsync("partnership", "fernshire");
        await page.PressAsync();
        await page.WriteAsync("#reference", "KEYS-1");
        await page.PressAsync();
        for (var question = 0; question < 10 && await page.Locator("h1:has-text('Check your answers')").CountAsync() == 0; question++)
        {
            await AnswerAsync(page);
        }

        await page.PressAsync();
        Assert.Equal("Review KEYS-1", await page.Locator("h1").InnerTextAsync());

        await page.TabToAsync("main .govuk-task-list__link");
        var address = page.Url;
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(url => url != address);
        await AnswerAsync(page);
        await page.GetByText("Recorded:").WaitForAsync();
    }

    [Fact]
    public async Task Whoever_sends_an_empty_form_stands_at_the_summary_and_is_led_to_the_field()
    {
        var page = await _site.PersonAsync("business.manager");
        await page.GotoAsync("/reviews/open");
        await page.PressAsync();

        Assert.StartsWith("Error: ", await page.TitleAsync(), StringComparison.Ordinal);
        Assert.True(await page.EvaluateAsync<bool>("() => document.activeElement.matches('.govuk-error-summary')"));
        await page.TabToAsync(".govuk-error-summary a");
        await page.Keyboard.PressAsync("Enter");

        Assert.Equal("process", await page.EvaluateAsync<string>("() => document.activeElement.name"));
        Assert.Equal(
            await page.Locator(".govuk-error-summary a").InnerTextAsync(),
            (await page.Locator("#process-error").InnerTextAsync()).Replace("Error:", "", StringComparison.Ordinal).Trim());
        Assert.Contains("process-error", await page.Locator("fieldset").GetAttributeAsync("aria-describedby"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_approver_approves()
    {
        var people = new Partnership(_site, Screen.Desktop);
        await people.OpenAsync("KEYS-2");
        await people.UntilAsync(each => each.GetByText("Partners sign off the rapid review").First.IsVisibleAsync());
        await Approving.ByKeyboardAsync(await people.AsAsync("police.partner"), people.Review);
    }

    // Whatever the page asks: one field after another, in the order of the Tab key.
    private static async Task AnswerAsync(IPage page)
    {
        const string fields = "main form input:not([type=hidden]), main form textarea";
        var names = await page.Locator(fields).EvaluateAllAsync<string[]>("all => [...new Set(all.map(each => each.type + ' ' + each.name))]");
        foreach (var (type, name) in names.Select(each => (each.Split(' ')[0], each.Split(' ')[1])))
        {
            await page.TabToAsync($"[name='{name}']");
            await (type == "radio" ? page.Keyboard.PressAsync("Space") : page.Keyboard.TypeAsync(Answer(name)));
        }

        await page.PressAsync();
    }

    private static string Answer(string name) => name[(name.LastIndexOf('.') + 1)..] switch
    {
        "day" or "month" => "5",
        "year" => "2026",
        _ => "Education",
    };
}
