using Microsoft.Playwright;

namespace Workflows.Browser.Tests.Support;

/// <summary>What follows from a review: its recommendations, by pages and by the links of letters.</summary>
internal sealed class Following(Site site, Partnership people, Func<IPage, Task> look)
{
    private const string Lead = "health.services@fernshire.example";

    /// <summary>What is learnt early is acted on before anything is published: recommended by the reviewer, accepted and done by its owner.</summary>
    public async Task<string> ActOnEarlyLearningAsync()
    {
        var today = await people.TodayAsync();
        var reviewer = await people.AsAsync("lead.reviewer");
        var early = await RecommendAsync(reviewer, "Ask on the first day why a child is not at school.", "Education", "Head of attendance", today.AddDays(90), "education");
        var owner = await people.AsAsync("agency.lead.education");
        await owner.GotoAsync("/today");
        await look(owner);
        await owner.FollowAsync("LEARN-1: Answer to recommendation 1");
        await look(owner);
        await owner.Locator("[name='facts.answer'][value=accept]").CheckAsync();
        await SendAsync(owner);
        await SetActionAsync(owner, early, "Every school calls home by ten in the morning.", today.AddDays(30));
        await ReportAsync(owner, early, "done", "All schools call; the register shows it.");
        return early;
    }

    /// <summary>
    /// Another owner accepts by the link of a letter, and then does nothing: they are reminded, their senior officer is told, then the
    /// partners; at last they report by the link of their reminder.
    /// </summary>
    public async Task<string> ComeLateAsync()
    {
        var today = await people.TodayAsync();
        var manager = await people.AsAsync("business.manager");
        var late = await RecommendAsync(manager, "Tell each other of every missed appointment.", "Health visiting", "Head of service", today.AddDays(110), "health-access");
        var owner = await ByLetterAsync("request");
        await owner.FollowAsync("Say whether it is accepted");
        await look(owner);
        await owner.Locator("[name='facts.answer'][value=accept]").CheckAsync();
        await SendAsync(owner);
        var due = today.AddDays(30);
        await SetActionAsync(manager, late, "Agree one way to tell each other.", due);

        await manager.MoveToDayAsync(due);
        Assert.Contains("Please report how far it is", await LetterAsync(manager, Lead, "Action on recommendation 2"), StringComparison.Ordinal);
        await manager.MoveToDayAsync(due.AddDays(14));
        Assert.Contains("Its lead has been reminded", await LetterAsync(manager, "senior.officer.health@fernshire.example", "Action on recommendation 2"), StringComparison.Ordinal);
        await manager.MoveToDayAsync(due.AddDays(30));
        var partners = await LetterAsync(manager, "police.partner@fernshire.example", "Action on recommendation 2");
        Assert.Contains("Please see what stands in its way", partners, StringComparison.Ordinal);
        Assert.DoesNotContain("appointment", partners, StringComparison.Ordinal);
        await manager.GotoAsync("/today");
        await manager.GotoAsync(late);
        await look(manager);
        await manager.GetByText("It was late, and escalated.").WaitForAsync();

        owner = await ByLetterAsync("reminder");
        await ReportAsync(owner, null, "done", "Both services use one form; forty were sent.");
        return late;
    }

    /// <summary>On their days both are evaluated: one changed practice, the other in part, to be looked at again.</summary>
    public async Task EvaluateAsync(string early, string late)
    {
        var manager = await people.AsAsync("business.manager");
        await manager.MoveToDayAsync((await people.TodayAsync()).AddDays(60));
        await manager.GotoAsync("/today");
        Assert.Contains("is to be evaluated", await LetterAsync(manager, "business.manager@fernshire.example", "Evaluation of"), StringComparison.Ordinal);
        await EvaluateAsync(manager, early, "changed", "Calls are made on nine days of ten.", again: null);
        await EvaluateAsync(await people.AsAsync("quality.assurer"), late, "partly-changed", "One service tells; the other not always.", (await people.TodayAsync()).AddDays(90));
    }

    private async Task EvaluateAsync(IPage page, string recommendation, string result, string finding, DateOnly? again)
    {
        await page.GotoAsync(recommendation);
        await page.FollowAsync("Record an evaluation");
        await look(page);
        await page.Locator($"[name='facts.result'][value={result}]").CheckAsync();
        await page.Locator("[name='facts.finding']").FillAsync(finding);
        if (again is { } day)
        {
            await page.EnterDayAsync("facts.again", day);
        }

        await SendAsync(page);
    }

    private async Task<string> RecommendAsync(IPage page, string text, string agency, string post, DateOnly evaluated, string theme)
    {
        await page.GotoAsync(people.Review);
        await page.FollowAsync("Recommendations (");
        await look(page);
        await page.FollowAsync("Make a recommendation");
        await look(page);
        await page.Locator("[name='facts.text']").FillAsync(text);
        await page.Locator("[name='facts.agency']").FillAsync(agency);
        await page.Locator("[name='facts.role'][value=agency-lead]").CheckAsync();
        await page.Locator("[name='facts.post']").FillAsync(post);
        await page.Locator("[name='facts.change']").FillAsync("Nobody waits for somebody else to ask.");
        await page.Locator("[name='facts.evaluation']").FillAsync("An audit of twenty records.");
        await page.EnterDayAsync("facts.evaluateOn", evaluated);
        await page.Locator($"[name=themes][value={theme}]").CheckAsync();
        await SendAsync(page);
        return new Uri(page.Url).AbsolutePath;
    }

    private async Task SetActionAsync(IPage page, string recommendation, string text, DateOnly due)
    {
        await page.GotoAsync(recommendation);
        await page.FollowAsync("Set an action");
        await look(page);
        await page.Locator("[name='facts.text']").FillAsync(text);
        await page.EnterDayAsync("facts.dueOn", due);
        await SendAsync(page);
    }

    private async Task ReportAsync(IPage page, string? recommendation, string progress, string evidence)
    {
        if (recommendation is not null)
        {
            await page.GotoAsync(recommendation);
        }

        await page.FollowAsync("Report on action 1");
        await look(page);
        await page.Locator($"[name='facts.progress'][value={progress}]").CheckAsync();
        await page.Locator("[name='facts.evidence']").FillAsync(evidence);
        await SendAsync(page);
    }

    private async Task SendAsync(IPage page)
    {
        await page.SendAsync();
        await page.GetByText("It is recorded").WaitForAsync();
        await look(page);
    }

    // Without an account: the link of the last letter of a kind, and a code, on a phone.
    private async Task<IPage> ByLetterAsync(string kind)
    {
        var page = await site.BrowserAsync(Screen.Phone);
        await page.GotoAsync(await LinksOfLetters.LastAsync(site, Lead, kind));
        await page.SendAsync();
        await page.Locator("#code").FillAsync(await LinksOfLetters.CodeAsync(site, Lead));
        await page.LeaveAsync(() => page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Continue" }).ClickAsync());
        await look(page);
        return page;
    }

    // The newest letter to somebody with these words in its subject, as the page of letters shows it.
    private static async Task<string> LetterAsync(IPage page, string to, string words)
    {
        await page.GotoAsync("/demonstration");
        var letter = page.Locator("main details", new PageLocatorOptions { HasText = words }).Filter(new LocatorFilterOptions { HasText = to }).First;
        await letter.Locator("summary").ClickAsync();
        return await letter.InnerTextAsync();
    }
}
