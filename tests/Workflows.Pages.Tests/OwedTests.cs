using Workflows.Pages.Tests.Support;

namespace Workflows.Pages.Tests;

/// <summary>What whoever answers for a recommendation finds, signed in or by the link of a letter.</summary>
public sealed class OwedTests
{
    private const string School = "school@fernshire.example";

    [Fact]
    public async Task What_somebody_owes_on_a_recommendation_stands_in_their_today_until_it_is_done()
    {
        await using var service = await PageService.StartAsync();
        await MakeAsync(service);
        var school = service.Browser();
        await school.SignInAsync("school");

        await school.GoAsync("/today");
        await school.FollowAsync("Answer to recommendation 1");
        Assert.Equal("Answer a recommendation", school.Heading);
        var form = school.Form();
        form["facts.answer"] = "accept";
        await school.SubmitAsync(form);
        await school.GoAsync("/today");
        Assert.DoesNotContain("recommendation 1", school.Text);

        var other = await service.AsAsync("police-partner");
        await other.GoAsync("/today");
        Assert.DoesNotContain("recommendation 1", other.Text);
    }

    [Fact]
    public async Task An_evaluation_stands_in_the_today_of_whoever_manages_the_review_from_its_first_reminder_on()
    {
        await using var service = await PageService.StartAsync();
        await MakeAsync(service);
        var manager = await service.AsAsync("business-manager");
        await manager.GoAsync("/today");
        Assert.DoesNotContain("Evaluation of recommendation 1", manager.Text);

        await service.Service.MoveToAsync(service.Service.Clock.GetUtcNow().AddMonths(6).AddDays(-20));
        manager = await service.AsAsync("business-manager");
        await manager.GoAsync("/today");
        await manager.FollowAsync("Evaluation of recommendation 1");
        Assert.Equal("Record an evaluation", manager.Heading);
        var form = manager.Form();
        form["facts.result"] = "changed";
        form["facts.finding"] = "An audit found it done.";
        await manager.SubmitAsync(form);
        Assert.Contains("It is recorded", manager.Text);
        await manager.GoAsync("/today");
        Assert.DoesNotContain("Evaluation of recommendation 1", manager.Text);
    }

    [Fact]
    public async Task Who_answers_for_one_and_has_no_account_answers_by_a_code_and_reaches_nothing_else()
    {
        await using var service = await PageService.StartAsync();
        var review = await MakeAsync(service);
        var link = await AtApproval.LinkAsync(service, School, "request");
        var browser = service.Browser();
        await browser.GoAsync(link);
        await browser.SubmitAsync(browser.Form());
        var form = browser.Form();
        form["code"] = AtApproval.Code(service, School);
        await browser.SubmitAsync(form);

        Assert.Equal("Recommendation 1", browser.Heading);
        Assert.Contains("Tell the service at once.", browser.Text);
        await browser.FollowAsync("Say whether it is accepted");
        await browser.SubmitAsync(browser.Form());
        Assert.NotEmpty(browser.Errors);
        form = browser.Form();
        form["facts.answer"] = "accept";
        await browser.SubmitAsync(form);
        Assert.Contains("It is recorded", browser.Text);
        Assert.Contains("Accepted", browser.Text);

        foreach (var (address, status) in new[] { (review, 200), ($"{link}/recommendations/2", 404), ($"{link}/recommendations/1/withdraw", 404) })
        {
            await browser.GoAsync(address);
            Assert.True(browser.Heading == "Sign in" || (int)browser.Answer.StatusCode == status, $"{address} is {browser.Heading}");
        }

        var manager = await service.AsAsync("business-manager");
        await manager.GoAsync($"{review}/journal");
        Assert.Contains("Recommendation 1 was accepted", manager.Text);
    }

    [Fact]
    public async Task The_link_of_another_letter_does_not_lead_to_a_recommendation()
    {
        await using var service = await PageService.StartAsync();
        await MakeAsync(service);
        var link = await AtApproval.LinkAsync(service, School, "request");
        var stranger = service.Browser();

        await stranger.GoAsync($"{link}/recommendations/1");

        Assert.Equal("Show that the letter is yours", stranger.Heading);
        Assert.DoesNotContain("Tell the service", stranger.Text);
    }

    private static async Task<string> MakeAsync(PageService service)
    {
        var manager = await service.AsAsync("business-manager");
        var review = await service.OpenReviewAsync(manager);
        await manager.GoAsync($"{review}/recommendations/new");
        var form = manager.Form();
        form.FillIn(service.Today.AddMonths(6));
        form["facts.text"] = "Tell the service at once.";
        form["facts.agency"] = "Schools";
        await manager.SubmitAsync(form);
        return review;
    }
}
