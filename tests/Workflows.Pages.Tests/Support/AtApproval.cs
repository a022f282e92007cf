using System.Text.RegularExpressions;

namespace Workflows.Pages.Tests.Support;

/// <summary>A review whose rapid review the partners are asked to sign off, brought there by its manager through pages.</summary>
internal static partial class AtApproval
{
    public const string SignOff = "rapid-review-sign-off";

    /// <summary>Brings a new review there; gives its address and the hash of the document.</summary>
    public static async Task<(string Review, string Sha256)> BringAsync(PageService service)
    {
        var manager = await service.AsAsync("business-manager");
        var review = await service.OpenReviewAsync(manager);
        for (var step = 0; step < 20; step++)
        {
            await service.Service.WakeAsync();
            await manager.GoAsync(review);
            if (manager.Text.Contains("Partners sign off", StringComparison.Ordinal))
            {
                return (review, manager.Page.QuerySelector(".app-hash")!.TextContent);
            }

            if (manager.Page.QuerySelector("main .govuk-task-list__link") is { } link)
            {
                await manager.GoAsync(link.GetAttribute("href")!);
            }
            else
            {
                await manager.GoAsync("/demonstration");
            }

            var form = manager.Form();
            form.FillIn(service.Today);
            await manager.SubmitAsync(form);
        }

        throw new InvalidOperationException("The approval was never asked for.");
    }

    /// <summary>Address, without its host, of the link in the last letter of a kind to somebody.</summary>
    public static async Task<string> LinkAsync(PageService service, string to, string kind = "approval-request")
    {
        await service.Service.WakeAsync();
        var letter = service.Service.Mail.Sent.Last(each => each.To.Contains(to) && each.Kind == kind);
        return Link().Match(letter.Text).Value;
    }

    /// <summary>The code in the last letter to somebody that brought one.</summary>
    public static string Code(PageService service, string to) =>
        SixDigits().Match(service.Service.Mail.Sent.Last(each => each.To.Contains(to) && each.Kind == "code").Text).Value;

    /// <summary>Asks for a code at the address of a link, so many times.</summary>
    public static async Task AskForCodeAsync(PageBrowser browser, string link, int times = 1)
    {
        for (var time = 0; time < times; time++)
        {
            await browser.GoAsync(link);
            await browser.SubmitAsync(browser.Form());
        }
    }

    /// <summary>Enters a code; whether it led to the approval.</summary>
    public static async Task<bool> EnterCodeAsync(PageBrowser browser, string link, string code)
    {
        await browser.GoAsync($"{link}/code");
        var form = browser.Form();
        form["code"] = code;
        await browser.SubmitAsync(form);
        return browser.Heading == "Partners sign off the rapid review";
    }

    [GeneratedRegex("/letters/[A-Za-z0-9_-]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();

    [GeneratedRegex("[0-9]{3} [0-9]{3}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SixDigits();
}
