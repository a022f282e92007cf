using System.Net;
using Workflows.Pages.Tests.Support;

namespace Workflows.Pages.Tests;

public sealed class AccessTests
{
    [Fact]
    public async Task Who_is_not_signed_in_is_told_nothing_of_a_review_and_comes_back_to_it_after_signing_in()
    {
        await using var service = await PageService.StartAsync();
        var manager = await service.AsAsync("business-manager");
        var review = await service.OpenReviewAsync(manager);
        var browser = service.Browser();

        await browser.GoAsync($"{review}/do/notification");
        Assert.Equal("Sign in", browser.Heading);
        Assert.DoesNotContain("notification", browser.Text, StringComparison.OrdinalIgnoreCase);

        var form = browser.Form();
        form["user"] = Web.Tests.Support.TestDirectory.HolderOf("business-manager");
        await browser.SubmitAsync(form);
        Assert.Equal("Send the serious incident notification", browser.Heading);
    }

    [Fact]
    public async Task A_review_of_another_partnership_is_as_one_that_does_not_exist()
    {
        await using var service = await PageService.StartAsync();
        var manager = await service.AsAsync("business-manager");
        var review = await service.OpenReviewAsync(manager);
        var other = Web.Tests.Support.TestDirectory.Snapshot.People.First(person =>
            person.Partnership is { } partnership && partnership != "fernshire" && person.AlsoIn.Count == 0 && person.Deputies.Count == 0);
        var browser = service.Browser();
        await browser.SignInAsync(other.User);

        await browser.GoAsync(review);
        var heading = browser.Heading;
        Assert.Equal(HttpStatusCode.NotFound, browser.Answer.StatusCode);
        await browser.GoAsync("/reviews/00000000000000000000000000000000");
        Assert.Equal(heading, browser.Heading);
    }

    [Fact]
    public async Task After_signing_out_pages_ask_to_sign_in()
    {
        await using var service = await PageService.StartAsync();
        var manager = await service.AsAsync("business-manager");
        await manager.SubmitAsync(new PageFields(manager.Page.QuerySelector("footer form")!));

        await manager.GoAsync("/today");

        Assert.Equal("Sign in", manager.Heading);
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example")]
    public async Task Signing_in_leads_to_no_other_site(string place)
    {
        await using var service = await PageService.StartAsync();
        var browser = service.Browser();
        await browser.GoAsync($"/sign-in?returnTo={Uri.EscapeDataString(place)}");
        var form = browser.Form();
        form["user"] = Web.Tests.Support.TestDirectory.HolderOf("business-manager");

        await browser.SubmitAsync(form);

        Assert.Equal("/today", browser.Address.AbsolutePath);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/accessibility")]
    [InlineData("/publications")]
    [InlineData("/processes")]
    [InlineData("/processes/lcspr")]
    [InlineData("/sign-in")]
    public async Task Pages_for_everybody_need_no_sign_in_and_carry_a_strict_policy(string address)
    {
        await using var service = await PageService.StartAsync();
        var browser = service.Browser();

        await browser.GoAsync(address);

        Assert.Equal(HttpStatusCode.OK, browser.Answer.StatusCode);
        Assert.Single(browser.Page.QuerySelectorAll("h1"));
        Assert.Equal("en-GB", browser.Page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("#main-content", browser.Page.QuerySelector("a.govuk-skip-link")!.GetAttribute("href"));
        var policy = browser.Answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'none'", policy);
        Assert.DoesNotContain("unsafe", policy);
        Assert.Empty(browser.Page.QuerySelectorAll("[style], style, script:not([src])"));
    }

    [Fact]
    public async Task Styles_and_scripts_are_kept_for_a_year_under_an_address_of_their_content()
    {
        await using var service = await PageService.StartAsync();
        var browser = service.Browser();
        await browser.GoAsync("/");
        var styles = browser.Page.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!;

        await browser.GoAsync(styles);

        Assert.Equal("text/css", browser.Answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("immutable", browser.Answer.Headers.CacheControl!.ToString());
        await browser.GoAsync("/assets/app-0000000000000000.css");
        Assert.Equal(HttpStatusCode.NotFound, browser.Answer.StatusCode);
    }
}
