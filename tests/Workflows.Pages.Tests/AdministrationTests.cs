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
