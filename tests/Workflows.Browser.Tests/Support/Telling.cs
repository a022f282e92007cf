using Microsoft.Playwright;

namespace Workflows.Browser.Tests.Support;

/// <summary>Where what came of a review is told: its quality and gaps, the search over all reviews, the yearly report.</summary>
internal sealed class Telling(Partnership people, Func<IPage, Task> look)
{
    public async Task AllIsToldAsync()
    {
        var assurer = await people.AsAsync("quality.assurer");
        await assurer.GotoAsync($"{people.Review}/quality");
        await look(assurer);
        var manager = await people.AsAsync("business.manager");
        await manager.GotoAsync($"{people.Review}/gaps");
        await look(manager);
        await manager.GotoAsync("/recommendations?theme=health-access");
        await look(manager);
        await ContainsAsync(manager, "missed appointment");
        Assert.DoesNotContain("not at school", await manager.Locator("main").InnerTextAsync(), StringComparison.Ordinal);

        await manager.GotoAsync("/reports");
        await look(manager);
        await manager.FollowAsync("Yearly report, 2026 to 2027");
        await look(manager);
        string[] told = ["LEARN-1", "Hold a local review", "in full", "Ask on the first day why", "1 of 1", "All schools call", "Practice changed as intended", "forty were sent", "Practice changed in part"];
        await ContainsAsync(manager, told);

        var csv = await (await manager.APIRequest.GetAsync("/reports/fernshire/2026.csv")).TextAsync();
        var word = PlantedReport.AllOf(await (await manager.APIRequest.GetAsync("/reports/fernshire/2026.docx")).BodyAsync());
        Assert.All(told, each => Assert.Contains(each, csv, StringComparison.Ordinal));
        Assert.All(told, each => Assert.Contains(each, word, StringComparison.Ordinal));
    }

    private static async Task ContainsAsync(IPage page, params string[] words)
    {
        var text = await page.Locator("main").InnerTextAsync();
        Assert.All(words, each => Assert.Contains(each, text, StringComparison.Ordinal));
    }
}
