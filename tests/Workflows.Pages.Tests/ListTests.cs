using System.Net;
using Workflows.Pages.Tests.Support;
using Workflows.Process.Calendar;

namespace Workflows.Pages.Tests;

public sealed class ListTests
{
    [Fact]
    public async Task Reviews_are_found_by_words_in_the_order_that_was_asked_for_and_downloaded()
    {
        await using var service = await PageService.StartAsync();
        var manager = await service.AsAsync("business-manager");
        foreach (var reference in new[] { "OAK-2", "FERN-1", "FERN-3" })
        {
            await service.OpenReviewAsync(manager, reference: reference);
        }

        await manager.GoAsync("/reviews?words=fern&order=reference");
        Assert.Equal(["FERN-1", "FERN-3"], manager.Page.QuerySelectorAll("tbody th").Select(cell => cell.TextContent.Trim()));
        Assert.Contains("2 reviews", manager.Text);

        await manager.FollowAsync("Download as CSV");
        Assert.Equal("text/csv", manager.Answer.Content.Headers.ContentType!.MediaType);
        var rows = (await manager.Answer.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(3, rows.Length);
        Assert.DoesNotContain(rows, row => row.Contains("OAK-2", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_time_limit_that_has_passed_stands_apart_from_the_word_that_says_so()
    {
        await using var service = await PageService.StartAsync();
        var manager = await service.AsAsync("business-manager");
        await service.OpenReviewAsync(manager, reference: "FERN-1");
        await service.Service.MoveToAsync(service.Service.Clock.GetUtcNow().AddDays(20));

        await manager.GoAsync("/reviews");

        Assert.Matches("[0-9]{4} Overdue", manager.Text);
    }

    [Fact]
    public async Task A_page_past_the_last_leads_to_the_last()
    {
        await using var service = await PageService.StartAsync();
        var manager = await service.AsAsync("business-manager");
        await service.OpenReviewAsync(manager, reference: "FERN-1");

        await manager.GoAsync("/reviews?page=9");

        Assert.Equal(HttpStatusCode.OK, manager.Answer.StatusCode);
        Assert.Equal(string.Empty, manager.Address.Query);
        Assert.Contains("FERN-1", manager.Text);
    }

    [Fact]
    public async Task Today_tells_what_is_mine_and_what_waits_for_others()
    {
        await using var service = await PageService.StartAsync();
        var manager = await service.AsAsync("business-manager");
        await service.OpenReviewAsync(manager, reference: "FERN-1");
        var partner = await service.AsAsync("health-partner");

        await manager.GoAsync("/today");
        Assert.Contains("FERN-1: Send the serious incident notification", manager.Text);
        await partner.GoAsync("/today");
        Assert.Contains("Nothing waits for you", partner.Text);
        Assert.Contains("Send the serious incident notification", partner.Text);
    }

    [Fact]
    public async Task The_Panel_sees_what_is_overdue_with_its_reason_and_how_limits_were_kept()
    {
        await using var service = await PageService.StartAsync();
        var manager = await service.AsAsync("business-manager");
        var review = await service.OpenReviewAsync(manager, reference: "FERN-1");
        await service.Service.MoveToAsync(LondonTime.At(service.Today.AddDays(30), new TimeOnly(9, 0)));
        await manager.GoAsync($"{review}/deadlines/notification/delay");
        var form = manager.Form();
        form["reason"] = "The system was down";
        await manager.SubmitAsync(form);
        await manager.GoAsync($"{review}/do/notification");
        form = manager.Form();
        form.FillIn(service.Today);
        await manager.SubmitAsync(form);
        Assert.Empty(manager.Errors);
        await service.Service.WakeAsync();

        var officer = await service.AsAsync("panel-officer");
        await officer.GoAsync("/panel");

        Assert.Contains("FERN-1", officer.Text);
        Assert.Contains("The system was down", officer.Text);
        Assert.Contains("Escalated", officer.Text);
        Assert.Contains("0%", officer.Text);
    }

    [Fact]
    public async Task In_a_demonstration_one_becomes_whoever_is_asked_and_moves_the_clock_where_one_stands()
    {
        await using var service = await PageService.StartAsync();
        var manager = await service.AsAsync("business-manager");
        var review = await service.OpenReviewAsync(manager, reference: "FERN-1");
        await service.Service.WakeAsync();
        var browser = await service.AsAsync("health-partner");
        await browser.GoAsync(review);

        await browser.SubmitAsync(new PageFields(browser.Page.QuerySelectorAll("main form").First(form => form.TextContent.Contains("Be Business Manager", StringComparison.Ordinal))));
        Assert.Equal("Send the serious incident notification", browser.Heading);
        Assert.Contains("Signed in as Business Manager", browser.Page.Body!.TextContent);

        var partner = await service.AsAsync("police-partner");
        await partner.GoAsync(review);
        var before = service.Service.Clock.GetUtcNow();
        await partner.SubmitAsync(new PageFields(partner.Page.QuerySelectorAll("main form").First(form => form.TextContent.Contains("Move the clock", StringComparison.Ordinal))));
        Assert.Equal(review, partner.Address.AbsolutePath);
        Assert.True(service.Service.Clock.GetUtcNow() > before);
    }
}
