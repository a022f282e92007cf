using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Workflows.Web.Tests.Contract;
using Workflows.Web.Tests.Learning;
using Workflows.Web.Tests.Support;

namespace Workflows.Web.Tests.Screening;

/// <summary>The gate before publication as a client of the interface meets it.</summary>
public sealed class ScreeningTests
{
    private const string Planted = "The child, NHS number 943 476 5919, lived at LS1 4AP. Zebedee Quillfeather came on 3 May 2024.";

    [Fact]
    public async Task A_planted_report_is_stopped_and_goes_on_once_each_finding_has_its_answer()
    {
        await using var service = await WebService.StartAsync();
        var review = await service.UntilReportAsync();
        var screened = await service.ReportAsync(review, Planted);
        Assert.Equal(["nhs-number", "postcode", "date"], screened.OpenKinds());
        var action = (await service.ReadAsync(review)).GetProperty("actions").EnumerateArray().Single(each => each.GetProperty("id").GetString() == "screening.report");
        Assert.Equal(("decision", "business-manager", "POST"), (action.GetProperty("kind").GetString(), action.GetProperty("role").GetString(), action.GetProperty("method").GetString()));

        var rule = await UntilPublishingAsync(service, review);
        Assert.Equal("identifying-details", rule);
        Assert.False((await service.ReadAsync(review)).Offers("publish-report"));
        Assert.Empty((await service.ReadAsync(review)).GetProperty("publications").EnumerateArray());

        await service.DoAsync("manager", $"{review}/screening/report/answers", new { answer = "keep", findings = screened.OpenFindings().Ids(), reason = "An invented child." });
        Assert.Equal("clear", (await service.ScreenedAsync(review)).GetProperty("state").GetString());
        await service.DoAsync("manager", $"{review}/tasks/publish-report", Publishing(service));
        Assert.Single((await service.ReadAsync(review)).GetProperty("publications").EnumerateArray());
    }

    [Fact]
    public async Task The_words_of_the_list_are_found_and_a_new_version_asks_about_what_is_new_alone()
    {
        await using var service = await WebService.StartAsync();
        var review = await service.UntilReportAsync();
        using var given = await service.GiveListAsync(review, "manager", new { kind = "person", text = "Zebedee Quillfeather", variants = new[] { "Zebby" } });
        Assert.Equal(HttpStatusCode.OK, given.StatusCode);
        var first = await service.ReportAsync(review, $"{Planted} Zebby wept, and said so.");
        Assert.Equal(2, first.OpenKinds().Count(kind => kind == "name"));

        var kept = first.OpenFindings().Where(each => each.GetProperty("kind").GetString() == "date").Ids();
        await service.DoAsync("manager", $"{review}/screening/report/answers", new { answer = "keep", findings = kept, reason = "A day that is known to all." });
        await service.DoAsync("manager", $"{review}/screening/report/answers", new { answer = "remove", findings = first.OpenFindings().Ids().Except(kept), reason = "They identify." });
        Assert.Equal("new-version", (await service.ScreenedAsync(review)).GetProperty("state").GetString());

        var second = await service.ReportAsync(review, "The child came on 3 May 2024 and was seen at NE1 7RU.");

        Assert.Equal(2, second.GetProperty("version").GetInt32());
        Assert.Contains("postcode", second.OpenKinds());
        Assert.DoesNotContain("name", second.GetProperty("findings").EnumerateArray().Select(each => each.GetProperty("kind").GetString()));
    }

    [Fact]
    public async Task The_list_is_for_the_managers_and_its_repetition_under_a_key_is_the_same_command()
    {
        await using var service = await WebService.StartAsync();
        var review = await service.OpenAsync();
        using var refused = await service.GiveListAsync(review, "reviewer", new { kind = "person", text = "Zebedee Quillfeather" });
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        var client = service.As("manager");
        client.DefaultRequestHeaders.Add("Idempotency-Key", "once");
        foreach (var _ in new[] { 1, 2 })
        {
            using var answer = await client.PutAsJsonAsync($"{review}/screening/list", new { entries = new[] { new { kind = "school", text = "Oakfield Primary School" } } });
            Assert.Equal(1, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("list").GetProperty("edition").GetInt32());
        }

        using var other = await client.PutAsJsonAsync($"{review}/screening/list", new { entries = new[] { new { kind = "school", text = "Beechfield Primary School" } } });
        Assert.Equal(HttpStatusCode.Conflict, other.StatusCode);
        var list = await service.ReadAsync($"{review}/screening/list");
        Assert.Equal("Oakfield Primary School", list.GetProperty("entries")[0].GetProperty("text").GetString());
        Assert.Equal(HttpStatusCode.Forbidden, (await service.As("reviewer").GetAsync($"{review}/screening/list")).StatusCode);
    }

    [Theory]
    [InlineData("""{"entries":[]}""", "entries")]
    [InlineData("""{"entries":[{"kind":"person"}]}""", "entries.0")]
    [InlineData("""{"entries":[{"kind":"goblin","text":"Zebedee"}]}""", "entries.0")]
    [InlineData("""{"entries":[{"kind":"person","text":"Zebedee","more":1}]}""", "entries.0")]
    [InlineData("""{"entries":[{"kind":"person","text":"Zebedee Quill"},{"kind":"date","text":"Tuesday"}]}""", "entries.1")]
    [InlineData("""{"entries":[{"kind":"person","text":"?"}]}""", "entries.0")]
    [InlineData("""{"entries":[{"kind":"person","text":"Zebedee","variants":"Zebby"}]}""", "entries.0")]
    [InlineData("""{"entries":[{"kind":"person","text":"\ud800Zebedee"}]}""", "entries.0")]
    [InlineData("""{"names":[]}""", "entries")]
    public async Task A_list_that_cannot_be_looked_for_is_refused_by_field_and_repeats_no_name(string body, string field)
    {
        await using var service = await WebService.StartAsync();
        var review = await service.OpenAsync();

        using var answer = await service.As("manager").PutAsync($"{review}/screening/list", new StringContent(body, Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var problem = await answer.ProblemAsync();
        Assert.Contains(field, problem.GetProperty("errors").EnumerateObject().Select(each => each.Name));
        Assert.DoesNotContain("Zebedee", problem.ToString(), StringComparison.Ordinal);
    }

    // Does all but answer the screen, until the report could be published but for the screen; gives the rule that still refuses it.
    private static async Task<string> UntilPublishingAsync(WebService service, string review)
    {
        var client = new Walk(service).Client;
        for (var turn = 0; turn < 60; turn++)
        {
            var standing = await service.ReadAsync(review);
            var others = standing.GetProperty("actions").EnumerateArray().Where(each => each.GetProperty("id").GetString() != "screening.report").ToArray();
            if (others.Length > 0 && await client.TryDoAsync(others[0]))
            {
                continue;
            }

            var refused = await service.RefusedAsync("manager", $"{review}/tasks/publish-report", Publishing(service), 409);
            if (refused.Rule() is not ("comes-after" or "not-before" or "not-open"))
            {
                return refused.Rule();
            }

            await service.MoveToAsync(standing.GetProperty("nextWakeAt").GetDateTimeOffset());
        }

        return "none";
    }

    private static object Publishing(WebService service) => new { facts = new { reportPublishedOn = $"{Today(service):yyyy-MM-dd}" } };

    private static DateOnly Today(WebService service) => Process.Calendar.LondonTime.DateOf(service.Clock.GetUtcNow());
}
