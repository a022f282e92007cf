using Microsoft.Playwright;

namespace Workflows.Browser.Tests.Support;

/// <summary>Somebody who uses a keyboard alone.</summary>
internal static class Keys
{
    private const int MostStops = 150;

    /// <summary>Goes on with the Tab key until a thing has the focus, which must be seen to have it.</summary>
    public static async Task TabToAsync(this IPage page, string selector)
    {
        for (var stop = 0; stop < MostStops; stop++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector))
            {
                Assert.True(
                    await page.EvaluateAsync<bool>("() => document.activeElement.matches(':focus-visible') && document.activeElement.getBoundingClientRect().width > 0"),
                    $"{selector} is not seen to have the focus.");
                return;
            }
        }

        Assert.Fail($"No Tab leads to {selector} on {page.Url}.");
    }

    /// <summary>Chooses a radio button of a group.</summary>
    public static async Task ChooseAsync(this IPage page, string name, string value)
    {
        await page.TabToAsync($"input[name='{name}']");
        await page.Keyboard.PressAsync("Space");
        for (var stop = 0; stop < MostStops; stop++)
        {
            if (await page.EvaluateAsync<string>("() => document.querySelector('input[type=radio]:checked').value") == value)
            {
                return;
            }

            await page.Keyboard.PressAsync("ArrowDown");
        }

        Assert.Fail($"No key leads to {value} of {name}.");
    }

    /// <summary>Types into a field.</summary>
    public static async Task WriteAsync(this IPage page, string selector, string text)
    {
        await page.TabToAsync(selector);
        await page.Keyboard.TypeAsync(text);
    }

    /// <summary>Presses a button of the page's form.</summary>
    public static async Task PressAsync(this IPage page, string selector = "main form button.govuk-button:not([tabindex])")
    {
        await page.TabToAsync(selector);
        await page.LeaveAsync(() => page.Keyboard.PressAsync("Enter"));
    }
}
