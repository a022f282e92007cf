using System.Text;
using Microsoft.Playwright;

namespace Workflows.Browser.Tests.Support;

/// <summary>Fills in and sends the form of a page as a person does.</summary>
internal static class Filling
{
    private static readonly FilePayload Report = new()
    {
        Name = "report.txt", MimeType = "text/plain", Buffer = Encoding.UTF8.GetBytes("What was learnt, and what follows from it."),
    };

    /// <summary>The form of the page itself.</summary>
    public static ILocator Form(this IPage page) => page.Locator("main form[method=post]").First;

    /// <summary>What its error summary says, or nothing.</summary>
    public static Task<IReadOnlyList<string>> ErrorsAsync(this IPage page) => page.Locator(".govuk-error-summary__list a").AllInnerTextsAsync();

    /// <summary>Answers whatever is asked in the plainest way: the first choice, today, a few words, a small file.</summary>
    public static async Task FillAsync(this IPage page, DateOnly today, string? words = null)
    {
        var seen = new HashSet<string>();
        foreach (var field in await page.Form().Locator("input:not([type=hidden]), textarea").AllAsync())
        {
            var name = await field.GetAttributeAsync("name") ?? string.Empty;
            if (!seen.Add(name))
            {
                continue;
            }

            switch (await field.GetAttributeAsync("type"))
            {
                case "radio":
                    await field.CheckAsync();
                    break;
                case "file":
                    await field.SetInputFilesAsync(Report);
                    break;
                default:
                    await FillTextAsync(field, name, today, words ?? "Plain words");
                    break;
            }
        }
    }

    /// <summary>Follows a link in the page's own part by its words.</summary>
    public static Task FollowAsync(this IPage page, string words) => page.Locator("main a", new PageLocatorOptions { HasText = words }).First.ClickAsync();

    /// <summary>Presses the form's button for going on and waits for the page that follows.</summary>
    public static async Task SendAsync(this IPage page) =>
        await page.LeaveAsync(() => page.Form().Locator("button.govuk-button").Last.ClickAsync());

    /// <summary>Does what leads away from a page with a form, and waits until the next page stands.</summary>
    public static async Task LeaveAsync(this IPage page, Func<Task> act)
    {
        var number = await page.Form().Locator("input[name=once]").InputValueAsync();
        await act();
        await page.Locator($"main input[name=once][value='{number}']").First.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Detached });
        await page.WaitForLoadStateAsync(LoadState.DOMContentLoaded);
    }

    private static async Task FillTextAsync(ILocator field, string name, DateOnly today, string words)
    {
        if ((await field.InputValueAsync()).Length > 0)
        {
            return;
        }

        var text = name.EndsWith(".day", StringComparison.Ordinal) ? $"{today.Day}"
            : name.EndsWith(".month", StringComparison.Ordinal) ? $"{today.Month}"
            : name.EndsWith(".year", StringComparison.Ordinal) ? $"{today.Year}"
            : await field.GetAttributeAsync("inputmode") == "decimal" ? "2" : words;
        await field.FillAsync(text);
    }
}
