using System.Net;
using Workflows.Pages.Tests.Support;

namespace Workflows.Pages.Tests.Links;

public sealed class LinkTests
{
    private const string Health = "health@fernshire.example";
    private const string Unknown = "/letters/AAAAAAAAAAAAAAAAAAAAAAAAAAA";

    [Fact]
    public async Task An_approver_without_an_account_decides_by_a_code_and_is_told_what_happens_next()
    {
        await using var service = await PageService.StartAsync();
        var (review, sha256) = await AtApproval.BringAsync(service);
        var link = await AtApproval.LinkAsync(service, Health);
        var browser = await EnteredAsync(service, link);

        Assert.Contains(sha256, browser.Text);
        Assert.Contains("version 1", browser.Text);
        Assert.Empty(browser.Page.QuerySelectorAll("header nav a[href='/today'], footer form"));
        await browser.FollowAsync("version 1");
        Assert.Equal(HttpStatusCode.OK, browser.Answer.StatusCode);

        await browser.GoAsync($"{link}/decision");
        var form = browser.Form();
        form["answer"] = "reject";
        await browser.SubmitAsync(form);
        Assert.Equal(["Give the reason for rejecting."], browser.Errors);

        form = browser.Form();
        form["answer"] = "approve";
        await browser.SubmitAsync(form);
        Assert.Contains("Your decision is recorded", browser.Text);
        Assert.Contains("What happens next:", browser.Text);

        await browser.GoAsync($"{link}/decision");
        Assert.Contains("Approved by Care Board", browser.Text);
        Assert.Empty(browser.Page.QuerySelectorAll("main form"));
        var manager = await service.AsAsync("business-manager");
        await manager.GoAsync($"{review}/journal");
        Assert.Contains("Approved: ‘Partners sign off the rapid review’", manager.Text);
    }

    [Fact]
    public async Task Somebody_who_rejected_sees_by_the_same_link_that_they_did_and_when()
    {
        await using var service = await PageService.StartAsync();
        await AtApproval.BringAsync(service);
        var link = await AtApproval.LinkAsync(service, Health);
        var browser = await EnteredAsync(service, link);
        var form = browser.Form();
        (form["answer"], form["reason"]) = ("reject", "A table is missing");

        await browser.SubmitAsync(form);

        await browser.GoAsync($"{link}/decision");
        Assert.Contains("Rejected by Care Board", browser.Text);
        Assert.Contains("2026 at", browser.Text);
    }

    [Fact]
    public async Task A_visit_by_a_code_opens_nothing_but_its_letter()
    {
        await using var service = await PageService.StartAsync();
        var (review, _) = await AtApproval.BringAsync(service);
        var link = await AtApproval.LinkAsync(service, Health);
        var other = await AtApproval.LinkAsync(service, "police@fernshire.example");
        var browser = await EnteredAsync(service, link);

        foreach (var address in new[] { review, "/today", "/reviews", $"{review}/do/{AtApproval.SignOff}", "/administration" })
        {
            await browser.GoAsync(address);
            Assert.Equal("Sign in", browser.Heading);
        }

        await browser.GoAsync($"{other}/decision");
        Assert.Equal("Show that the letter is yours", browser.Heading);
        await browser.GoAsync($"{link}/documents/rapid-review-report/2");
        Assert.Equal(HttpStatusCode.NotFound, browser.Answer.StatusCode);
    }

    [Fact]
    public async Task Signing_in_leads_the_recipient_to_the_decision_and_nobody_else()
    {
        await using var service = await PageService.StartAsync();
        await AtApproval.BringAsync(service);
        var link = await AtApproval.LinkAsync(service, Health);
        var recipient = await service.AsAsync("health-partner");
        var colleague = await service.AsAsync("police-partner");

        await recipient.GoAsync($"{link}/open");
        Assert.Equal("Partners sign off the rapid review", recipient.Heading);
        await colleague.GoAsync($"{link}/open");
        Assert.Equal("This link leads nowhere", colleague.Heading);
        var same = colleague.Text;
        await colleague.GoAsync($"{Unknown}/open");
        Assert.Equal(same, colleague.Text);
    }

    [Fact]
    public async Task A_link_that_was_withdrawn_or_is_too_old_leads_nowhere()
    {
        await using var service = await PageService.StartAsync();
        var (review, _) = await AtApproval.BringAsync(service);
        var link = await AtApproval.LinkAsync(service, Health);
        var police = await AtApproval.LinkAsync(service, "police@fernshire.example");
        var manager = await service.AsAsync("business-manager");
        await manager.GoAsync(review);
        var row = manager.Page.QuerySelectorAll("#letters ~ details tr").First(each =>
            each.TextContent.Contains("Request for approval", StringComparison.Ordinal) && each.TextContent.Contains("Care Board", StringComparison.Ordinal));
        await manager.GoAsync(row.QuerySelector("a")!.GetAttribute("href")!);
        await manager.SubmitAsync(manager.Form());
        Assert.Contains("The link of the letter leads nowhere now", manager.Text);

        var browser = service.Browser();
        await browser.GoAsync(link);
        await browser.SubmitAsync(browser.Form());
        service.Service.Clock.MoveTo(service.Service.Clock.GetUtcNow().AddDays(91));
        await browser.GoAsync(police);
        await browser.SubmitAsync(browser.Form());

        Assert.DoesNotContain(service.Service.Mail.Sent, letter => letter.Kind == "code");
    }

    // By a code, as somebody without an account does.
    private static async Task<PageBrowser> EnteredAsync(PageService service, string link)
    {
        var browser = service.Browser();
        await browser.GoAsync(link);
        await browser.SubmitAsync(browser.Form());
        var form = browser.Form();
        form["code"] = AtApproval.Code(service, Health);
        await browser.SubmitAsync(form);
        Assert.Equal("Partners sign off the rapid review", browser.Heading);
        return browser;
    }
}
