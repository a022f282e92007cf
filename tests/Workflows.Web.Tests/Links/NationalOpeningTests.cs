using System.Net;
using System.Net.Http.Json;
using Workflows.Web.Tests.Support;

namespace Workflows.Web.Tests.Links;

public sealed class NationalOpeningTests
{
    [Fact]
    public async Task An_officer_of_the_Panel_opens_a_national_review_in_any_partnership_and_sees_it()
    {
        await using var service = await WebService.StartAsync();
        var officer = service.As("panel.officer");
        using var opened = await officer.PostAsJsonAsync("/api/reviews", Opening("mossdale"));

        Assert.Equal(HttpStatusCode.Created, opened.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await officer.GetAsync(opened.Headers.Location)).StatusCode);
        Assert.Single((await service.ReadAsync("/api/reviews", "panel.officer")).GetProperty("items").EnumerateArray());
        Assert.Equal(HttpStatusCode.NotFound, (await service.As("manager").GetAsync(opened.Headers.Location)).StatusCode);
    }

    [Fact]
    public async Task National_people_open_only_what_their_role_opens_and_only_in_partnerships_that_there_are()
    {
        await using var service = await WebService.StartAsync();
        using var elsewhere = await service.As("panel.officer").PostAsJsonAsync("/api/reviews", Opening("nowhere"));
        Assert.Equal(HttpStatusCode.NotFound, elsewhere.StatusCode);
        using var local = await service.As("panel.officer").PostAsJsonAsync("/api/reviews", ReviewSetup.OpeningOf());
        Assert.Equal(HttpStatusCode.Forbidden, local.StatusCode);
        using var other = await service.As("idle.officer").PostAsJsonAsync("/api/reviews", Opening("fernshire"));
        Assert.Equal(HttpStatusCode.Forbidden, other.StatusCode);
    }

    [Fact]
    public async Task Where_no_version_applies_the_processes_of_that_day_are_offered()
    {
        await using var service = await WebService.StartAsync();
        using var answer = await service.As("manager").PostAsJsonAsync("/api/reviews", ReviewSetup.OpeningOf(awareOn: "2011-05-05"));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var offered = (await answer.ProblemAsync()).GetProperty("alternatives").EnumerateArray()
            .Select(each => $"{each.GetProperty("process").GetString()}@{each.GetProperty("version").GetString()}").ToArray();
        Assert.Contains("serious-case-review@2010.1", offered);
        Assert.DoesNotContain("serious-case-review@2015.1", offered);
        Assert.Contains("lcspr@2018.1", offered);
    }

    private static object Opening(string partnership) => new
    {
        process = "national-review",
        partnership,
        reference = "NR 1",
        facts = new { consideredOn = "2026-05-04", origin = "panel" },
    };
}
