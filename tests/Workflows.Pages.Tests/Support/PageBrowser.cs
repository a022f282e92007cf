using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Workflows.Pages.Tests.Support;

/// <summary>Somebody at a browser without JavaScript: follows links and redirects, keeps cookies, fills in forms and sends them.</summary>
internal sealed class PageBrowser(HttpClient client)
{
    private const int MostRedirects = 5;
    private static readonly HtmlParser Parser = new();
    private readonly Dictionary<string, string> _cookies = [];

    public IHtmlDocument Page { get; private set; } = Parser.ParseDocument(string.Empty);

    public HttpResponseMessage Answer { get; private set; } = new();

    public Uri Address { get; private set; } = new("http://localhost/");

    public string Heading => Page.QuerySelector("h1")?.TextContent.Trim() ?? string.Empty;

    public string Text => string.Join(' ', Page.QuerySelector("main")?.TextContent.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries) ?? []);

    public IReadOnlyList<string> Errors => [.. Page.QuerySelectorAll(".govuk-error-summary__list a").Select(link => link.TextContent.Trim())];

    public Task GoAsync(string address) => SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(Address, address)));

    /// <summary>Follows a link of the page's own, or of the menu where the page has none that is called so.</summary>
    public Task FollowAsync(string linkText) =>
        GoAsync(Page.QuerySelectorAll<IHtmlAnchorElement>("main a").Concat(Page.QuerySelectorAll<IHtmlAnchorElement>("a")).First(link => link.TextContent.Contains(linkText, StringComparison.Ordinal)).GetAttribute("href")!);

    /// <summary>The fields of the page's own form, as they stand; the last button without a name is pressed.</summary>
    public PageFields Form() => new(Page.QuerySelector("main form[method=post]") ?? throw new InvalidOperationException($"No form on '{Heading}'."));

    /// <summary>Its cookies, as a request carries them.</summary>
    public string Cookies => string.Join("; ", _cookies.Select(cookie => $"{cookie.Key}={cookie.Value}"));

    public Task SubmitAsync(PageFields form) => SendAsync(form.Action ?? Address.PathAndQuery, form);

    /// <summary>Sends a form to an address, whatever its own is.</summary>
    public Task SendAsync(string address, PageFields form) => SendAsync(new HttpRequestMessage(HttpMethod.Post, new Uri(Address, address))
    {
        Content = form.Content(),
    });

    public async Task SignInAsync(string user)
    {
        await GoAsync("/sign-in");
        var form = Form();
        form["user"] = user;
        await SubmitAsync(form);
    }

    private async Task SendAsync(HttpRequestMessage request)
    {
        for (var redirect = 0; redirect <= MostRedirects; redirect++)
        {
            request.Headers.Accept.ParseAdd("text/html");
            if (_cookies.Count > 0)
            {
                request.Headers.Add("Cookie", Cookies);
            }

            Answer = await client.SendAsync(request);
            Keep(Answer);
            Address = request.RequestUri!;
            if ((int)Answer.StatusCode is not (301 or 302 or 303))
            {
                break;
            }

            request = new HttpRequestMessage(HttpMethod.Get, new Uri(Address, Answer.Headers.Location!));
        }

        Page = Parser.ParseDocument(await Answer.Content.ReadAsStringAsync());
    }

    private void Keep(HttpResponseMessage answer)
    {
        foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            var pair = cookie.Split(';')[0].Split('=', 2);
            _cookies[pair[0]] = pair[1];
        }
    }
}
