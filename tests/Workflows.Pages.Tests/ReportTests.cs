using System.IO.Compression;
using System.Net;
using Workflows.Pages.Tests.Support;
using Workflows.Web.Tests.Support;

namespace Workflows.Pages.Tests;

/// <summary>Reports, the duty to publish, and how long records are kept, in a browser without JavaScript.</summary>
public sealed class ReportTests
{
    [Fact]
    public async Task The_yearly_report_tells_what_was_recommended_done_and_shown_to_have_changed()
    {
        await using var service = await PageService.StartAsync();
        var manager = await service.AsAsync("business-manager");
        var review = await service.OpenReviewAsync(manager);
        await RecommendAsync(service, manager, review);

        await manager.GoAsync("/reports");
        await manager.FollowAsync("Yearly report, 2026 to 2027");

        Assert.Contains("Tell the service at once.", manager.Text);
        Assert.Contains("Practice changed as intended", manager.Text);
        Assert.Contains("Timeliness by stage", manager.Text);
        var address = manager.Address.AbsolutePath;
        await manager.GoAsync($"{address}.csv");
        Assert.Contains("\"What was shown to have changed\"", await manager.Answer.Content.ReadAsStringAsync());
        await manager.GoAsync($"{address}.docx");
        using var document = new ZipArchive(await manager.Answer.Content.ReadAsStreamAsync());
        using var words = new StreamReader(document.GetEntry("word/document.xml")!.Open());
        Assert.Contains("Tell the service at once.", await words.ReadToEndAsync());
        var other = service.Browser();
        await other.SignInAsync("other.manager");
        await other.GoAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, other.Answer.StatusCode);
        await other.GoAsync("/reports/national/2026");
        Assert.Equal(HttpStatusCode.NotFound, other.Answer.StatusCode);
    }

    [Fact]
    public async Task National_figures_hide_a_single_review_and_the_duty_to_publish_is_listed()
    {
        await using var service = await PageService.StartAsync();
        var manager = await service.AsAsync("business-manager");
        await service.OpenReviewAsync(manager);
        await service.Service.MoveToAsync(service.Service.Clock.GetUtcNow().AddDays(20));
        var officer = await service.AsAsync("panel-officer");

        await officer.GoAsync("/reports/national/2026");

        Assert.Contains("Fernshire", officer.Text);
        Assert.DoesNotContain(" 1 ", officer.Page.QuerySelector("table")!.TextContent);
        await manager.GoAsync("/reports/publications");
        Assert.Equal("The duty to publish", manager.Heading);
        await manager.GoAsync("/reports/publications.csv");
        Assert.Contains("\"National repository\"", await manager.Answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task The_duty_to_publish_is_paged_with_the_late_at_the_top_and_its_table_is_whole()
    {
        await using var service = await PageService.StartAsync();
        var references = await service.Service.RecordDutiesAsync(120);
        var manager = await service.AsAsync("business-manager");
        var shown = new List<string>();
        var standings = new List<string>();

        await manager.GoAsync("/reports/publications");
        for (var page = 1; page <= 3; page++)
        {
            Assert.Contains("120 reviews", manager.Text);
            shown.AddRange(manager.Page.QuerySelectorAll("tbody th").Select(cell => cell.TextContent.Trim()));
            standings.AddRange(manager.Page.QuerySelectorAll("tbody tr").Select(row => row.Children[3].TextContent.Trim()));
            if (page < 3)
            {
                await manager.FollowAsync("Next");
            }
        }

        Assert.Equal(references.Order(StringComparer.Ordinal), shown.Order(StringComparer.Ordinal));
        Assert.Equal(standings.OrderByDescending(standing => standing == "Late"), standings);
        Assert.Contains($"Late now: {standings.Count(standing => standing == "Late")}.", manager.Text);
        Assert.Empty(manager.Page.QuerySelectorAll("a[rel=next]"));
        await manager.FollowAsync("Previous");
        Assert.Equal("?page=2", manager.Address.Query);
        await manager.GoAsync("/reports/publications?page=99");
        Assert.Equal("?page=3", manager.Address.Query);

        await manager.FollowAsync("All of it as CSV");
        Assert.Equal("text/csv", manager.Answer.Content.Headers.ContentType!.MediaType);
        var rows = (await manager.Answer.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries)[1..];
        Assert.Equal(shown, rows.Select(row => row.Split(',')[0].Trim('"')));
        var other = service.Browser();
        await other.SignInAsync("other.manager");
        await other.GoAsync("/reports/publications");
        Assert.Contains("There is none.", other.Text);
    }

    [Fact]
    public async Task A_hold_is_placed_and_lifted_on_the_record_of_a_review()
    {
        await using var service = await PageService.StartAsync();
        var manager = await service.AsAsync("business-manager");
        var review = await service.OpenReviewAsync(manager);
        await manager.GoAsync(review);
        await manager.FollowAsync("Its record");
        Assert.Contains("Kept", manager.Text);

        await manager.SubmitAsync(manager.Form());
        Assert.Equal(["Give the reason for the hold"], [.. manager.Errors.Select(error => error.TrimEnd('.'))]);
        var form = manager.Form();
        form["reason"] = "An inquiry asked for it.";
        await manager.SubmitAsync(form);

        Assert.Contains("Held", manager.Text);
        Assert.Contains("An inquiry asked for it.", manager.Text);
        form = manager.Form();
        form["reason"] = "The inquiry has ended.";
        await manager.SubmitAsync(form);
        Assert.Contains("hold-1, lifted", manager.Text);
        await manager.GoAsync($"{review}/journal");
        Assert.Contains("A legal hold was lifted.", manager.Text);
        await manager.GoAsync("/retention");
        Assert.Equal("Records and their destruction", manager.Heading);
        await manager.GoAsync($"{review}/publication");
        Assert.Equal("Publication of this review", manager.Heading);
    }

    [Fact]
    public async Task Two_people_have_a_record_destroyed_by_its_page_and_take_the_certificate()
    {
        await using var service = await PageService.StartAsync();
        var manager = await service.AsAsync("business-manager");
        var review = await service.OpenReviewAsync(manager);
        await manager.GoAsync($"{review}/withdraw");
        var form = manager.Form();
        form["reason"] = "Quarrenden was not harmed.";
        await manager.SubmitAsync(form);
        await service.Service.MoveToAsync(new DateTimeOffset(2051, 6, 1, 9, 0, 0, TimeSpan.Zero));

        foreach (var role in new[] { "business-manager", "police-partner" })
        {
            var person = await service.AsAsync(role);
            await person.GoAsync("/retention");
            await person.GoAsync($"{review}/retention");
            await person.SubmitAsync(person.Form());
            Assert.Contains("It is recorded.", person.Text);
        }

        await service.Service.WakeAsync();
        var later = await service.AsAsync("business-manager");
        await later.GoAsync($"{review}/retention");
        Assert.Contains("Destroyed", later.Text);
        await later.FollowAsync("Download the certificate");
        Assert.Contains("CERTIFICATE OF DESTRUCTION", await later.Answer.Content.ReadAsStringAsync());
        await later.GoAsync($"{review}/journal");
        Assert.DoesNotContain("Quarrenden", later.Text);
    }

    private static async Task RecommendAsync(PageService service, PageBrowser manager, string review)
    {
        await manager.GoAsync($"{review}/recommendations/new");
        var form = manager.Form();
        form.FillIn(service.Today.AddMonths(6));
        form["facts.text"] = "Tell the service at once.";
        form["facts.agency"] = "Schools";
        await manager.SubmitAsync(form);
        await manager.GoAsync(manager.Address.AbsolutePath);
        await manager.FollowAsync("Record an evaluation");
        form = manager.Form();
        form.FillIn(service.Today);
        foreach (var part in new[] { "day", "month", "year" })
        {
            form[$"facts.again.{part}"] = string.Empty;
        }

        await manager.SubmitAsync(form);
    }
}
