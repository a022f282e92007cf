using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Workflows.Pages.Tests.Support;

namespace Workflows.Pages.Tests.Attacks;

/// <summary>HTML and script in everything that can be typed: every page shows it as text, and none runs it.</summary>
public sealed class MarkupTests
{
    private const string Markup = "\"'><script>alert('owned')</script><img src=x onerror=alert(1)><a href=\"javascript:alert(1)\">x</a><svg onload=alert(1)>{{7*7}}</textarea></title><!--";

    [Fact]
    public async Task Whatever_is_typed_anywhere_is_shown_as_text_on_every_page_and_in_every_letter()
    {
        await using var service = await PageService.StartAsync();
        var manager = await service.AsAsync("business-manager");
        var review = await OpenAsync(service, manager);
        for (var step = 0; step < 14; step++)
        {
            await service.Service.WakeAsync();
            await manager.GoAsync(review);
            if (manager.Page.QuerySelector("main .govuk-task-list__link") is not { } link)
            {
                break;
            }

            await manager.GoAsync(link.GetAttribute("href")!);
            await SendAsync(service, manager);
        }

        foreach (var path in new[] { $"{review}/deadlines/rapid-review/delay", $"{review}/answers/awareOn", $"{review}/recommendations/new", $"{review}/quality/markers/referral" })
        {
            await manager.GoAsync(path);
            await SendAsync(service, manager);
        }

        var (seen, shown) = await CrawlAsync(manager, review);

        Assert.True(seen.Count > 20, $"Only {seen.Count} pages were found.");
        Assert.True(shown > 5, $"What was typed was shown on {shown} pages.");
        Assert.All(service.Service.Mail.Sent, letter => Assert.DoesNotContain("owned", letter.Subject + letter.Text + letter.Html, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/reviews?reference={0}")]
    [InlineData("/reviews?q={0}&stage={0}&process={0}&partnership={0}")]
    [InlineData("/recommendations?words={0}&agency={0}&theme={0}")]
    [InlineData("/sign-in?returnTo={0}")]
    [InlineData("/sign-in?returnTo=/{0}")]
    [InlineData("/reviews/{0}")]
    [InlineData("/processes/{0}")]
    [InlineData("/letters/{0}")]
    [InlineData("/letters/{0}/code")]
    [InlineData("/publications/{0}")]
    [InlineData("/{0}")]
    public async Task Nothing_of_an_address_becomes_markup(string address)
    {
        await using var service = await PageService.StartAsync();
        var manager = await service.AsAsync("business-manager");

        await manager.GoAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, address, Uri.EscapeDataString(Markup)));

        AssertHarmless(manager);
    }

    private static async Task<string> OpenAsync(PageService service, PageBrowser manager)
    {
        await manager.GoAsync("/reviews/open");
        for (var question = 0; question < 30 && !manager.Address.Query.Contains("done=", StringComparison.Ordinal); question++)
        {
            var form = manager.Form();
            var asksProcess = manager.Page.QuerySelector("input[type=radio][name=process]") is not null;
            form.FillIn(service.Today);
            Taint(form, except: "reference");
            if (asksProcess)
            {
                form["process"] = "lcspr";
            }

            await manager.SubmitAsync(form);
            AssertHarmless(manager);
        }

        return manager.Address.AbsolutePath;
    }

    private static async Task SendAsync(PageService service, PageBrowser manager)
    {
        var form = manager.Form();
        form.FillIn(service.Today);
        Taint(form, except: "reference");
        await manager.SubmitAsync(form);
        AssertHarmless(manager);
    }

    private static void Taint(PageFields form, string except)
    {
        foreach (var area in form.Element.QuerySelectorAll("textarea[name], input[type=text][name]:not([inputmode])"))
        {
            var name = area.GetAttribute("name")!;
            if (name != except)
            {
                form[name] = Markup;
            }
        }
    }

    // Every page that links lead to, from the review on.
    private static async Task<(HashSet<string> Seen, int Shown)> CrawlAsync(PageBrowser manager, string review)
    {
        var (seen, shown, open) = (new HashSet<string>(), 0, new Queue<string>([review, "/today", "/reviews", "/recommendations", "/administration", "/panel", "/demonstration"]));
        while (open.TryDequeue(out var address) && seen.Count < 250)
        {
            if (!seen.Add(address))
            {
                continue;
            }

            await manager.GoAsync(address);
            if (manager.Answer.Content.Headers.ContentType?.MediaType != "text/html")
            {
                continue;
            }

            AssertHarmless(manager);
            shown += manager.Page.Body!.TextContent.Contains("alert('owned')", StringComparison.Ordinal) ? 1 : 0;
            foreach (var link in manager.Page.QuerySelectorAll<IHtmlAnchorElement>("a[href^='/']").Select(link => link.GetAttribute("href")!.Split('#')[0]))
            {
                open.Enqueue(link);
            }
        }

        return (seen, shown);
    }

    private static void AssertHarmless(PageBrowser browser)
    {
        Assert.True((int)browser.Answer.StatusCode < 500, $"{browser.Address}: {browser.Answer.StatusCode}");
        var bad = browser.Page.All.Where(element => element.LocalName is "script" && !element.HasAttribute("src")
            || element.Attributes.Any(attribute => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase))
            || element.Attributes.Any(attribute => attribute.Name is "href" or "src" or "action" && attribute.Value.TrimStart().StartsWith("javascript:", StringComparison.OrdinalIgnoreCase))
            || element is IHtmlImageElement { Source: { } source } && source.EndsWith("/x", StringComparison.Ordinal));
        Assert.True(!bad.Any(), $"{browser.Address}: {string.Join('\n', bad.Select(element => element.OuterHtml))}");
    }
}
