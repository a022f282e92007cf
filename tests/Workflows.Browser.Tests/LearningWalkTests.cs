using Microsoft.Playwright;
using Workflows.Browser.Tests.Support;

namespace Workflows.Browser.Tests;

/// <summary>
/// A local review by pages alone, as its learning goes: a report that the identifying-details screen holds back, its publication, what
/// was recommended, an owner who is late, evaluations, and the yearly report that tells all of it.
/// </summary>
public sealed class LearningWalkTests : IAsyncLifetime
{
    private readonly Looking _looked = new();
    private Site _site = default!;
    private Partnership _people = default!;
    private Gate _gate = default!;
    private Following _follow = default!;
    private IPage _manager = default!;

    public async Task InitializeAsync()
    {
        _site = await Site.StartAsync();
        _people = new Partnership(_site, Screen.Desktop, _looked.AtAsync) { Left = Gate.Action };
        _gate = new Gate(_people, _looked.AtAsync);
        _follow = new Following(_site, _people, _looked.AtAsync);
        _manager = await _people.AsAsync("business.manager");
    }

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task A_report_is_held_back_until_it_identifies_nobody_and_what_it_taught_is_followed_to_the_yearly_report()
    {
        await _people.OpenAsync("LEARN-1");
        await _gate.GiveListAsync(_manager);
        await _people.UntilAsync(page => WaitsAsync(page, "Review report"));
        await _gate.HandInAsync(PlantedReport.First(), "report.docx");
        var early = await _follow.ActOnEarlyLearningAsync();
        await _gate.HoldsBackAsync(_manager);
        await _gate.IsSettledAsync(_manager);
        await _people.UntilAsync(page => page.GetByText("public since").IsVisibleAsync());
        await IsReadAsync();

        var late = await _follow.ComeLateAsync();
        await _follow.EvaluateAsync(early, late);
        await new Telling(_people, _looked.AtAsync).AllIsToldAsync();
        await _people.ToTheEndAsync();
        await _manager.GotoAsync($"{_people.Review}/screening");
        await _manager.GetByText("were destroyed on").WaitForAsync();
        Assert.Equal([], _looked.Found);
    }

    // What anybody can read: the page with its headings and its table, the document beside it, and nobody's details in either.
    private async Task IsReadAsync()
    {
        var reader = await _site.BrowserAsync();
        await reader.GotoAsync("/publications");
        await reader.Locator("main h2 a").First.ClickAsync();
        await _looked.NowAsync(reader);
        var report = reader.Locator("#report");
        Assert.Equal(["Sections", "What we learnt about neglect", "What each service knew", "Notes"], await report.Locator("h2, h3").AllInnerTextsAsync());
        Assert.Equal(["Service", "What it knew"], await report.Locator("th[scope=col]").AllInnerTextsAsync());
        Assert.Equal(["Health visiting", "School"], await report.Locator("th[scope=row]").AllInnerTextsAsync());

        var document = await reader.APIRequest.GetAsync(await reader.GetByText("Read the document").GetAttributeAsync("href") ?? string.Empty);
        var published = await report.InnerTextAsync() + PlantedReport.AllOf(await document.BodyAsync());
        Assert.Contains(PlantedReport.Later, published, StringComparison.Ordinal);
        foreach (var planted in PlantedReport.Exact.Concat(PlantedReport.Variants))
        {
            Assert.DoesNotContain(planted, published, StringComparison.OrdinalIgnoreCase);
        }
    }

    private static Task<bool> WaitsAsync(IPage page, string what) =>
        page.Locator("[aria-label='What waits for others']").GetByText(what, new LocatorGetByTextOptions { Exact = true }).First.IsVisibleAsync();
}
