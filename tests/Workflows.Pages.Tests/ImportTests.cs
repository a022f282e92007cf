using System.Net;
using Workflows.Pages.Tests.Support;

namespace Workflows.Pages.Tests;

/// <summary>Reviews from before, brought in by pages in two steps.</summary>
public sealed class ImportTests
{
    private const string Header = "process,partnership,reference,facts.awareOn,facts.harm,facts.agencies,notification.on,closedOn\n";
    private const string Good = "lcspr,fernshire,OLD-1,2019-01-07,harmed,Education; Health,2019-01-21,2019-05-03\n";
    private const string Wrong = "lcspr,fernshire,OLD-2,07/01/2019,harmed,Education,,\n";

    [Fact]
    public async Task A_file_is_checked_first_and_recorded_only_then()
    {
        await using var service = await PageService.StartAsync();
        var manager = await service.AsAsync("business-manager");
        await manager.GoAsync("/reviews");
        await manager.FollowAsync("Record reviews from before");

        await CheckAsync(manager, Header + Good);
        Assert.Equal("The file was checked, and nothing is recorded yet", manager.Heading);
        Assert.Contains("OLD-1", manager.Text);
        var record = manager.Form();
        await manager.GoAsync("/reviews");
        Assert.DoesNotContain("OLD-1", manager.Text);

        await manager.SubmitAsync(record);
        Assert.Equal("The reviews are recorded", manager.Heading);
        await manager.FollowAsync("OLD-1");
        Assert.Contains("Closed", manager.Text);
        Assert.Contains("Done late", manager.Text);
    }

    [Fact]
    public async Task Every_problem_is_told_by_line_and_column_and_the_good_lines_can_be_recorded_without_the_others()
    {
        await using var service = await PageService.StartAsync();
        var manager = await service.AsAsync("business-manager");
        await manager.GoAsync("/reviews/import");

        await CheckAsync(manager, Header + Good + Wrong);
        var problem = manager.Page.QuerySelectorAll("[aria-label=Problems] tbody tr").Single();
        Assert.Equal(["3", "facts.awareOn"], problem.Children.Take(2).Select(cell => cell.TextContent.Trim()));
        Assert.Contains("Write 2019-01-07 if you mean 7 January 2019.", problem.TextContent);

        await manager.SubmitAsync(manager.Form());
        Assert.Equal("The reviews are recorded", manager.Heading);
        await manager.GoAsync("/reviews");
        Assert.Contains("1 review.", manager.Text);
    }

    [Fact]
    public async Task Who_opens_no_reviews_brings_none_in_and_is_not_led_there()
    {
        await using var service = await PageService.StartAsync();
        var partner = await service.AsAsync("quality-assurer");
        await partner.GoAsync("/reviews");
        Assert.DoesNotContain("from before", partner.Text);

        await partner.GoAsync("/reviews/import");

        Assert.Equal(HttpStatusCode.Forbidden, partner.Answer.StatusCode);
    }

    [Fact]
    public async Task Without_a_file_or_with_one_that_was_tampered_with_nothing_is_taken()
    {
        await using var service = await PageService.StartAsync();
        var manager = await service.AsAsync("business-manager");
        await manager.GoAsync("/reviews/import");
        await CheckAsync(manager, string.Empty);
        Assert.Equal(["The selected file is empty"], manager.Errors);

        await CheckAsync(manager, Header + Good);
        var record = manager.Form();
        record["table"] = "no file";
        await manager.SubmitAsync(record);
        Assert.Equal(["Select the CSV file again"], manager.Errors);
    }

    [Fact]
    public async Task An_empty_table_has_the_columns_that_are_taken()
    {
        await using var service = await PageService.StartAsync();
        var manager = await service.AsAsync("business-manager");
        await manager.GoAsync("/reviews/import");
        await manager.FollowAsync("Local child safeguarding practice review (CSV)");
        var table = await manager.Answer.Content.ReadAsStringAsync();
        Assert.Contains("\"next-step.outcome\"", table);

        await manager.GoAsync("/reviews/import");
        await CheckAsync(manager, table);

        // Its one line lacks what only a person knows; its columns are all right.
        var problems = manager.Page.QuerySelectorAll("[aria-label=Problems] tbody tr").ToList();
        Assert.NotEmpty(problems);
        Assert.All(problems, problem => Assert.Equal("2", problem.Children[0].TextContent));
    }

    private static async Task CheckAsync(PageBrowser browser, string file)
    {
        var form = browser.Form();
        form.File = file;
        await browser.SubmitAsync(form);
    }
}
