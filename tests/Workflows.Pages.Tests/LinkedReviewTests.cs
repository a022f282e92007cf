using Workflows.Pages.Tests.Support;

namespace Workflows.Pages.Tests;

public sealed class LinkedReviewTests
{
    [Fact]
    public async Task Reviews_are_linked_shown_together_and_unlinked_by_their_pages()
    {
        await using var service = await PageService.StartAsync();
        var manager = await service.AsAsync("business-manager");
        var one = await service.OpenReviewAsync(manager);
        var other = await service.OpenReviewAsync(manager);
        await manager.GoAsync(one);
        await manager.FollowAsync("Link this review to another");
        var form = manager.Form();
        await manager.SubmitAsync(form);
        Assert.Contains("Select what the other review is", manager.Errors);
        form["kind"] = "same-incident/beside";
        form["review"] = other.Split('/')[^1];
        await manager.SubmitAsync(form);
        Assert.Contains("The reviews are linked", manager.Text);
        Assert.Contains("Of the same incident", manager.Text);
        await service.Service.WakeAsync();

        await manager.GoAsync($"{other}/withdraw");
        Assert.Contains("Linked reviews do not end with it", manager.Text);
        await manager.GoAsync(other);
        Assert.Contains("Both go on.", manager.Text);
        await manager.FollowAsync("Take the link back");
        var removal = manager.Form();
        removal["reason"] = "Another incident";
        await manager.SubmitAsync(removal);
        Assert.Contains("The link is taken back", manager.Text);
        await service.Service.WakeAsync();
        await manager.GoAsync(one);
        Assert.DoesNotContain("Of the same incident", manager.Text);
    }

    [Fact]
    public async Task An_officer_of_the_Panel_opens_a_national_review_by_its_pages()
    {
        await using var service = await PageService.StartAsync();
        var officer = await service.AsAsync("panel-officer");
        var review = await service.OpenReviewAsync(officer, "national-review");
        await officer.GoAsync(review);
        Assert.Contains("National child safeguarding practice review", officer.Text);
        Assert.Contains("Decide whether to hold a national review", officer.Text);
    }

    [Fact]
    public async Task There_is_no_word_of_a_newer_version_where_there_is_none()
    {
        await using var service = await PageService.StartAsync();
        var manager = await service.AsAsync("business-manager");
        var review = await service.OpenReviewAsync(manager);
        await manager.GoAsync(review);
        Assert.DoesNotContain("newest version", manager.Text);
        await manager.GoAsync($"{review}/migration");
        Assert.Contains("400", $"{(int)manager.Answer.StatusCode}");
    }
}
