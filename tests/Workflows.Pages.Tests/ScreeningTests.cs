using System.Text;
using Workflows.Pages.Tests.Support;
using Workflows.Web.Tests.Support;

namespace Workflows.Pages.Tests;

/// <summary>The identifying-details screen in a browser without JavaScript.</summary>
public sealed class ScreeningTests
{
    [Fact]
    public async Task The_list_is_given_findings_are_looked_at_with_their_passages_and_answered_by_pages()
    {
        await using var service = await PageService.StartAsync();
        var review = (await service.Service.OpenUntilAsync(standing => standing.Offers("report"))).Replace("/api/", "/", StringComparison.Ordinal);
        var manager = await service.AsAsync("business-manager");
        await manager.GoAsync(review);
        await manager.FollowAsync("Identifying details");
        Assert.Contains("No list has been given", manager.Text);
        await manager.FollowAsync("Give the list");
        var form = manager.Form();
        form["Date"] = "Tuesday";
        await manager.SubmitAsync(form);
        Assert.Equal(["Line 1: Write the date with its day before its month, for example 12 March 2021."], manager.Errors);
        form = manager.Form();
        (form["Date"], form["Person"]) = (string.Empty, "Zebedee Quillfeather | Zebby\nMaud Quillfeather");
        await manager.SubmitAsync(form);
        Assert.Contains("List number 1, with 2 entries", manager.Text);

        await HandInAsync(service, review, "Zebby <b>wept</b> at LS1 4AP.");
        await manager.GoAsync(review);
        Assert.Contains("version 1: 2 findings, none with an answer", manager.Text);
        await manager.FollowAsync("Look at what was found");
        await manager.FollowAsync("Look at them");
        Assert.Contains("Zebby <b>wept</b> at LS1 4AP.", manager.Text);
        await manager.SubmitAsync(manager.Form());
        Assert.Equal(3, manager.Errors.Count);

        await AnswerAsync(manager, keep: true);
        Assert.Contains("May be published", manager.Text);
        await manager.FollowAsync("Look at them");
        Assert.Contains("Kept", manager.Text);
        await manager.GoAsync($"{review}/journal");
        Assert.Contains("2 findings kept.", manager.Text);
        Assert.DoesNotContain("Zebby", manager.Text);
    }

    [Fact]
    public async Task What_is_to_be_removed_gives_the_report_back_to_its_author_who_sees_what()
    {
        await using var service = await PageService.StartAsync();
        var review = (await service.Service.OpenUntilAsync(standing => standing.Offers("report"))).Replace("/api/", "/", StringComparison.Ordinal);
        await HandInAsync(service, review, "They lived at LS1 4AP.");
        var manager = await service.AsAsync("business-manager");
        await manager.GoAsync($"{review}/screening/documents/report");
        await AnswerAsync(manager, keep: false);
        Assert.Contains("A new version is asked for", manager.Text);

        var author = await service.AsAsync("lead-reviewer");
        await author.GoAsync(review);
        Assert.Contains("Review report", author.Text);
        await author.FollowAsync("Review report");
        await author.FollowAsync("See which");
        Assert.Contains("They lived at LS1 4AP.", author.Text);
        await author.GoAsync($"{review}/screening/documents/report");
        Assert.Contains("They lived at LS1 4AP.", author.Text);
        Assert.Contains("To be removed", author.Text);
        Assert.Null(author.Page.QuerySelector("main form[method=post] button"));
        await author.GoAsync($"{review}/screening/list");
        Assert.Equal(403, (int)author.Answer.StatusCode);
    }

    private static async Task AnswerAsync(PageBrowser manager, bool keep)
    {
        var form = manager.Form();
        var boxes = form.Element.QuerySelectorAll("input[name=findings]").Select(box => box.GetAttribute("value")).ToArray();
        form["findings"] = string.Join(',', boxes);
        form["answer"] = keep ? "keep" : "remove";
        form["reason"] = "A shopping street.";
        await manager.SubmitAsync(form);
        Assert.Empty(manager.Errors);
    }

    private static async Task HandInAsync(PageService service, string review, string text)
    {
        using var file = ReviewSetup.File(Encoding.UTF8.GetBytes(text), "attachment; filename=\"report.txt\"", "text/plain");
        using var answer = await service.Service.As(TestDirectory.HolderOf("lead-reviewer")).PutAsync($"/api{review}/documents/report", file);
        answer.EnsureSuccessStatusCode();
        await service.Service.WakeAsync();
    }
}
