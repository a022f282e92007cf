using Microsoft.Playwright;

namespace Workflows.Browser.Tests.Support;

/// <summary>The identifying-details screen of a review, by its pages.</summary>
internal sealed class Gate(Partnership people, Func<IPage, Task> look)
{
    private const int MostLooks = 400;
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>End of the address of the action that answers all findings at once.</summary>
    public const string Action = "/do/screening.report";

    /// <summary>The business manager gives the case's own list.</summary>
    public async Task GiveListAsync(IPage manager)
    {
        await manager.GotoAsync(people.Review);
        await manager.FollowAsync("Identifying details");
        await look(manager);
        await manager.FollowAsync("Give the list");
        await look(manager);
        await manager.Locator("[name=Person]").FillAsync(PlantedReport.Family);
        await manager.Locator("[name=School]").FillAsync(PlantedReport.School);
        await manager.Locator("[name=Practice]").FillAsync(PlantedReport.Surgery);
        await manager.Locator("[name=Date]").FillAsync(PlantedReport.Born);
        await manager.SendAsync();
        await manager.GetByText("List number 1, with 5 entries").WaitForAsync();
        await look(manager);
    }

    /// <summary>The lead reviewer hands in a version of the report, and it is looked through.</summary>
    public async Task HandInAsync(byte[] report, string name)
    {
        var author = await people.AsAsync("lead.reviewer");
        await author.GotoAsync(people.Review);
        await author.Locator("main .govuk-task-list__link[href$='/do/report']").ClickAsync();
        await look(author);
        await author.Locator("#file").SetInputFilesAsync(new FilePayload { Name = name, MimeType = Word, Buffer = report });
        await author.SendAsync();
        await author.GetByText("Recorded: Review report").WaitForAsync();
        for (var times = 0; await author.GetByText("being looked through").CountAsync() > 0; times++)
        {
            Assert.True(times < MostLooks, "The report is never looked through.");
            await author.GotoAsync(people.Review);
        }
    }

    /// <summary>Everybody does their part, and the day of publication comes; what was found is left without an answer, and holds it back.</summary>
    public async Task HoldsBackAsync(IPage manager)
    {
        await people.UntilAsync(async page => await page.Locator("main .govuk-summary-list__value").First.InnerTextAsync() == "Publication"
            && await page.Locator("main .govuk-task-list__link").CountAsync() == 1
            && await page.Locator("[aria-label='What waits for others']").CountAsync() == 0);
        await manager.MoveToDayAsync((await people.TodayAsync()).AddDays(21));
        await manager.GotoAsync("/publications");
        Assert.DoesNotContain("Fernshire", await manager.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await manager.GotoAsync($"{people.Review}/do/publish-report");
        await look(manager);
        Assert.Equal(0, await manager.Locator("main form").CountAsync());
        await manager.GetByText("Answer each finding first").WaitForAsync();

        await manager.GotoAsync("/today");
        await manager.FollowAsync("LEARN-1: Answer what the screen found");
        await look(manager);
        await manager.FollowAsync("See each finding");
        await look(manager);
        var marked = await MarkedAsync(manager);
        foreach (var planted in PlantedReport.Exact.Concat(PlantedReport.Variants).Concat(PlantedReport.Harmless))
        {
            Assert.True(marked.Any(each => each.Contains(planted, StringComparison.Ordinal)), $"{planted} was not found among: {string.Join("; ", marked)}");
        }

        Assert.Contains("page 1", await FindingAsync(manager, "Jake Harris"), StringComparison.Ordinal);
        Assert.Contains("page 2", await FindingAsync(manager, "943 476 5919"), StringComparison.Ordinal);
        Assert.Contains("footnote", await FindingAsync(manager, "Dawson"), StringComparison.Ordinal);
    }

    /// <summary>What identifies nobody is kept with the reason; the rest is removed in a new version, of which only what is new asks.</summary>
    public async Task IsSettledAsync(IPage manager)
    {
        await AnswerAsync(manager, finding => PlantedReport.Harmless.Any(each => finding.Contains(each, StringComparison.Ordinal)), "keep", "The partnership’s own office, which anybody may ask.");
        await manager.FollowAsync("Look at them");
        await AnswerAsync(manager, _ => true, "remove", "Each of them leads to the family.");
        await manager.GetByText("A new version is asked for").WaitForAsync();

        await HandInAsync(PlantedReport.Second(), "report-2.docx");
        await manager.GotoAsync($"{people.Review}/screening/documents/report");
        await look(manager);
        Assert.Equal([PlantedReport.Later], await MarkedAsync(manager));
        await AnswerAsync(manager, _ => true, "keep", "A meeting of practitioners; no family was there.");
        await manager.GetByText("May be published").WaitForAsync();

        // Whoever signed off the first version did not sign off the second.
        await manager.GotoAsync($"{people.Review}/do/publish-report");
        await look(manager);
        await manager.GetByText("has not been approved yet").WaitForAsync();
    }

    private async Task AnswerAsync(IPage manager, Func<string, bool> which, string answer, string reason)
    {
        foreach (var finding in await manager.Locator("#findings .govuk-checkboxes__item").AllAsync())
        {
            await finding.Locator("input").SetCheckedAsync(which(await finding.InnerTextAsync()));
        }

        await manager.Locator($"input[name=answer][value={answer}]").CheckAsync();
        await manager.Locator("[name=reason]").FillAsync(reason);
        await manager.SendAsync();
        Assert.Equal([], await manager.ErrorsAsync());
        await look(manager);
    }

    private static Task<string[]> MarkedAsync(IPage page) =>
        page.Locator("#findings mark").EvaluateAllAsync<string[]>("all => all.map(each => each.textContent)");

    private static Task<string> FindingAsync(IPage page, string passage) =>
        page.Locator("#findings .govuk-checkboxes__item", new PageLocatorOptions { Has = page.Locator("mark", new PageLocatorOptions { HasText = passage }) }).First.InnerTextAsync();
}
