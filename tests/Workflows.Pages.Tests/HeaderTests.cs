using System.Net;
using Workflows.Pages.Tests.Support;
using Workflows.Web.Tests.Support;

namespace Workflows.Pages.Tests;

public sealed class HeaderTests
{
    [Theory]
    [InlineData("/today")]
    [InlineData("/reviews")]
    [InlineData("/panel")]
    [InlineData("/administration")]
    [InlineData("/demonstration")]
    [InlineData("/reviews/open")]
    public async Task What_is_private_is_kept_by_no_cache_shown_in_no_frame_and_tells_no_other_site(string address)
    {
        await using var service = await PageService.StartAsync();
        var manager = await service.AsAsync("business-manager");

        await manager.GoAsync(address);

        Assert.Equal(HttpStatusCode.OK, manager.Answer.StatusCode);
        Assert.True(manager.Answer.Headers.CacheControl!.NoStore);
        Assert.Equal("DENY", Header(manager, "X-Frame-Options"));
        Assert.Equal("no-referrer", Header(manager, "Referrer-Policy"));
        Assert.Equal("noindex", Header(manager, "X-Robots-Tag"));
        Assert.Equal("nosniff", Header(manager, "X-Content-Type-Options"));
        var policy = Header(manager, "Content-Security-Policy");
        Assert.Contains("frame-ancestors 'none'", policy);
        Assert.Contains("script-src 'self'", policy);
        Assert.DoesNotContain("unsafe", policy);
    }

    [Theory]
    [InlineData("/publications")]
    [InlineData("/publications/feed")]
    public async Task What_is_public_may_be_kept_and_found_and_sets_no_cookie_beyond_its_own(string address)
    {
        await using var service = await PageService.StartAsync();
        var browser = service.Browser();

        await browser.GoAsync(address);

        Assert.Equal("public, max-age=300", browser.Answer.Headers.CacheControl!.ToString());
        Assert.Equal("all", Header(browser, "X-Robots-Tag"));
        Assert.False(browser.Answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Cookies_are_out_of_reach_of_scripts_and_of_other_sites()
    {
        await using var service = await PageService.StartAsync();
        using var client = service.Service.As(user: null);
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        client.BaseAddress = new Uri("https://localhost/");

        using var asked = await client.GetAsync("/sign-in");
        var form = Assert.Single(asked.Headers.GetValues("Set-Cookie"));
        Assert.Contains("workflows-form=", form);
        Assert.Contains("httponly", form);
        Assert.Contains("secure", form);
        Assert.Contains("samesite=strict", form);

        var browser = new PageBrowser(client);
        await browser.GoAsync("https://localhost/sign-in");
        var fields = browser.Form();
        fields["user"] = TestDirectory.HolderOf("business-manager");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in") { Content = fields.Content() };
        request.Headers.Add("Cookie", browser.Cookies);
        using var answer = await client.SendAsync(request);
        var person = answer.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("workflows-person=", StringComparison.Ordinal));
        Assert.Contains("httponly", person);
        Assert.Contains("secure", person);
        Assert.Contains("samesite=lax", person);
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task Pages_are_compressed_for_whoever_takes_that(string encoding)
    {
        await using var service = await PageService.StartAsync();
        using var client = service.Service.As(user: null);
        client.DefaultRequestHeaders.AcceptEncoding.ParseAdd(encoding);

        using var answer = await client.GetAsync("/processes/lcspr");

        Assert.Equal(encoding, Assert.Single(answer.Content.Headers.ContentEncoding));
        Assert.Contains("Accept-Encoding", answer.Headers.Vary);
    }

    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/sign-out")]
    [InlineData("/reviews/open")]
    [InlineData("/demonstration")]
    [InlineData("/letters/AAAAAAAAAAAAAAAAAAAAAAAAAAA/code")]
    [InlineData("/letters/AAAAAAAAAAAAAAAAAAAAAAAAAAA/enter")]
    public async Task A_form_of_another_site_is_not_taken(string address)
    {
        await using var service = await PageService.StartAsync();
        var manager = await service.AsAsync("business-manager");
        await manager.GoAsync("/sign-in");
        var form = manager.Form();
        form["token"] = "made up";

        await manager.SendAsync(address, form);

        Assert.Equal(HttpStatusCode.BadRequest, manager.Answer.StatusCode);
        Assert.Equal("The form could not be taken", manager.Heading);
    }

    private static string Header(PageBrowser browser, string name) => browser.Answer.Headers.GetValues(name).Single();
}
