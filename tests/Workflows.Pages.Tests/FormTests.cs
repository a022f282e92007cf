using System.Net;
using Workflows.Pages.Tests.Support;

namespace Workflows.Pages.Tests;

public sealed class FormTests
{
    [Fact]
    public async Task What_is_wrong_is_told_above_the_form_and_beside_the_field_and_in_the_title()
    {
        await using var service = await PageService.StartAsync();
        var manager = await service.AsAsync("business-manager");
        var review = await service.OpenReviewAsync(manager);
        await manager.GoAsync($"{review}/do/notification");
        var form = manager.Form();
        form["facts.notificationSentOn.day"] = "31";
        form["facts.notificationSentOn.month"] = "2";
        form["facts.notificationSentOn.year"] = "2026";

        await manager.SubmitAsync(form);

        Assert.Equal(HttpStatusCode.BadRequest, manager.Answer.StatusCode);
        Assert.StartsWith("Error: ", manager.Page.Title, StringComparison.Ordinal);
        Assert.Contains("When was the notification sent? The date must be a real date, such as 27 3 2026", manager.Errors);
        Assert.Equal(2, manager.Errors.Count);
        Assert.All(
            manager.Page.QuerySelectorAll(".govuk-error-summary__list a"),
            link => Assert.NotNull(manager.Page.QuerySelector(link.GetAttribute("href")!)));
        Assert.Equal("31", manager.Page.QuerySelector("#facts-notificationSentOn")!.GetAttribute("value"));
        Assert.Equal(2, manager.Page.QuerySelectorAll(".govuk-form-group--error .govuk-error-message").Length);
    }

    [Fact]
    public async Task A_form_without_the_right_token_does_nothing()
    {
        await using var service = await PageService.StartAsync();
        var manager = await service.AsAsync("business-manager");
        var review = await service.OpenReviewAsync(manager);
        await manager.GoAsync($"{review}/withdraw");
        var form = manager.Form();
        form["reason"] = "Not ours";
        form["token"] = "made up";

        await manager.SubmitAsync(form);

        Assert.Equal(HttpStatusCode.BadRequest, manager.Answer.StatusCode);
        Assert.Equal("The form could not be taken", manager.Heading);
        await manager.GoAsync(review);
        Assert.Contains("Notification", manager.Text);
    }

    [Fact]
    public async Task A_form_sent_twice_does_its_work_once()
    {
        await using var service = await PageService.StartAsync();
        var manager = await service.AsAsync("business-manager");
        var review = await service.OpenReviewAsync(manager);
        await manager.FollowAsync("Add to: Parallel proceedings");
        var form = manager.Form();
        form.FillIn(service.Today);

        await manager.SubmitAsync(form);
        await manager.SubmitAsync(form);

        await manager.GoAsync($"{review}/journal");
        Assert.Single(manager.Text.Split("Added to ‘Parallel proceedings’").Skip(1));
    }

    [Fact]
    public async Task A_reason_for_a_delay_is_asked_for_and_kept()
    {
        await using var service = await PageService.StartAsync();
        var manager = await service.AsAsync("business-manager");
        var review = await service.OpenReviewAsync(manager);
        await manager.GoAsync($"{review}/deadlines/notification/delay");
        await manager.SubmitAsync(manager.Form());
        Assert.Equal(["Enter the reason for the delay"], manager.Errors);

        var form = manager.Form();
        form["reason"] = "The system was down";
        await manager.SubmitAsync(form);

        Assert.Contains("The reason for the delay is recorded", manager.Text);
        Assert.Contains("The system was down", manager.Text);
    }
}
