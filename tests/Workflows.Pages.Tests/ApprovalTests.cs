using System.Net;
using Workflows.Pages.Tests.Support;

namespace Workflows.Pages.Tests;

public sealed class ApprovalTests
{
    private const string SignOff = AtApproval.SignOff;

    [Fact]
    public async Task Opening_every_link_of_an_approval_decides_nothing()
    {
        await using var service = await PageService.StartAsync();
        var (review, _) = await AtApproval.BringAsync(service);
        var partner = await service.AsAsync("health-partner");
        await partner.GoAsync($"{review}/do/{SignOff}");

        foreach (var link in partner.Page.QuerySelectorAll("a[href]").Select(link => link.GetAttribute("href")!).ToList())
        {
            await partner.GoAsync(link);
        }

        await partner.GoAsync($"{review}/journal");
        Assert.DoesNotContain("Approved:", partner.Text);
        Assert.DoesNotContain("Rejected:", partner.Text);
    }

    [Fact]
    public async Task An_approver_sees_the_version_and_hash_and_is_told_what_happens_next()
    {
        await using var service = await PageService.StartAsync();
        var (review, sha256) = await AtApproval.BringAsync(service);
        var partner = await service.AsAsync("health-partner");

        await partner.GoAsync($"{review}/do/{SignOff}");
        Assert.Contains(sha256, partner.Text);
        Assert.Contains("version 1", partner.Text);

        var form = partner.Form();
        form["answer"] = "approve";
        await partner.SubmitAsync(form);
        Assert.Contains("What happens next: Partners sign off the rapid review", partner.Text);

        await partner.SubmitAsync(form);
        Assert.Equal(HttpStatusCode.OK, partner.Answer.StatusCode);
        await partner.GoAsync($"{review}/do/{SignOff}");
        Assert.Contains("Approved by", partner.Text);
    }

    [Fact]
    public async Task A_rejection_asks_for_its_reason()
    {
        await using var service = await PageService.StartAsync();
        var (review, _) = await AtApproval.BringAsync(service);
        var partner = await service.AsAsync("police-partner");
        await partner.GoAsync($"{review}/do/{SignOff}");
        var form = partner.Form();
        form["answer"] = "reject";

        await partner.SubmitAsync(form);

        Assert.Equal(["Give the reason for rejecting."], partner.Errors);
    }
}
