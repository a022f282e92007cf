using System.Net;
using Workflows.Functions.Drive.Client;
using Workflows.Functions.Drive.Hosts;
using Workflows.Pages.Tests.Support;

namespace Workflows.Functions.Drive.Scenarios;

/// <summary>
/// Somebody at a browser without JavaScript, through the door: the sign-in page, signing in with the organisation's account, a review's
/// page, a step done in a form, styles, and pages compressed on their way.
/// </summary>
internal static class PagesThroughDoor
{
    public static async Task<string> RunAsync(FunctionsHost host)
    {
        var review = await host.Client.OpenAsync("lcspr", new Answers());
        await host.Letters.SettledAsync(review);
        var browser = new PageBrowser(host.Http);
        var root = host.Http.BaseAddress!;
        await GoAsync(browser, new Uri(root, $"/reviews/{review}"), "Sign in");
        host.Around.Tenant.AtBrowser = ContractClient.Manager;
        await browser.FollowAsync("Sign in with your work account");
        var heading = browser.Heading;
        Require(browser.Address.AbsolutePath == $"/reviews/{review}", $"Signing in led to {browser.Address}: {browser.Text}");

        var step = browser.Page.QuerySelector("main a[href*='/do/']")?.GetAttribute("href")
            ?? throw new DriveException($"The review's page offers nothing to do: {browser.Text}");
        var before = (await host.Client.JournalAsync(review)).Count;
        await browser.GoAsync(step);
        var form = browser.Form();
        form.FillIn(DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime));
        await browser.SubmitAsync(form);
        Require(browser.Answer.IsSuccessStatusCode && browser.Errors.Count == 0, $"The form was answered {browser.Answer.StatusCode}: {string.Join(' ', browser.Errors)}");
        Require((await host.Client.JournalAsync(review)).Count > before, "The step in the form was not journalled.");

        var style = browser.Page.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!;
        var sizes = new List<string>();
        foreach (var (path, encoding) in new[] { (style, "gzip"), ("/", "br"), ("/", "gzip") })
        {
            sizes.Add(await CompressedAsync(host, path, encoding));
        }

        return $"sign-in page; signed in; \"{heading}\"; {new Uri(root, step).Segments[^1]} done in its form; {string.Join(", ", sizes)}";
    }

    private static async Task GoAsync(PageBrowser browser, Uri address, string heading)
    {
        await browser.GoAsync(address.AbsoluteUri);
        Require(browser.Heading == heading, $"{address.AbsolutePath} shows {browser.Heading}: {browser.Answer.StatusCode} {browser.Page.Body?.TextContent}");
    }

    private static async Task<string> CompressedAsync(FunctionsHost host, string path, string encoding)
    {
        using var plain = await host.Http.GetAsync(new Uri(path, UriKind.Relative));
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        request.Headers.Add("Accept-Encoding", encoding);
        request.Headers.Add("Accept", "text/html, text/css");
        using var answer = await host.Http.SendAsync(request);
        var (large, small) = ((await plain.Content.ReadAsByteArrayAsync()).Length, (await answer.Content.ReadAsByteArrayAsync()).Length);
        Require(
            answer.StatusCode == HttpStatusCode.OK && answer.Content.Headers.ContentEncoding.Contains(encoding) && small < large,
            $"{path} came {answer.StatusCode} as {string.Join(' ', answer.Content.Headers.ContentEncoding)}, {small} bytes in place of {large}.");
        return $"{answer.Content.Headers.ContentType!.MediaType} by {encoding}: {small} bytes in place of {large}";
    }

    private static void Require(bool isSo, string otherwise)
    {
        if (!isSo)
        {
            throw new DriveException(otherwise);
        }
    }
}
