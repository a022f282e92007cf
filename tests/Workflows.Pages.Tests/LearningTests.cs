using Workflows.Pages.Tests.Support;

namespace Workflows.Pages.Tests;

/// <summary>Recommendations, quality and gaps in a browser without JavaScript.</summary>
public sealed class LearningTests
{
    [Fact]
    public async Task A_recommendation_is_made_answered_acted_on_and_evaluated_by_pages()
    {
        await using var service = await PageService.StartAsync();
        var manager = await service.AsAsync("business-manager");
        var review = await service.OpenReviewAsync(manager);
        await manager.GoAsync(review);
        await manager.FollowAsync("Recommendations (0)");
        await manager.FollowAsync("Make a recommendation");

        var form = manager.Form();
        await manager.SubmitAsync(form);
        Assert.Equal(
            [
                "Enter what is recommended", "Enter the agency that owns the recommendation", "Select who answers for the recommendation",
                "Enter the post that is accountable for the recommendation", "Enter what is to change in practice", "Enter how the effect is evaluated",
                "Enter the day by which the effect is evaluated",
            ],
            manager.Errors);
        Assert.Equal(manager.Errors, manager.Page.QuerySelectorAll(".govuk-error-message").Select(message => message.TextContent.Replace("Error:", string.Empty, StringComparison.Ordinal).Trim()));

        form = manager.Form();
        form.FillIn(service.Today.AddMonths(6));
        form["facts.text"] = "Tell the service <at once>.";
        form["facts.agency"] = "Schools";
        await manager.SubmitAsync(form);
        Assert.Equal("Recommendation 1", manager.Heading);
        Assert.Contains("Tell the service <at once>.", manager.Text);
        var one = manager.Address.AbsolutePath;

        var school = service.Browser();
        await school.SignInAsync("school");
        await school.GoAsync(one);
        await school.FollowAsync("Say whether it is accepted");
        form = school.Form();
        form["facts.answer"] = "reject";
        await school.SubmitAsync(form);
        Assert.Equal(["Say why it is not accepted."], school.Errors);
        form = school.Form();
        form["facts.answer"] = "accept";
        await school.SubmitAsync(form);
        Assert.Contains("Accepted", school.Text);

        await DoAsync(school, one, "Set an action", service.Today.AddDays(1));
        await service.Service.MoveToAsync(service.Service.Clock.GetUtcNow().AddDays(30));
        await school.GoAsync(one);
        Assert.Contains("Overdue", school.Text);
        Assert.Contains("It was late, and escalated.", school.Text);
        await DoAsync(school, one, "Report", service.Today);
        Assert.Contains("Underway", school.Text);

        await manager.GoAsync(one);
        await DoAsync(manager, one, "Record an evaluation", service.Today);
        Assert.Contains("Practice changed as intended", manager.Text);
        await manager.GoAsync($"{review}/journal");
        Assert.Contains("Recommendation 1 was evaluated", manager.Text);
        Assert.Contains("Action 1 on recommendation 1", manager.Text);
    }

    [Fact]
    public async Task They_are_searched_across_reviews_and_their_table_holds_no_formula()
    {
        await using var service = await PageService.StartAsync();
        var manager = await service.AsAsync("business-manager");
        var review = await service.OpenReviewAsync(manager);
        await manager.GoAsync($"{review}/recommendations/new");
        var form = manager.Form();
        form.FillIn(service.Today.AddMonths(6));
        form["facts.text"] = "=HYPERLINK(\"http://x\")";
        form["facts.agency"] = " @SUM(A1)";
        await manager.SubmitAsync(form);

        await manager.GoAsync("/recommendations?words=hyperlink&theme=unheard-of");
        Assert.Contains("=HYPERLINK", manager.Text);
        await manager.GoAsync("/recommendations?words=hyperlink&theme=neglect");
        Assert.Contains("There is none.", manager.Text);
        await manager.GoAsync("/recommendations.csv");
        var csv = await manager.Answer.Content.ReadAsStringAsync();
        Assert.Contains("\"'=HYPERLINK(\"\"http://x\"\")\"", csv);
        Assert.DoesNotContain("\"@SUM", csv);
    }

    [Fact]
    public async Task Markers_are_prompts_that_the_assurer_answers_and_partners_find_what_good_reports_have_in_common()
    {
        await using var service = await PageService.StartAsync();
        var manager = await service.AsAsync("business-manager");
        var review = await service.OpenReviewAsync(manager);
        var assurer = await service.AsAsync("quality-assurer");
        await assurer.GoAsync($"{review}/quality");
        await assurer.FollowAsync("Answer it, or set it aside");
        Assert.Equal("Quality marker: Referral", assurer.Heading);
        var form = assurer.Form();
        form["facts.does"] = "aside";
        form["facts.text"] = "It was referred long ago.";
        await assurer.SubmitAsync(form);
        Assert.Contains("Set aside", assurer.Text);
        Assert.Contains("It was referred long ago.", assurer.Text);

        await manager.GoAsync($"{review}/quality");
        Assert.DoesNotContain("Answer it, or set it aside", manager.Text);
        await manager.FollowAsync("What good reports have in common");
        Assert.Contains("Why, and not only what", manager.Text);
        await manager.FollowAsync("never received");
        Assert.Contains("Nothing is missing so far.", manager.Text);
        await manager.FollowAsync("Download the statement");
        Assert.Contains("Everything that was asked for was received.", await manager.Answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Who_answers_for_one_without_being_of_the_partnership_reaches_it_and_nothing_else()
    {
        await using var service = await PageService.StartAsync();
        var manager = await service.AsAsync("business-manager");
        var review = await service.OpenReviewAsync(manager);
        await manager.GoAsync($"{review}/recommendations/new");
        var form = manager.Form();
        form.FillIn(service.Today.AddMonths(6));
        form["facts.agency"] = "Probation";
        await manager.SubmitAsync(form);

        var officer = service.Browser();
        await officer.SignInAsync("probation.officer");
        await officer.GoAsync("/recommendations");
        await officer.FollowAsync("Plain words");
        Assert.Equal("Recommendation 1", officer.Heading);
        await DoAsync(officer, officer.Address.AbsolutePath, "Say whether it is accepted", service.Today);
        Assert.Contains("Accepted", officer.Text);
        await officer.GoAsync(review);
        Assert.Equal(404, (int)officer.Answer.StatusCode);
    }

    private static async Task DoAsync(PageBrowser browser, string page, string link, DateOnly day)
    {
        await browser.GoAsync(page);
        await browser.FollowAsync(link);
        var form = browser.Form();
        form.FillIn(day);
        foreach (var part in new[] { "day", "month", "year" }.Where(part => form.Has($"facts.again.{part}")))
        {
            form[$"facts.again.{part}"] = string.Empty;
        }

        await browser.SubmitAsync(form);
        Assert.Contains("It is recorded", browser.Text);
    }
}
