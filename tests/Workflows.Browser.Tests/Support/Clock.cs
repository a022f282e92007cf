using Microsoft.Playwright;

namespace Workflows.Browser.Tests.Support;

/// <summary>The clock of the demonstration, by its page.</summary>
internal static class Clock
{
    /// <summary>Moves it to the morning of a later day; stands at the demonstration's page.</summary>
    public static async Task MoveToDayAsync(this IPage page, DateOnly day)
    {
        if (!page.Url.EndsWith("/demonstration", StringComparison.Ordinal))
        {
            await page.GotoAsync("/demonstration");
        }

        if (!await page.Locator("#to").IsVisibleAsync())
        {
            await page.Locator("summary", new PageLocatorOptions { HasText = "Move to a day" }).ClickAsync();
        }

        await page.EnterDayAsync("to", day);
        await page.LeaveAsync(() => page.Locator("form:has(#to) button").ClickAsync());
    }

    /// <summary>Writes a day into the three boxes of a date.</summary>
    public static async Task EnterDayAsync(this IPage page, string field, DateOnly day)
    {
        await page.Locator($"[name='{field}.day']").FillAsync($"{day.Day}");
        await page.Locator($"[name='{field}.month']").FillAsync($"{day.Month}");
        await page.Locator($"[name='{field}.year']").FillAsync($"{day.Year}");
    }
}
