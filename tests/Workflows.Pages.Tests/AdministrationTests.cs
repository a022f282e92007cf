using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Pages.Tests.Support;
using Workflows.Reviews.Ports;

namespace Workflows.Pages.Tests;

/// <summary>Every state that needs somebody shows on the administration page, with what to do beside it.</summary>
public sealed class AdministrationTests
{
    [Fact]
    public async Task Without_a_scanner_the_page_says_that_documents_are_taken_without_being_looked_at()
    {
        await using var service = await PageService.StartAsync();
        var manager = await service.AsAsync("business-manager");

        await manager.GoAsync("/administration");

        Assert.Contains("None is set up: documents are taken without being looked at", manager.Text);
        Assert.Contains("Set Scanner:Command or Scanner:Endpoint", manager.Text);
        Assert.Null(manager.Page.QuerySelector("#needs"));
    }

    [Fact]
    public async Task A_file_in_quarantine_shows_to_the_people_of_its_partnership_with_what_to_do()
    {
        await using var service = await PageService.StartAsync(services => services.AddSingleton<IDocumentScanner>(new FindsAll()));
        var manager = await service.AsAsync("business-manager");
        var review = await service.OpenReviewAsync(manager);
        for (var step = 0; step < 20; step++)
        {
            await service.Service.WakeAsync();
            await manager.GoAsync($"{review}/do/rapid-review-report");
            if (manager.Page.QuerySelector("input[type=file]") is not null)
            {
                break;
            }

            await manager.GoAsync(review);
            await manager.GoAsync(manager.Page.QuerySelector("main .govuk-task-list__link") is { } link ? link.GetAttribute("href")! : "/demonstration");
            var earlier = manager.Form();
            earlier.FillIn(service.Today);
            await manager.SubmitAsync(earlier);
        }

        await manager.SubmitAsync(manager.Form());

        Assert.Equal(400, (int)manager.Answer.StatusCode);
        Assert.Contains("The malware scanner found something in this file", string.Join(' ', manager.Errors));
        await manager.GoAsync("/administration");
        Assert.Contains("is in quarantine. The scanner says: Worm.Test", manager.Text);
        Assert.Contains("ask for a clean copy", manager.Text);
        var other = service.Browser();
        await other.SignInAsync("other.manager");
        await other.GoAsync("/administration");
        Assert.DoesNotContain("quarantine", other.Text);
    }

    [Fact]
    public async Task Work_that_waits_and_letters_in_trouble_show_review_by_review()
    {
        await using var service = await PageService.StartAsync();
        var manager = await service.AsAsync("business-manager");
        var review = await service.OpenReviewAsync(manager);
        service.Service.Mail.RefusesAll = true;
        await service.Service.MoveToAsync(service.Service.Clock.GetUtcNow().AddDays(10));
        service.Service.Clock.MoveTo(service.Service.Clock.GetUtcNow().AddDays(20));

        await manager.GoAsync("/administration");

        Assert.Contains("Work has waited since", manager.Text);
        Assert.NotNull(manager.Page.QuerySelector($"#needs a[href='{review}']"));
        Assert.Contains("letters need somebody", manager.Text);
        Assert.Contains("press ‘Send again’", manager.Text);
    }

    [Fact]
    public async Task A_store_that_takes_nothing_shows_with_what_to_do_until_it_takes_something_again()
    {
        FullJournal? journal = null;
        await using var service = await PageService.StartAsync(services =>
        {
            var own = services.Last(each => each.ServiceType == typeof(IReviewJournal));
            services.AddSingleton<IReviewJournal>(provider => journal = new FullJournal((IReviewJournal)own.ImplementationFactory!(provider)));
        });
        var manager = await service.AsAsync("business-manager");
        var review = await service.OpenReviewAsync(manager);
        Assert.StartsWith("Good Takes what is recorded.", await StorageAsync(manager));

        journal!.IsFull = true;
        await WithdrawAsync(manager, review);
        Assert.Equal(503, (int)manager.Answer.StatusCode);
        var row = await StorageAsync(manager);
        Assert.StartsWith("Look Can be read, and did not take what was to be recorded", row);
        Assert.Contains("See whether the disk is full or read-only", row);

        journal.IsFull = false;
        await WithdrawAsync(manager, review);
        Assert.StartsWith("Good", await StorageAsync(manager));
    }

    private static async Task WithdrawAsync(PageBrowser browser, string review)
    {
        await browser.GoAsync($"{review}/withdraw");
        var form = browser.Form();
        form["reason"] = "It was recorded twice.";
        await browser.SubmitAsync(form);
    }

    private static async Task<string> StorageAsync(PageBrowser browser)
    {
        await browser.GoAsync("/administration");
        var row = browser.Page.QuerySelectorAll("tr").Single(each => each.QuerySelector("th")?.TextContent == "Storage");
        return string.Join(' ', string.Join(' ', row.QuerySelectorAll("td").Select(cell => cell.TextContent)).Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
    }

    private sealed class FullJournal(IReviewJournal journal) : IReviewJournal
    {
        public bool IsFull { get; set; }

        public Task<IReadOnlyList<JournalLine>> ReadAsync(ReviewId review, long after, CancellationToken stop) => journal.ReadAsync(review, after, stop);

        public Task<AppendOutcome> AppendAsync(JournalAppend append, CancellationToken stop) => IsFull
            ? throw new StoreUnavailableException("The disk is full.", inner: null) : journal.AppendAsync(append, stop);

        public IAsyncEnumerable<ReviewId> ListAsync(CancellationToken stop) => journal.ListAsync(stop);
    }

    // Everything but what the test file's own check wants is found as well.
    private sealed class FindsAll : IDocumentScanner
    {
        public string Title => "the tests' scanner";

        public async Task<ScanResult> ScanAsync(Stream content, CancellationToken stop)
        {
            using var reader = new StreamReader(content, Encoding.Latin1, leaveOpen: true);
            await reader.ReadToEndAsync(stop);
            return ScanResult.Found("Worm.Test");
        }
    }
}
